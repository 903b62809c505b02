import { hash, importsOf, reachedFrom, stampsOf, type Texts } from "./stamps.ts";

/** What a test may see beside its imports: nothing, all files of the repository, or more. */
export type Sight = "imports" | "files" | "beside";

/** Packages that answer out of what they are given. Any other may read files, or start programs. */
const givenOnly = [
  ...["vitest", "fast-check", "typebox", "yaml", "lezer-feel", "@lezer/common", "@lezer/lr"],
  ...["react", "@tanstack/react-query", "geojson", "qr", "commander", "gcoord", "@noble/hashes"],
  ...["node:assert", "node:buffer", "node:crypto", "node:events", "node:path", "node:timers"],
  ...["node:perf_hooks", "node:stream", "node:string_decoder", "node:url", "node:util"],
];

const isGivenOnly = (name: string): boolean =>
  givenOnly.some((known) => name === known || name.startsWith(`${known}/`));

/** Ways to files that no import names. */
const lookingAround = /\bimport\.meta\b|\bprocess\.cwd\b|\bimport\((?!\s*["'])/;

/** A test that is left out where something is missing depends on what stands beside the files. */
const conditional = /\b(?:skipIf|runIf)\(/;

/** What a test may see, by all that it reaches. */
export function sightOf(reached: readonly string[], texts: Texts): Sight {
  const known = reached.flatMap((path) => texts.get(path) ?? []);
  if (known.some((text) => conditional.test(text))) return "beside";
  const isClosed =
    known.every((text) => !lookingAround.test(text)) &&
    reached.every((path) => texts.has(path) || isGivenOnly(path));
  return isClosed ? "imports" : "files";
}

/** What a test finds: the sources, the hash of all files, and of what stands beside them. */
export type Found = { readonly texts: Texts; readonly files: string; readonly beside: string };

/** A stamp for each test: it changes with whatever the test may see, and with `common`. */
export function testStampsOf(
  tests: readonly string[],
  { texts, files, beside }: Found,
  common: string,
): ReadonlyMap<string, string> {
  const imports = importsOf(texts);
  const stamps = stampsOf(texts, common);
  const seen: Readonly<Record<Sight, readonly string[]>> = {
    imports: [],
    files: [files],
    beside: [files, beside],
  };
  const stampOf = (test: string): string => {
    const sight = sightOf(reachedFrom(test, imports), texts);
    return hash([stamps.get(test) ?? test, ...seen[sight]]);
  };
  return new Map(tests.map((test) => [test, stampOf(test)]));
}
