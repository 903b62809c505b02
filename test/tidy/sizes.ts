import ts from "typescript";
import { isTest, lineOf, parse, walk, type Text } from "./sources.ts";

export const limits = {
  file: 300,
  function: 40,
  line: 100,
  sentence: 160,
  parameters: 3,
  nesting: 2,
} as const;
export type Limit = keyof typeof limits;

/** Something that is larger than its limit. `name` is the function's, where it has one. */
export type Excess = { path: string; limit: Limit; name?: string; size: number; line: number };

type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration;

const isFunction = (node: ts.Node): node is FunctionNode =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node);

/** The name that a reader would call it by: its own, or that of what it is given to. */
function nameOf(node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) {
    return parent.name.getText();
  }
  if (ts.isCallExpression(parent)) return `${parent.expression.getText().slice(0, 40)}(…)`;
  return "(nameless)";
}

/** `describe` is a chapter and its tests are the story: a chapter may be long, a test may not. */
function isChapter(node: FunctionNode, path: string): boolean {
  if (!isTest(path) || !ts.isCallExpression(node.parent)) return false;
  return /^(describe|onBothEngines)\b/.test(node.parent.expression.getText());
}

/** `test.each(rows)("…", (…) => {})` takes as many parameters as its rows have columns. */
function isRow(node: FunctionNode, path: string): boolean {
  if (!isTest(path) || !ts.isCallExpression(node.parent)) return false;
  return /^(test|describe)\.each\b/.test(node.parent.expression.getText());
}

const isBranch = (node: ts.Node): boolean =>
  ts.isIfStatement(node) ||
  ts.isIterationStatement(node, false) ||
  ts.isSwitchStatement(node) ||
  ts.isTryStatement(node);

/** How deep branches stand in branches; `else if` is one level, an inner function starts anew. */
function nestingOf(node: ts.Node, depth = 0): number {
  let deepest = depth;
  ts.forEachChild(node, (child) => {
    if (isFunction(child)) return;
    const chained = ts.isIfStatement(child) && ts.isIfStatement(node);
    const next = isBranch(child) && !chained ? depth + 1 : depth;
    deepest = Math.max(deepest, nestingOf(child, next));
  });
  return deepest;
}

function* sizesOfFunction(
  file: ts.SourceFile,
  node: FunctionNode,
): Generator<{ limit: Limit; size: number }> {
  const first = lineOf(file, node.getStart());
  const last = lineOf(file, node.getEnd());
  if (!isChapter(node, file.fileName)) yield { limit: "function", size: last - first + 1 };
  if (!isRow(node, file.fileName)) yield { limit: "parameters", size: node.parameters.length };
  if (node.body) yield { limit: "nesting", size: nestingOf(node.body) };
}

function excessiveFunctions(source: Text): Excess[] {
  const file = parse(source);
  const found: Excess[] = [];
  walk(file, (node) => {
    if (!isFunction(node)) return;
    for (const { limit, size } of sizesOfFunction(file, node)) {
      if (size <= limits[limit]) continue;
      const line = lineOf(file, node.getStart());
      found.push({ path: source.path, limit, name: nameOf(node), size, line });
    }
  });
  return found;
}

/** Tables of sentences: a sentence is not broken for the sake of its line. */
const isTable = (path: string): boolean => /(\/messages\.(zh|en)\.ts|\/i18n\/.*\.ts)$/.test(path);

/** A sentence alone on its line stays whole, so that a search for its words finds it. */
const isSentence = (line: string): boolean =>
  /^\s*(test|describe)(\.\w+\(.*\))?\("/.test(line) ||
  /^\s*(\w+: |\w+ = |return |\+ )?(["'`]).*\2,?( \+|;|\)+[,;]?)?$/.test(line);

/** Wide characters fill two columns on screen, but a line is counted in characters. */
function excessiveLines({ path, text }: Text): Excess[] {
  return text.split("\n").flatMap((content, index): Excess[] => {
    const limit = isTable(path) || isSentence(content) ? "sentence" : "line";
    const size = [...content].length;
    return size > limits[limit] ? [{ path, limit, size, line: index + 1 }] : [];
  });
}

/** Everything in one file of code that is larger than the house allows. */
export function excessesOf(source: Text): Excess[] {
  const lines = source.text.trimEnd().split("\n").length;
  const whole: Excess[] =
    lines > limits.file ? [{ path: source.path, limit: "file", size: lines, line: 1 }] : [];
  return [...whole, ...excessiveLines(source), ...excessiveFunctions(source)];
}
