import { FilterBroken } from "./expression.ts";

/** A word of a filter in the text form of CQL2. */
export type Token = {
  readonly kind: "word" | "quoted" | "text" | "number" | "sign";
  readonly text: string;
};

const patterns: readonly (readonly [Token["kind"] | "blank", RegExp])[] = [
  ["blank", /\s+/y],
  ["number", /[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/y],
  ["word", /[\p{L}_][\p{L}\p{N}_.:]*/uy],
  ["quoted", /"[^"]+"/y],
  ["text", /'([^']|'')*'/y],
  ["sign", /<>|<=|>=|[=<>(),]/y],
];

const bare = (kind: Token["kind"], text: string): string => {
  if (kind === "text") return text.slice(1, -1).replaceAll("''", "'");
  return kind === "quoted" ? text.slice(1, -1) : text;
};

function tokenAt(text: string, at: number): { kind: Token["kind"] | "blank"; text: string } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { kind, text: found };
  }
  throw new FilterBroken(text.slice(at));
}

/** The words of a filter, one after the other. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const { kind, text: found } = tokenAt(text, at);
    if (kind !== "blank") tokens.push({ kind, text: bare(kind, found) });
    at += found.length;
  }
  return tokens;
}
