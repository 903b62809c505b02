import { normalised } from "../clause.ts";

/** A stretch of a text, by its characters. */
export type Mark = { readonly start: number; readonly end: number };

/** A part of a clause around what was found in it, and where that stands in the part. */
export type Excerpt = { readonly text: string; readonly marks: readonly Mark[] };

const leadCharacters = 40;
const excerptCharacters = 160;

/** The text as it is searched, and for each of its characters where that stands in the text. */
function searchedWithPlaces(text: string): { plain: string; places: number[] } {
  const places: number[] = [];
  let plain = "";
  for (const [index, character] of [...text].entries()) {
    const form = normalised(character).toLowerCase();
    for (const _ of form) places.push(index);
    plain += form;
  }
  return { plain, places };
}

function occurrences(plain: string, word: string): Mark[] {
  const found: Mark[] = [];
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

/** In their order, none inside another. */
const apart = (marks: readonly Mark[]): Mark[] =>
  marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .reduce<Mark[]>((kept, mark) => {
      if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
      return kept;
    }, []);

/** The place with the most different words near each other: where a reader should look. */
function richest(marks: readonly (Mark & { readonly word: string })[]): number {
  const words = marks.map((mark) => {
    const near = marks.filter(
      ({ start, end }) =>
        start >= mark.start && end <= mark.start + excerptCharacters - leadCharacters,
    );
    return new Set(near.map(({ word }) => word)).size;
  });
  const best = words.indexOf(Math.max(...words));
  return marks[best]?.start ?? 0;
}

/** Cuts out of a clause what a reader needs to see why it was found. */
export function excerptOf(text: string, words: readonly string[]): Excerpt {
  const characters = [...text];
  const { plain, places } = searchedWithPlaces(text);
  const seen = words.flatMap((word) =>
    occurrences(plain, word).map(({ start, end }) => ({
      word,
      start: places[start] ?? 0,
      end: (places[end - 1] ?? 0) + 1,
    })),
  );
  const first = seen.length === 0 ? 0 : richest(seen.slice(0, 200));
  const from = Math.max(0, first - leadCharacters);
  const to = Math.min(characters.length, from + excerptCharacters);
  const inside = seen.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: characters.slice(from, to).join(""),
    marks: apart(inside.map(({ start, end }) => ({ start: start - from, end: end - from }))),
  };
}
