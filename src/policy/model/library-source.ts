/** Where the cases of a library are: lines of a file that every node reads, or made as they go. */
export type LibrarySource =
  | { readonly kind: "file"; readonly path: string; readonly bytes: number }
  | { readonly kind: "synthetic"; readonly seed: string; readonly cases: number };

/** A stretch of a source: bytes up to a line end, or numbers of cases; without `ends` itself. */
export type LibraryPart = {
  readonly starts: number;
  readonly ends: number;
  /** The row of the file at which it begins, counted from one. */
  readonly firstRow: number;
  /** Of the bytes of the stretch; null where nothing is read. */
  readonly sha256: string | null;
};

/** Cuts numbers from one on into stretches of nearly the same length, none of them empty. */
export function cutNumbers(cases: number, parts: number): LibraryPart[] {
  const count = Math.min(cases, parts);
  const end = (part: number): number => 1 + Math.floor((cases * part) / count);
  return Array.from({ length: count }, (_, at) => ({
    starts: end(at),
    ends: end(at + 1),
    firstRow: end(at),
    sha256: null,
  }));
}
