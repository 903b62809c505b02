import type { SyntaxNode } from "@lezer/common";
import { limits } from "../limits.ts";
import { hasLoneSurrogate } from "../text.ts";
import {
  convertArithmetic,
  convertComparison,
  convertInstance,
  convertLogic,
  convertTest,
} from "./operators.ts";
import {
  contentOf,
  convertAll,
  nameOf,
  partsOf,
  spanOf,
  textOf,
  trouble,
  type Convert,
  type Reading,
} from "./reading.ts";
import type { Entry, Iterator, Syntax, WrittenParameter } from "./syntax.ts";
import type { Scanned, Trouble } from "./scan.ts";
import { unquote } from "./strings.ts";
import { convertType } from "./types.ts";

const converters: Readonly<Record<string, Convert>> = {
  Expression: convertOnly,
  ParenthesizedExpression: convertOnly,
  PositiveUnaryTest: convertOnly,
  NumericLiteral: (reading, node) => ({
    op: "number",
    text: textOf(reading, node).replace(/\s/g, ""),
    ...spanOf(node),
  }),
  StringLiteral: convertString,
  BooleanLiteral: (reading, node) => ({
    op: "literal",
    value: textOf(reading, node) === "true",
    ...spanOf(node),
  }),
  null: (_, node) => ({ op: "literal", value: null, ...spanOf(node) }),
  "?": (_, node) => ({ op: "name", name: "?", ...spanOf(node) }),
  VariableName: convertName,
  SpecialFunctionName: convertName,
  DateTimeConstructor: convertName,
  DateTimeLiteral: convertDateTime,
  PathExpression: convertPath,
  FilterExpression: convertFilter,
  FunctionInvocation: convertCall,
  FunctionDefinition: convertLambda,
  List: convertList,
  Context: convertContext,
  Conjunction: convertLogic,
  Disjunction: convertLogic,
  Comparison: convertComparison,
  ArithmeticExpression: convertArithmetic,
  SimplePositiveUnaryTest: convertTest,
  InstanceOfExpression: convertInstance,
  IfExpression: convertIf,
  ForExpression: convertLoop,
  QuantifiedExpression: convertLoop,
};

function convert(reading: Reading, node: SyntaxNode): Syntax | undefined {
  if (reading.depth >= limits.levels) return trouble(reading, "nested_too_deep", node);
  const converter = Object.hasOwn(converters, node.name) ? converters[node.name] : undefined;
  if (!converter) return trouble(reading, "syntax", node);
  return converter({ ...reading, depth: reading.depth + 1 }, node);
}

function convertOnly(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [inner] = contentOf(node);
  return inner ? convert(reading, inner) : trouble(reading, "syntax", node);
}

function convertString(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const value = unquote(textOf(reading, node));
  if (hasLoneSurrogate(value)) return trouble(reading, "lone_surrogate", node);
  return { op: "literal", value, ...spanOf(node) };
}

function convertName(reading: Reading, node: SyntaxNode): Syntax | undefined {
  return { op: "name", name: nameOf(reading, node), ...spanOf(node) };
}

/** `@"…"`, or a call of one of the constructors that the grammar knows by name. */
function convertDateTime(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first, parameters] = contentOf(node);
  if (first?.name !== "AtLiteral") return convertCallOf(reading, node, [first, parameters]);
  const [text] = partsOf(first).filter(({ name }) => name === "StringLiteral");
  if (!text) return trouble(reading, "syntax", node);
  return { op: "at", text: unquote(textOf(reading, text)), ...spanOf(node) };
}

function convertPath(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first, last] = contentOf(node);
  if (!first || !last) return trouble(reading, "syntax", node);
  const from = convert(reading, first);
  return from && { op: "path", from, name: nameOf(reading, last), ...spanOf(node) };
}

function convertFilter(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [from, condition] = convertAll(reading, contentOf(node)) ?? [];
  return from && condition && { op: "filter", from, condition, ...spanOf(node) };
}

function convertCall(reading: Reading, node: SyntaxNode): Syntax | undefined {
  return convertCallOf(reading, node, contentOf(node));
}

function convertCallOf(
  reading: Reading,
  node: SyntaxNode,
  [first, parameters]: readonly (SyntaxNode | undefined)[],
): Syntax | undefined {
  const callee = first && convert(reading, first);
  if (!callee) return first ? undefined : trouble(reading, "syntax", node);
  if (parameters?.name === "NamedParameters") {
    const entries = convertEntries(reading, contentOf(parameters));
    return entries && { op: "call_named", callee, entries, ...spanOf(node) };
  }
  const args = convertAll(reading, parameters ? contentOf(parameters) : []);
  return args && { op: "call", callee, args, ...spanOf(node) };
}

/** Names or keys with their values. */
function convertEntries(
  reading: Reading,
  nodes: readonly SyntaxNode[],
): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const node of nodes) {
    const [key, inner] = contentOf(node);
    const value = inner && convert(reading, inner);
    if (!key || !value) return inner ? undefined : trouble(reading, "syntax", node);
    const [text] = partsOf(key);
    const isText = text?.name === "StringLiteral";
    entries.push({ name: isText ? unquote(textOf(reading, text)) : nameOf(reading, key), value });
  }
  return entries;
}

function convertList(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const items = convertAll(reading, contentOf(node));
  return items && { op: "list", items, ...spanOf(node) };
}

function convertContext(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const entries = convertEntries(reading, contentOf(node));
  return entries && { op: "context", entries, ...spanOf(node) };
}

const wordsOfIf = new Set(["if", "then", "else"]);

function convertIf(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const parts = partsOf(node).filter(({ name }) => !wordsOfIf.has(name));
  const [condition, then, otherwise] = convertAll(reading, parts) ?? [];
  if (!condition || !then || !otherwise) return undefined;
  return { op: "if", condition, then, otherwise, ...spanOf(node) };
}

/** `for`, `some` and `every`. */
function convertLoop(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [word, ranges, , last] = partsOf(node);
  if (!word || !ranges || !last) return trouble(reading, "syntax", node);
  const iterators: Iterator[] = [];
  for (const part of contentOf(ranges)) {
    const iterator = convertIterator(reading, part);
    if (!iterator) return undefined;
    iterators.push(iterator);
  }
  const body = convert(reading, last);
  const op = word.name === "for" || word.name === "some" ? word.name : "every";
  return body && { op, iterators, body, ...spanOf(node) };
}

function convertIterator(reading: Reading, node: SyntaxNode): Iterator | undefined {
  const [variable, , over] = partsOf(node);
  if (!variable || !over) return trouble(reading, "syntax", node);
  const [from, to] = convertAll(reading, contentOf(over)) ?? [];
  return from && { name: nameOf(reading, variable), from, ...(to && { to }) };
}

function convertLambda(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const parts = partsOf(node);
  if (parts.some(({ name }) => name === "external")) return { op: "external", ...spanOf(node) };
  const list = parts.find(({ name }) => name === "FormalParameters");
  const content = parts.find(({ name }) => name === "FunctionBody");
  const [inner] = content ? contentOf(content) : [];
  const body = inner && convert(reading, inner);
  if (!body) return inner ? undefined : trouble(reading, "syntax", node);
  const parameters = (list ? contentOf(list) : []).map((part): WrittenParameter => {
    const [name, type] = contentOf(part);
    const written = type ? convertType(reading, type) : ({ of: "any" } as const);
    return { name: nameOf(reading, name ?? part), type: written };
  });
  return { op: "lambda", parameters, body, ...spanOf(node) };
}

/** Turns the grammar's tree into ours; what went wrong first where it cannot be. */
export function convertTree({ text, ranges }: Scanned, top: SyntaxNode): Syntax | Trouble {
  const troubles: Trouble[] = [];
  const syntax = convert({ text, ranges, troubles, depth: 0, convert }, top);
  return syntax ?? troubles[0] ?? { code: "syntax", span: spanOf(top) };
}
