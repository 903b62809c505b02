/** The number of single letters to insert, drop, replace or swap to get from one word to another.
 * The number of single letters to insert, drop, replace or swap to get from one word to another. */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      line.push(cheapestStep({ a, b, row, column, older, old, line }));
    }
    [older, old] = [old, line];
  }
  return old[b.length] ?? 0;
}

type Cell = {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly column: number;
  readonly older: readonly number[];
  readonly old: readonly number[];
  readonly line: readonly number[];
};

function cheapestStep({ a, b, row, column, older, old, line }: Cell): number {
  const same = a[row - 1] === b[column - 1];
  const steps = [
    (old[column] ?? Infinity) + 1,
    (line[column - 1] ?? Infinity) + 1,
    (old[column - 1] ?? Infinity) + (same ? 0 : 1),
  ];
  if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
    steps.push((older[column - 2] ?? Infinity) + 1);
  }
  return Math.min(...steps);
}

/** Longer words are no slip of the pen, and comparing them would only cost time. */
const longestWord = 80;

/** A name that was cut short, or written on too long, is nearer than any slip of letters. */
const isCutOff = (written: string, candidate: string): boolean =>
  Math.min(written.length, candidate.length) > 2 &&
  (candidate.startsWith(written) || written.startsWith(candidate));

const distanceOf = (written: string, candidate: string): number =>
  isCutOff(written, candidate) ? 1 : editDistance(written, candidate);

/** The candidate nearest to what was written; undefined where nothing is near. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  if (written.length > longestWord) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(written.length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = distanceOf(written.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The nearest id `group.name`: the same name in another group is nearer than any slip.
 * The nearest id `group.name`: the same name in another group is nearer than any slip. */
export function nearestId(id: string, ids: readonly string[]): string | undefined {
  const name = id.slice(id.indexOf(".") + 1);
  const namesakes = ids.filter((known) => known.slice(known.indexOf(".") + 1) === name);
  return nearest(id, namesakes) ?? namesakes[0] ?? nearest(id, ids);
}
