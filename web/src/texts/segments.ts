type Mark = { readonly start: number; readonly end: number };

/** A stretch of a text, and whether it is what was looked for. */
export type Segment = { readonly text: string; readonly isFound: boolean; readonly start: number };

/** Cuts a text along its marks, which lie apart and in order. */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const found = marks.map(({ start, end }) => ({ start, end, isFound: true }));
  const ends = [0, ...marks.map(({ end }) => end)];
  const between = ends.map((start, index) => ({
    ...{ start, end: marks[index]?.start ?? text.length, isFound: false },
  }));
  return [...found, ...between]
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, isFound }) => ({ text: text.slice(start, end), isFound, start }));
}
