/** What is written where the cursor stands. */
export type Spot =
  | { readonly kind: "expression" }
  /** Inside the quotation marks of an expression. */
  | { readonly kind: "text"; readonly expression: string }
  | { readonly kind: "unit" };

/** The keys behind which an expression, or a fact alone, stands; and all names under `let`. */
const expressionKeys: ReadonlySet<string> = new Set([
  "when",
  "amount",
  "at_most",
  "at_least",
  "derived",
  "wish",
]);

export const isExpressionKey = (key: string, parent: string | undefined): boolean =>
  expressionKeys.has(key) || parent === "let";

type Written = { readonly key: string; readonly parent: string | undefined; readonly rest: string };

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** `key: rest` at the end of a line, also inside the brackets of a map. */
const keyed = /^(?:.*[\s{,])?([A-Za-z_][\w-]*):(?:\s+(.*))?$/;

/** The nearest key above that is indented less: what the lines below it belong to. */
function keyAbove(lines: readonly string[], indent: number): string | undefined {
  const above = lines.findLast((line) => line.trim() !== "" && indentOf(line) < indent);
  return above && keyed.exec(above)?.[1];
}

const blockMark = /^[>|][+-]?\s*(#.*)?$/;

/** The key whose value is being written at the end of a text, and what is written of it so far. */
function writtenAt(before: string): Written | undefined {
  const lines = before.split("\n");
  const line = lines.at(-1) ?? "";
  const above = lines.slice(0, -1);
  const block = blockAbove(above, line);
  if (block) return block;
  const [, key, rest = ""] = keyed.exec(line) ?? [];
  if (key === undefined) return undefined;
  const outer = /([A-Za-z_][\w-]*):\s*\{[^{}]*$/.exec(line)?.[1];
  return { key, parent: outer ?? keyAbove(above, indentOf(line)), rest };
}

/** A block scalar that goes on to the end of the text: all its lines are indented more. */
function blockAbove(above: readonly string[], line: string): Written | undefined {
  const isOver = (one: string, indent: number) => one.trim() !== "" && indentOf(one) <= indent;
  const start = above.findLastIndex((one, index) => {
    const value = keyed.exec(one)?.[2] ?? "";
    if (!blockMark.test(value)) return false;
    const inside = [...above.slice(index + 1), line.trim() === "" ? "" : line];
    return !inside.some((other) => isOver(other, indentOf(one)));
  });
  const head = above[start];
  const key = head && keyed.exec(head)?.[1];
  if (!key) return undefined;
  const rest = [...above.slice(start + 1), line].join("\n");
  return { key, parent: keyAbove(above.slice(0, start), indentOf(head)), rest };
}

/** YAML's own quotation marks around an expression are no part of it. */
const unquoted = (rest: string): string => rest.replace(/^["']/, "");

/** Finds out from the text before the cursor what may be written there. */
export function spotAt(before: string): Spot | undefined {
  const written = writtenAt(before);
  if (!written) return undefined;
  const { key, parent, rest } = written;
  if (key === "unit") return { kind: "unit" };
  if (!isExpressionKey(key, parent)) return undefined;
  const expression = unquoted(rest);
  const isInText = (expression.split('"').length - 1) % 2 === 1;
  return isInText ? { kind: "text", expression } : { kind: "expression" };
}
