import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import type { Diagnostic } from "../rules/index.ts";
import { isPackFile } from "./layout.ts";
import { loadPackFiles, mostFiles, type LoadedPack, type PackFiles } from "./load.ts";
import { diagnosticOfFile } from "./places.ts";
import { mostCharacters } from "./yaml.ts";

type Gathered = { readonly files: Map<string, string>; readonly diagnostics: Diagnostic[] };

/** Reads the pack `id` and those that it extends from a folder of packs. */
export async function loadPack(
  folder: string,
  id: string,
): Promise<Decision<LoadedPack, readonly Diagnostic[]>> {
  const gathered: Gathered = { files: new Map(), diagnostics: [] };
  const packs = await list(folder, gathered);
  for (const pack of packs) {
    if (/^[a-z0-9][a-z0-9_.-]*$/.test(pack)) await gather(folder, pack, gathered);
  }
  const { files, diagnostics } = gathered;
  const read = loadPackFiles(files, id, { shownAs: (path) => join(folder, path) });
  if (diagnostics.length === 0) return read;
  return refuse([...diagnostics, ...(read.ok ? [] : read.refusal)]);
}

/** The texts of one pack's own files, by their paths in its folder. */
export async function readPackTexts(
  folder: string,
  id: string,
): Promise<Decision<PackFiles, readonly Diagnostic[]>> {
  const gathered: Gathered = { files: new Map(), diagnostics: [] };
  const packs = await list(folder, gathered);
  if (packs.includes(id)) await gather(folder, id, gathered);
  const { files, diagnostics } = gathered;
  const inside = new Map([...files].map(([path, text]) => [path.slice(id.length + 1), text]));
  if (diagnostics.length > 0) return refuse(diagnostics);
  if (inside.has("pack.yaml")) return accept(inside);
  const code = inside.size === 0 ? "pack_missing" : "manifest_missing";
  return refuse([diagnosticOfFile(join(folder, id, "pack.yaml"), { code, holes: { id } })]);
}

/** The names in a folder, recursively; none, with the reason noted, where it cannot be read. */
async function list(folder: string, { diagnostics }: Gathered, deep = false): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive: deep })).sort();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    if (reason === "ENOTDIR") return [];
    const finding = { code: "folder_unreadable", holes: { folder, reason } } as const;
    diagnostics.push(diagnosticOfFile(folder, finding));
    return [];
  }
}

async function gather(folder: string, pack: string, gathered: Gathered): Promise<void> {
  const names = await list(join(folder, pack), gathered, true);
  const own = names.map((name) => name.replaceAll("\\", "/")).filter(isPackFile);
  // The count itself is refused where the files are read; here it only bounds the work.
  for (const name of own.slice(0, mostFiles + 1)) {
    const text = await readText(join(folder, pack, name), gathered);
    if (text !== undefined) gathered.files.set(`${pack}/${name}`, text);
  }
}

const strict = new TextDecoder("utf-8", { fatal: true });

async function readText(path: string, { diagnostics }: Gathered): Promise<string | undefined> {
  const { size } = await stat(path);
  if (size > 4 * mostCharacters) {
    const holes = { length: size, most: mostCharacters };
    diagnostics.push(diagnosticOfFile(path, { code: "file_too_large", holes }));
    return undefined;
  }
  const bytes = await readFile(path);
  try {
    return strict.decode(bytes);
  } catch (error) {
    // Decoding fails for one reason only: the bytes are not UTF-8.
    if (!(error instanceof TypeError)) throw error;
    diagnostics.push(diagnosticOfFile(path, { code: "file_not_utf8", holes: {} }));
    return undefined;
  }
}
