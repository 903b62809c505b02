import type { SyntaxNode } from "@lezer/common";
import { spanOf, textOf, type Reading } from "./reading.ts";
import type { Syntax } from "./syntax.ts";

export function convertText(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const value = unquote(textOf(reading, node));
  if (/\p{Surrogate}/u.test(value)) return reading.note("lone_surrogate", {}, spanOf(node));
  return { op: "text", value, ...spanOf(node) };
}

const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** What an escape stands for: `\u7ec7`, `\U01f3d8`, `\n`, or the sign behind the stroke. */
function unescape(escape: string): string {
  const [, kind = "", ...digits] = escape;
  const code = Number.parseInt(digits.join(""), 16);
  if (digits.length === 0) return signs[kind] ?? kind;
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}

/** A text without its quotation marks, its escapes read as FEEL has them. */
const unquote = (text: string): string =>
  text.slice(1, -1).replace(/\\(?:u[\da-f]{4}|U[\da-f]{6}|[\s\S])/gi, unescape);
