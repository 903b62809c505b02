import type { SyntaxNode } from "@lezer/common";
import type { Note } from "../diagnose/findings.ts";
import { convertDate } from "./dates.ts";
import { convertArithmetic, convertChain, convertComparison } from "./operators.ts";
import {
  convertAll,
  endsEarly,
  partsOf,
  spanOf,
  textOf,
  unsupported,
  wordsOf,
  type Convert,
  type Reading,
} from "./reading.ts";
import type { Syntax } from "./syntax.ts";

/** The deepest tree that is built: chains of one operator count as one level a link. */
export const mostLevels = 200;

const converters: Readonly<Record<string, Convert>> = {
  Expression: convertOnly,
  ParenthesizedExpression: convertOnly,
  PositiveUnaryTest: convertOnly,
  NumericLiteral: (reading, node) => ({
    op: "number",
    text: textOf(reading, node).replace(/\s/g, ""),
    ...spanOf(node),
  }),
  StringLiteral: (reading, node) => ({
    op: "text",
    value: unquote(textOf(reading, node)),
    ...spanOf(node),
  }),
  BooleanLiteral: (reading, node) => ({
    op: "boolean",
    value: textOf(reading, node) === "true",
    ...spanOf(node),
  }),
  DateTimeLiteral: convertDate,
  VariableName: convertName,
  PathExpression: convertPath,
  FilterExpression: convertFilter,
  Conjunction: (reading, node) => convertChain(reading, node, "and"),
  Disjunction: (reading, node) => convertChain(reading, node, "or"),
  Comparison: convertComparison,
  ArithmeticExpression: convertArithmetic,
  FunctionInvocation: convertCall,
  IfExpression: convertIf,
  QuantifiedExpression: convertQuantified,
  SimplePositiveUnaryTest: (reading, node) =>
    reading.note("syntax_unexpected", { found: textOf(reading, node).slice(0, 20) }, spanOf(node)),
  null: (reading, node) => reading.note("null_literal", {}, spanOf(node)),
};

function convert(reading: Reading, node: SyntaxNode): Syntax | undefined {
  if (reading.depth >= mostLevels) {
    return reading.note("nested_too_deep", { most: mostLevels }, spanOf(node));
  }
  const converter = converters[node.name];
  if (!converter) return unsupported(reading, node);
  return converter({ ...reading, depth: reading.depth + 1 }, node);
}

function convertOnly(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const inner = partsOf(node)[0];
  if (!inner) return endsEarly(reading, node);
  const converted = convert({ ...reading, depth: reading.depth - 1 }, inner);
  return converted && { ...converted, ...spanOf(node) };
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, (_, sign: string) => (sign === "n" ? "\n" : sign));
}

function convertName(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first = "", ...rest] = wordsOf(reading, node);
  if (rest.length === 0) return { op: "name", words: [first], ...spanOf(node) };
  if (first === "not") return noteBareNot(reading, node);
  const write = [first, ...rest].join("_");
  return reading.note(
    "words_without_operator",
    { text: textOf(reading, node), write },
    spanOf(node),
  );
}

/** `not x.y` is read as a name of two words with a path behind it. */
function noteBareNot(reading: Reading, node: SyntaxNode): undefined {
  const text = /^not\s+[\w.]*/.exec(reading.text.slice(node.from))?.[0] ?? "not";
  const write = `not(${text.replace(/^not\s+/, "")})`;
  const span = { start: node.from, end: node.from + text.length };
  return reading.note("words_without_operator", { text, write }, span);
}

function convertPath(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [from, last] = partsOf(node);
  if (!from || !last) return endsEarly(reading, node);
  const start = convert(reading, from);
  if (!start) return undefined;
  const words = wordsOf(reading, last);
  if (words.length > 1) {
    const text = textOf(reading, last);
    return reading.note("words_without_operator", { text, write: words.join("_") }, spanOf(last));
  }
  if (start.op === "name" || start.op === "path") {
    return { ...start, words: [...start.words, ...words], ...spanOf(node) };
  }
  return { op: "path", from: start, words, ...spanOf(node) };
}

function convertFilter(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [from, condition] = convertAll(reading, partsOf(node)) ?? [];
  return from && condition && { op: "filter", from, condition, ...spanOf(node) };
}

function convertCall(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [callee, parameters] = partsOf(node);
  if (!callee) return endsEarly(reading, node);
  if (parameters && parameters.name !== "PositionalParameters") {
    return unsupported(reading, node);
  }
  const name = textOf(reading, callee).replace(/\s+/g, " ");
  const args = convertAll(reading, parameters ? partsOf(parameters) : []);
  if (!args) return undefined;
  const [only] = args;
  if (name === "not" && only && args.length === 1) return { op: "not", arg: only, ...spanOf(node) };
  return { op: "call", name, args, ...spanOf(node) };
}

function convertIf(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [, condition, , yes, , no] = partsOf(node);
  if (!condition || !yes || !no) return endsEarly(reading, node);
  const [test, then, otherwise] = convertAll(reading, [condition, yes, no]) ?? [];
  if (!test || !then || !otherwise) return undefined;
  return { op: "if", condition: test, then, otherwise, ...spanOf(node) };
}

function convertQuantified(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [word, ranges, , satisfies] = partsOf(node);
  const range = ranges && partsOf(ranges);
  if (!word || !satisfies || range?.length !== 1 || !range[0]) {
    return unsupported(reading, node);
  }
  if (isChain(satisfies)) return noteSwallowed(reading, node, satisfies);
  const [variable, , context] = partsOf(range[0]);
  const subjects = context && partsOf(context)[0];
  if (!variable || !subjects) return endsEarly(reading, node);
  const [over, body] = convertAll(reading, [subjects, satisfies]) ?? [];
  if (!over || !body) return undefined;
  const fold = word.name === "some" ? "some" : "every";
  return {
    op: "quantified",
    fold,
    variable: textOf(reading, variable),
    over,
    body,
    ...spanOf(node),
  };
}

const isChain = (node: SyntaxNode): boolean =>
  node.name === "Conjunction" || node.name === "Disjunction";

/** `some b in buildings satisfies x and y`: whether y speaks of each building must be seen. */
function noteSwallowed(reading: Reading, node: SyntaxNode, chain: SyntaxNode): undefined {
  let first = chain;
  while (isChain(first) && first.firstChild) first = first.firstChild;
  const text = (from: number, to: number): string =>
    reading.text.slice(from, to).replace(/\s+/g, " ");
  const write = `satisfies (${text(chain.from, chain.to)})`;
  const instead = `(${text(node.from, first.to)})${text(first.to, node.to)}`;
  const span = { start: first.to, end: node.to };
  return reading.note("satisfies_takes_logic", { write, instead }, span);
}

/** Turns the grammar's whole tree into ours; undefined when a finding says why not. */
export const convertTree = (text: string, note: Note, top: SyntaxNode): Syntax | undefined =>
  convert({ text, note, depth: 0, convert }, top);
