import type { Cell, Line, Part } from "./parts.ts";

/** What no paper prints, and no XML may hold. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]+/gu;

/** A statement longer than this is somebody's essay: the report shows how it begins. */
const charactersMax = 200;

export const printable = (text: string): string => text.replaceAll(unprintable, " ");

/** As much of a text as a cell bears. */
export function clipped(text: string): string {
  const characters = [...printable(text).trim()];
  if (characters.length <= charactersMax) return characters.join("");
  return `${characters.slice(0, charactersMax).join("")}…`;
}

const printableLine = (line: Line): Line => ({ ...line, text: printable(line.text) });
const printableCell = (cell: Cell): Cell => cell.map(printableLine);

/** A part without characters that a case may have brought along: names and ids are anybody's. */
export function printablePart(part: Part): Part {
  switch (part.kind) {
    case "heading":
      return { ...part, text: printable(part.text) };
    case "paragraph":
      return { ...part, line: printableLine(part.line) };
    case "table":
      return { ...part, rows: part.rows.map((cells) => cells.map(printableCell)) };
    case "signatures":
      return part;
  }
}
