import { accept, refuse, type Decision } from "../base/decision.ts";
import type { Diagnostic, Located, PackManifest, PackSource } from "../rules/index.ts";
import { bundleOf, encodingOf } from "./bundle.ts";
import {
  cycleFinding,
  layOver,
  manifestFindings,
  manifestOf,
  missingFinding,
  twiceIn,
  type Layer,
} from "./layers.ts";
import { isPackFile } from "./layout.ts";
import { diagnosticOfFile } from "./places.ts";
import { readFile, type ReadFile } from "./read.ts";

/** The most files that one pack may hold. */
export const mostFiles = 2_000;

/** Texts by their path in the folder of packs, such as "beijing/pack.yaml". */
export type PackFiles = ReadonlyMap<string, string>;

/** A pack that was read, with the texts that it and those that it extends consist of. */
export type LoadedPack = PackSource & { readonly texts: PackFiles };

export type LoadOptions = {
  /** How a path is written in findings; the encoding never depends on it. */
  readonly shownAs?: (path: string) => string;
  /** How one file is read: whoever reads a pack again and again may remember most of it. */
  readonly read?: ReadFile;
};

type Reading = Required<LoadOptions>;

/** Reads a pack from the texts of its files and of those that it extends: drafts need no folder. */
export function loadPackFiles(
  files: PackFiles,
  id: string,
  { shownAs = (path) => path, read = readFile }: LoadOptions = {},
): Decision<LoadedPack, readonly Diagnostic[]> {
  const chain = openChain(files, { shownAs, read });
  chain.read(id, undefined, []);
  const { layers, diagnostics } = chain;
  const manifest = layers.map(manifestOf).at(-1);
  if (diagnostics.length > 0 || !manifest) return refuse([...diagnostics].sort(inFileOrder));
  const used = new Set(layers.map((layer) => layer.id));
  const texts = new Map([...files].filter(([path]) => isKept(path, used)));
  const encoding = encodingOf(bundleOf(texts));
  return accept({ manifest: manifest.value, encoding, texts, ...layOver(layers) });
}

/** The texts that make up the bundle of a pack and of those that it extends. */
const isKept = (path: string, packs: ReadonlySet<string>): boolean =>
  packs.has(folderOf(path)) && isPackFile(insideOf(path));

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf("/")));
const insideOf = (path: string): string => path.slice(path.indexOf("/") + 1);

type Chain = {
  /** Parents first. */
  readonly layers: Layer[];
  readonly diagnostics: Diagnostic[];
  readonly read: (
    id: string,
    child: Located<PackManifest> | undefined,
    trail: readonly string[],
  ) => void;
};

/** Reads a pack and, before it, all that it extends; each once. */
function openChain(files: PackFiles, reading: Reading): Chain {
  const layers: Layer[] = [];
  const diagnostics: Diagnostic[] = [];
  const done = new Set<string>();

  const read: Chain["read"] = (id, child, trail) => {
    if (child && trail.includes(id)) {
      const cycle = [...trail.slice(trail.indexOf(id)), id];
      diagnostics.push(cycleFinding(child, cycle));
      return;
    }
    if (done.has(id)) return;
    done.add(id);
    const own = [...files].filter(([path]) => folderOf(path) === id && isPackFile(insideOf(path)));
    if (own.length === 0) {
      diagnostics.push(missingFinding(child, id));
      return;
    }
    const layer = readLayer({ id, own, ...reading }, diagnostics);
    const manifest = manifestOf(layer);
    if (manifest) diagnostics.push(...manifestFindings(layer, manifest));
    for (const parent of manifest?.value.extends ?? []) read(parent, manifest, [...trail, id]);
    layers.push(layer);
  };
  return { layers, diagnostics, read };
}

type Own = Reading & {
  readonly id: string;
  readonly own: readonly (readonly [string, string])[];
};

function readLayer({ id, own, shownAs, read }: Own, diagnostics: Diagnostic[]): Layer {
  const shown = shownAs(`${id}/pack.yaml`);
  if (own.length > mostFiles) {
    const holes = { count: own.length, most: mostFiles };
    diagnostics.push(diagnosticOfFile(shown, { code: "too_many_files", holes }));
    return { id, objects: [] };
  }
  if (!own.some(([path]) => insideOf(path) === "pack.yaml")) {
    diagnostics.push(diagnosticOfFile(shown, { code: "manifest_missing", holes: { id } }));
  }
  const sorted = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  const reads = sorted.map(([path, text]) => read(shownAs(path), insideOf(path), text));
  const layer = { id, objects: reads.flatMap((one) => one.objects) };
  diagnostics.push(...reads.flatMap((one) => one.diagnostics), ...twiceIn(layer));
  return layer;
}

function inFileOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
