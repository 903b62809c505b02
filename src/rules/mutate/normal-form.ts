import { invariant } from "../../base/invariant.ts";
import { opposite } from "../explain/wording.ts";
import type { Comparison, Node, Program } from "../ir.ts";
import { isNumber, type NodeOf } from "./change.ts";
import { choosingForm } from "./choosing-form.ts";
import { sumOf } from "./number-form.ts";
import { sumKey } from "./sum-form.ts";

/** What a fact is taken for while its completions are gone through; N where it does not apply. */
export type Taken = boolean | string | { readonly isNotApplicable: true };

/**
 * The law that an expression is read under: its figures, which lists are still empty, and what some
 * facts are taken for.
 */
export type Law = Pick<Program, "parameters" | "registers"> & {
  readonly taken?: ReadonlyMap<number, Taken>;
};

/**
 * One text for all ways of writing the same condition or number. Two expressions of one form come
 * to the same whatever is known, unknown or not applicable; two of different forms may.
 */
export const normalForm = (node: Node, law: Law): string =>
  isNumber(node.type) ? numberForm(node, law) : keyOf(treeOf(node, { law, isNot: false }));

const numberForm = (node: Node, law: Law): string =>
  sumKey(sumOf(node, law, (part) => normalForm(part, law)));

/** A condition without its negations: they are carried down to what can be asked. */
type Tree =
  | { readonly op: "all" | "any"; readonly parts: readonly Tree[] }
  | { readonly op: "atom"; readonly key: string };

const atom = (key: string): Tree => ({ op: "atom", key });
const certain = (value: boolean): Tree => atom(String(value));
const notApplicable = atom("N");

function keyOf(tree: Tree): string {
  if (tree.op === "atom") return tree.key;
  return `${tree.op}(${tree.parts.map(keyOf).sort().join(",")})`;
}

type Reading = { readonly law: Law; readonly isNot: boolean };

type TreeBy = { readonly [Op in Node["op"]]: (node: NodeOf<Op>, reading: Reading) => Tree };

const signOf = ({ isNot }: Reading): string => (isNot ? "!" : "");

function numberTree(node: Node, { law, isNot }: Reading): Tree {
  invariant(!isNot, "no number is denied");
  return atom(numberForm(node, law));
}

const wordTree = ({ value }: NodeOf<"text" | "date">): Tree => atom(`"${value}"`);

const treeBy: TreeBy = {
  not: ({ arg }, { law, isNot }) => treeOf(arg, { law, isNot: !isNot }),
  and: groupTree,
  or: groupTree,
  boolean: ({ value }, { isNot }) => certain(value !== isNot),
  compare: compareTree,
  among: ({ arg, options }, reading) => choiceTree(arg, { options, ...reading }),
  listed: (node, reading) => atom(listedKey(node, reading)),
  holds: ({ list, option }, reading) =>
    atom(`${signOf(reading)}holds(${normalForm(list, reading.law)},${option})`),
  if: branchTree,
  aggregate: (node, reading) =>
    atom(`${signOf(reading)}${node.fold}(${node.level},${foldedForm(node, reading.law)})`),
  fact: factTree,
  text: wordTree,
  date: wordTree,
  as_of: () => atom("as of"),
  words: ({ options }) => atom(`"${options.join("|")}"`),
  spelled: ({ how, arg, word }, reading) =>
    atom(`${signOf(reading)}${how}(${normalForm(arg, reading.law)},${word})`),
  shift: ({ date, by, unit }, { law }) => atom(`shift(${formsOf([date, by], law)},${unit})`),
  elapsed: numberTree,
  number: numberTree,
  parameter: numberTree,
  add: numberTree,
  subtract: numberTree,
  multiply: numberTree,
  divide: numberTree,
  negate: numberTree,
  min: numberTree,
  max: numberTree,
  abs: numberTree,
  round: numberTree,
  tally: numberTree,
};

const treeOf = (node: Node, reading: Reading): Tree =>
  (treeBy[node.op] as (node: Node, reading: Reading) => Tree)(node, reading);

function foldedForm({ body, filter }: NodeOf<"aggregate">, law: Law): string {
  const form = (part: Node) => normalForm(part, law);
  return filter ? `${form(body)},${choosingForm(filter, form)}` : form(body);
}

const formsOf = (parts: readonly Node[], law: Law): string =>
  parts.map((part) => normalForm(part, law)).join(",");

/** Parts of inner groups of the same kind stand beside the others, and each stands once. */
function groupTree(node: NodeOf<"and" | "or">, reading: Reading): Tree {
  const op = (node.op === "and") !== reading.isNot ? "all" : "any";
  const parts = node.args
    .map((arg) => treeOf(arg, reading))
    .flatMap((tree) => (tree.op === op ? tree.parts : [tree]));
  const [neutral, deciding] = op === "all" ? ["true", "false"] : ["false", "true"];
  const byKey = new Map(parts.map((part) => [keyOf(part), part]));
  if (byKey.has(deciding)) return atom(deciding);
  byKey.delete(neutral);
  const [only, ...more] = byKey.values();
  if (!only) return atom(neutral);
  return more.length === 0 ? only : { op, parts: [only, ...more] };
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "!=": "!=",
};

function compareTree(node: NodeOf<"compare">, { law, isNot }: Reading): Tree {
  const comparison = isNot ? opposite[node.comparison] : node.comparison;
  const { left, right } = node;
  if (right.op === "text") {
    return choiceTree(left, { options: [right.value], law, isNot: comparison === "!=" });
  }
  const [a, b] = [normalForm(left, law), normalForm(right, law)];
  return atom(a <= b ? `${a}${comparison}${b}` : `${b}${mirrored[comparison]}${a}`);
}

type Choice = Reading & { readonly options: readonly string[] };

/** Being none of some words is being one of the others, where the dictionary lists them all. */
function choiceTree(arg: Node, { options, law, isNot }: Choice): Tree {
  const word = takenFor(arg, law);
  if (typeof word === "object") return notApplicable;
  if (typeof word === "string") return certain(options.includes(word) !== isNot);
  const all = arg.type.kind === "enumeration" ? arg.type.options : undefined;
  const meant = isNot && all ? all.filter((word) => !options.includes(word)) : options;
  const sign = isNot && !all ? "!" : "";
  return atom(`${sign}among(${normalForm(arg, law)},${[...new Set(meant)].sort().join("|")})`);
}

/** While a list is empty nobody knows what stands in it, nor what does not. */
function listedKey(node: NodeOf<"listed">, { law, isNot }: Reading): string {
  const isEmpty = law.registers[node.register]?.state === "empty";
  const sign = isNot && !isEmpty ? "!" : "";
  return `${sign}listed(${node.register},${normalForm(node.arg, law)})`;
}

function branchTree(node: NodeOf<"if">, { law, isNot }: Reading): Tree {
  const condition = normalForm(node.condition, law);
  const [then, otherwise] = [node.then, node.otherwise].map((arm) => treeOf(arm, { law, isNot }));
  if (!then || !otherwise || condition === keyOf(notApplicable)) return notApplicable;
  if (condition === "true") return then;
  if (condition === "false") return otherwise;
  const asked = choosingForm(node.condition, (part) => normalForm(part, law));
  return atom(`if(${asked},${keyOf(then)},${keyOf(otherwise)})`);
}

const takenFor = (node: Node, { taken }: Law): Taken | undefined =>
  node.op === "fact" ? taken?.get(node.fact) : undefined;

function factTree(node: NodeOf<"fact">, { law, isNot }: Reading): Tree {
  const value = takenFor(node, law);
  if (value === undefined) return atom(`${isNot ? "!" : ""}fact ${node.fact}`);
  if (typeof value === "object") return notApplicable;
  return typeof value === "boolean" ? certain(value !== isNot) : atom(`"${value}"`);
}
