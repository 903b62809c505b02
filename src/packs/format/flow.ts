import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { writeScalar } from "./scalar.ts";

/** Anchors stay where they are; whoever names them has to find them. */
export const anchored = (node: Node, text: string): string =>
  "anchor" in node && node.anchor !== undefined ? `&${node.anchor} ${text}`.trimEnd() : text;

const isNoted = ({ comment, commentBefore }: Node): boolean =>
  Boolean(comment) || Boolean(commentBefore);

/** A value on one line; undefined where a comment or a block stands inside it. */
export function flowText(node: unknown, source: string): string | undefined {
  if (node === null || node === undefined) return "";
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) {
    const { head, below } = writeScalar(node, source);
    return below.length > 0 ? undefined : anchored(node, head);
  }
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => pairText(key, value, source));
    return bracketed(node, ["{ ", " }"], pairs);
  }
  return isSeq(node)
    ? bracketed(
        node,
        ["[", "]"],
        node.items.map((item) => inside(item, source)),
      )
    : undefined;
}

/** A comment inside brackets needs a line of its own. */
const inside = (node: unknown, source: string): string | undefined =>
  node !== null && node !== undefined && isNoted(node as Node) ? undefined : flowText(node, source);

function pairText(key: unknown, value: unknown, source: string): string | undefined {
  const [left, right] = [inside(key, source), inside(value, source)];
  if (left === undefined || right === undefined) return undefined;
  return right === "" ? `${left}:` : `${left}: ${right}`;
}

function bracketed(
  node: Node,
  [open, close]: readonly [string, string],
  parts: readonly (string | undefined)[],
): string | undefined {
  if (!parts.every((part) => part !== undefined)) return undefined;
  const empty = `${open}${close}`.replaceAll(" ", "");
  return anchored(node, parts.length === 0 ? empty : `${open}${parts.join(", ")}${close}`);
}
