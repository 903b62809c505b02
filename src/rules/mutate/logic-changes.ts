import { opposite } from "../explain/wording.ts";
import type { Comparison, Node, Spelling } from "../ir.ts";
import { negated, withoutEach, type Change, type NodeOf } from "./change.ts";

/** Whether the figure itself is inside: 不超过 becomes 小于, and the other way round. */
const borders: Readonly<Partial<Record<Comparison, Comparison>>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};

/** `and` and `or`: one for the other, and each part left out. */
export function groupChanges(node: NodeOf<"and" | "or">): readonly Change[] {
  const other = node.op === "and" ? "or" : "and";
  return [{ name: other, by: { ...node, op: other } }, ...withoutEach(node)];
}

/** Each of the conditions that are counted left out; what is left is counted still. */
export function tallyChanges(node: NodeOf<"tally">): readonly Change[] {
  if (node.args.length < 2) return [];
  return node.args.map((dropped, at) => ({
    name: `drop.${at}`,
    by: { ...node, args: node.args.toSpliced(at, 1) },
    dropped,
  }));
}

/** A comparison: its border, its opposite, and other words beside the one compared with. */
export function compareChanges(node: NodeOf<"compare">): readonly Change[] {
  const { comparison, left, right } = node;
  const border = borders[comparison];
  const isOrdered = left.type.kind === "number" || left.type.kind === "date";
  const words = right.op === "text" ? { arg: left, options: [right.value] } : undefined;
  return [
    ...(border && isOrdered ? [{ name: "border", by: { ...node, comparison: border } }] : []),
    { name: "not", by: { ...node, comparison: opposite[comparison] } },
    ...(words && comparison === "=" ? widened(node, words) : []),
  ];
}

/** A word among others: each of them left out, each other word taken in, and the opposite. */
export function amongChanges(node: NodeOf<"among">): readonly Change[] {
  const { options } = node;
  const narrowed = options.length > 1 ? options : [];
  return [
    { name: "not", by: negated(node) },
    ...narrowed.map((word) => ({
      name: `without ${word}`,
      by: { ...node, options: options.filter((one) => one !== word) },
    })),
    ...widened(node, node),
  ];
}

/** A list holds a word: the opposite, and each other word instead. */
export function holdsChanges(node: NodeOf<"holds">): readonly Change[] {
  const others = wordsOf(node.list).filter((word) => word !== node.option);
  return [
    { name: "not", by: negated(node) },
    ...others.map((word) => ({ name: `for ${word}`, by: { ...node, option: word } })),
  ];
}

const spellings: readonly Spelling[] = ["contains", "starts with", "ends with"];

/** How a text is spelled: the opposite, and the word in another place of it. */
export const spellingChanges = (node: NodeOf<"spelled">): readonly Change[] => [
  { name: "not", by: negated(node) },
  ...spellings
    .filter((how) => how !== node.how)
    .map((how) => ({ name: how, by: { ...node, how } })),
];

/** The two arms of a choice: exchanged, and each of them always. */
export const choiceChanges = (node: NodeOf<"if">): readonly Change[] => [
  { name: "arms", by: { ...node, then: node.otherwise, otherwise: node.then } },
  { name: "always", by: node.then },
  { name: "never", by: node.otherwise },
];

/** The words that an expression can come to; none where the dictionary does not list them. */
const wordsOf = ({ type }: Node): readonly string[] =>
  type.kind === "enumeration" || type.kind === "list" ? (type.options ?? []) : [];

type Choice = { readonly arg: Node; readonly options: readonly string[] };

/** Every word that is not meant, taken in beside those that are. */
function widened({ type, span }: Node, { arg, options }: Choice): readonly Change[] {
  const others = wordsOf(arg).filter((word) => !options.includes(word));
  return others.map((word) => ({
    name: `with ${word}`,
    by: { op: "among", arg, options: [...options, word], type, span },
  }));
}
