import { createHash } from "node:crypto";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** Sources by their path from the root of the repository. */
export type Texts = ReadonlyMap<string, string>;

/** What a source imports: a path where it names a file, the name of a package where it does not. */
export type Imports = ReadonlyMap<string, readonly string[]>;

export const hash = (parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex");

/** What one file may change in all others: it adds to the types of a package, or of all. */
const isAmbient = (path: string, text: string): boolean =>
  /\.d\.m?ts$/.test(path) || /\bdeclare (module|global)\b/.test(text);

const isFile = (name: string): boolean => name.startsWith(".");

export function importsOf(texts: Texts): Imports {
  const namesIn = ([path, text]: readonly [string, string]) => {
    const names = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
    return [path, names.map((name) => (isFile(name) ? join(dirname(path), name) : name))] as const;
  };
  return new Map([...texts].map(namesIn));
}

/** A file and all that it imports, and what those import: packages stand among them by name. */
export function reachedFrom(start: string, imports: Imports): readonly string[] {
  const reached = new Set([start]);
  for (const path of reached) imports.get(path)?.forEach((next) => reached.add(next));
  return [...reached].sort();
}

/** The folder at the root in which a source stands. */
const areaOf = (path: string): string => path.split("/")[0] ?? "";

/**
 * A stamp for each source: it changes with its text, with the text of whatever it reaches by
 * imports, with what adds to the types of any folder that it reaches, and with `common`. What a
 * compiler and a linter find in a file follows from nothing else; of a package, the version stands
 * in the lock file.
 */
export function stampsOf(texts: Texts, common: string): ReadonlyMap<string, string> {
  const imports = importsOf(texts);
  const own = new Map([...texts].map(([path, text]) => [path, hash([path, text])]));
  const reached = new Map([...texts.keys()].map((path) => [path, reachedFrom(path, imports)]));
  const stampOf = (paths: readonly string[]): string =>
    hash(paths.map((path) => own.get(path) ?? path));
  const additions = ambientIn(texts).map((path) => {
    return { area: areaOf(path), stamp: stampOf(reached.get(path) ?? []) };
  });
  const additionsTo = (paths: readonly string[]): readonly string[] => {
    const areas = new Set(paths.map(areaOf));
    return additions.filter(({ area }) => areas.has(area)).map(({ stamp }) => stamp);
  };
  return new Map(
    [...reached].map(([path, paths]) => [
      path,
      hash([common, stampOf(paths), ...additionsTo(paths)]),
    ]),
  );
}

/** The sources that add to the types of others. */
const ambientIn = (texts: Texts): readonly string[] =>
  [...texts].filter(([path, text]) => isAmbient(path, text)).map(([path]) => path);
