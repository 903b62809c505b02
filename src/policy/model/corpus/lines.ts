import { withoutTags } from "../clause.ts";

/** A line of a text with its number in the file, cleaned of what only lays out. */
export type Line = { readonly number: number; readonly text: string };

const heading = /^#{1,6}\s+/;
const listDash = /^[-*]\s+/;
/** What stands on pages and belongs to none of their sentences. */
const furniture = /^(北京市人民政府公报|[-—\s]*\d{1,4}[-—\s]*)$/;

/** The lines as the file has them, from whatever machine it comes. */
export const rawLines = (text: string): string[] => text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);

/** Tabs at the ends stay: they are empty cells of a table. */
const trimmed = (line: string): string =>
  line.includes("\t")
    ? line
        .split("\t")
        .map((cell) => cell.trim())
        .join("\t")
    : line.trim();

function cleaned(line: string): string {
  const bare = trimmed(withoutTags(line)).replace(heading, "").replace(listDash, "");
  const text = bare.replaceAll("**", "");
  return furniture.test(text) ? "" : text;
}

/** Takes marks of layout and page furniture away; an emptied line stays as a blank one. */
export const cleanLines = (lines: readonly string[]): Line[] =>
  lines.map((line, index) => ({ number: index + 1, text: cleaned(line) }));

/** The share of Chinese characters among those that are no white space. */
export function chineseShare(text: string): number {
  const seen = text.replace(/\s+/gu, "");
  if (seen === "") return 0;
  return seen.replace(/[^\u4e00-\u9fff]+/gu, "").length / seen.length;
}
