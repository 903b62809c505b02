import { limits } from "../limits.ts";
import { hasLoneSurrogate } from "../text.ts";
import type { ErrorCode, RefusalCode } from "../codes.ts";
import type { Span } from "../machine.ts";

export type Trouble = { readonly code: ErrorCode | RefusalCode; readonly span: Span };

/** A text with its comments and line ends blanked, and the places where it speaks of ranges. */
export type Scanned = { readonly text: string; readonly ranges: ReadonlySet<number> };

const pieces =
  /"(?:[^"\\]|\\[\s\S])*"|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|\brange(?=\s*<)|[\n\r]|[([{]|[)\]}]/g;

/** What a piece becomes for the grammar, of the same length. */
function rewrite(piece: string): string {
  // The grammar knows types of one item as lists only.
  if (piece === "range") return "list ";
  return /^(?:\/[/*]|[\n\r])/.test(piece) ? " ".repeat(piece.length) : piece;
}

/** Looks over a text before it is parsed: its length, its signs, and how deep its brackets go. */
export function scan(text: string): Scanned | Trouble {
  const whole = { start: 0, end: text.length };
  if (text.length > limits.characters) return { code: "expression_too_long", span: whole };
  if (hasLoneSurrogate(text)) return { code: "lone_surrogate", span: whole };
  const ranges = new Set<number>();
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (piece === "range") ranges.add(index);
    else if (/^[([{]$/.test(piece)) depth++;
    else if (/^[)\]}]$/.test(piece)) depth = Math.max(0, depth - 1);
    if (depth > limits.brackets) {
      return { code: "nested_too_deep", span: { start: index, end: index + 1 } };
    }
  }
  return { text: text.replace(pieces, rewrite), ranges };
}
