import { stringify, type Scalar } from "yaml";

/** A value as it is written: what stands behind its key, and the lines below it. */
export type Written = { readonly head: string; readonly below: readonly string[] };

/** Writes a scalar as its author did; only quotes, and breaks inside a line, come to one form. */
export function writeScalar(scalar: Scalar, source: string): Written {
  const { type, value, range } = scalar;
  const raw = range ? source.slice(range[0], range[1]) : String(value);
  if (type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL") return writeBlock(scalar, raw);
  if (raw.includes("\n")) return { head: onOneLine(scalar), below: [] };
  return { head: type === "QUOTE_SINGLE" ? doubled(raw) : raw, below: [] };
}

/**
 * A text that its author broke without need. What holds a line break is quoted; and what was quoted
 * stays so where a comma or a bracket would part it once it stands between brackets.
 */
function onOneLine({ type, value }: Scalar): string {
  const wasQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  const isParted = wasQuoted && /[,[\]{}]/.test(String(value));
  if (isParted || String(value).includes("\n")) return JSON.stringify(value);
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

/** 'text' is written "text" where nothing in it has to be escaped for that. */
function doubled(raw: string): string {
  const inner = raw.slice(1, -1);
  return /["\\]|''/.test(inner) ? raw : `"${inner}"`;
}

/** The lines of a block scalar without their common indentation. */
function writeBlock({ value, comment }: Scalar, raw: string): Written {
  const [header = "", ...body] = raw.split("\n");
  const sign = /^[|>]-?(?![\d+-])/.exec(header)?.[0];
  const full = body.filter((line) => line.trim() !== "");
  const indent = Math.min(...full.map((line) => line.length - line.trimStart().length));
  const lines = body.map((line) => line.slice(indent));
  const isBlank = lines.some((line) => line !== "" && line.trim() === "");
  // Indentation written as a number, and blanks that count, are rare enough to be quoted.
  if (sign === undefined || full.length === 0 || isBlank) {
    return { head: JSON.stringify(value), below: [] };
  }
  const end = lines.findLastIndex((line) => line !== "") + 1;
  // The line break that ends the text is no empty line; what follows it is one.
  const isSpaced = lines.length > end + 1;
  const below = [...lines.slice(0, end), ...(isSpaced ? [""] : [])];
  return { head: comment ? `${sign} #${comment}` : sign, below };
}
