import type { SyntaxNode } from "@lezer/common";
import type { Note } from "../diagnose/findings.ts";
import { convertDate } from "./dates.ts";
import { convertFor, convertQuantified } from "./loops.ts";
import { readRange } from "./membership.ts";
import { convertText } from "./texts.ts";
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
  StringLiteral: convertText,
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
  ForExpression: convertFor,
  List: (reading, node) => {
    const items = convertAll(reading, partsOf(node));
    return items && { op: "list", items, ...spanOf(node) };
  },
  Interval: convertRange,
  SimplePositiveUnaryTest: convertTest,
  Context: refused("context_literal"),
  FunctionDefinition: refused("function_literal"),
  InstanceOfExpression: refused("type_test"),
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

/** A range that stands by itself; a comparison without its left side stands behind `in` only. */
function convertTest(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first] = partsOf(node);
  if (first?.name === "Interval") return convert(reading, first);
  const found = textOf(reading, node).slice(0, 20);
  return reading.note("syntax_unexpected", { found }, spanOf(node));
}

function convertOnly(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const inner = partsOf(node)[0];
  if (!inner) return endsEarly(reading, node);
  const converted = convert({ ...reading, depth: reading.depth - 1 }, inner);
  return converted && { ...converted, ...spanOf(node) };
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

const callees = new Set(["VariableName", "SpecialFunctionName"]);

function convertCall(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [callee, parameters] = partsOf(node);
  if (!callee) return endsEarly(reading, node);
  if (parameters?.name === "NamedParameters") {
    return reading.note("arguments_named", {}, spanOf(parameters));
  }
  if (!callees.has(callee.name)) return unsupported(reading, callee);
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

function convertRange(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const range = readRange(reading, node);
  return range && { op: "range", ...range, ...spanOf(node) };
}

/** A form of FEEL that rules do not have, refused with its own cure. */
function refused(code: "context_literal" | "function_literal" | "type_test"): Convert {
  return (reading, node) => reading.note(code, {}, spanOf(node));
}

/** Turns the grammar's whole tree into ours; undefined when a finding says why not. */
export const convertTree = (text: string, note: Note, top: SyntaxNode): Syntax | undefined =>
  convert({ text, note, depth: 0, convert }, top);
