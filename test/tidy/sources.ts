import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A text of the repository, by its path from the root. */
export type Text = { readonly path: string; readonly text: string };

let listed: readonly string[] | undefined;

/** Every file that git keeps or would keep: what is ignored is not ours. */
export function paths(): readonly string[] {
  listed ??= execFileSync(
    "git",
    ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 },
  )
    .split("\0")
    .filter((path) => path !== "" && existsSync(root + path));
  return listed;
}

export const sizeOf = (path: string): number => statSync(root + path).size;

const kept = new Map<string, string>();

export function read(path: string): string {
  const text = kept.get(path) ?? readFileSync(root + path, "utf8");
  kept.set(path, text);
  return text;
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);

let keptCode: readonly Text[] | undefined;

/** The code of the project: all TypeScript, and the plain Node scripts. */
export function code(): readonly Text[] {
  keptCode ??= paths()
    .filter(isCode)
    .map((path) => ({ path, text: read(path) }));
  return keptCode;
}

const textual = /\.(ts|tsx|mjs|json|jsonl|ya?ml|md|sql|css|html|js|svg|sh)$|\/run$|^[A-Z]+$/;

/** Everything that people read: code, packs, documents, SQL. */
export const texts = (): readonly Text[] =>
  paths()
    .filter((path) => textual.test(path) && path !== "package-lock.json")
    .map((path) => ({ path, text: read(path) }));

/** What comments say is read from the text: to parse their tags costs a fifth. */
const parsing: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

const parsed = new WeakMap<Text, ts.SourceFile>();

/** The tree of a source; several tests walk each, and it is parsed once. */
export function parse(source: Text): ts.SourceFile {
  const known = parsed.get(source);
  if (known) return known;
  const kind = source.path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(source.path, source.text, parsing, true, kind);
  parsed.set(source, file);
  return file;
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export const lineOf = (file: ts.SourceFile, position: number): number =>
  file.getLineAndCharacterOfPosition(position).line + 1;
