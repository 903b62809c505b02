import type { SyntaxNode } from "@lezer/common";
import { endsEarly, partsOf, spanOf, textOf, unsupported, type Reading } from "./reading.ts";
import type { Iterator, Syntax } from "./syntax.ts";

/** `b in buildings, u in project.uses`: each goes through one thing, none through numbers. */
function readIterators(reading: Reading, ranges: SyntaxNode): readonly Iterator[] | undefined {
  const iterators = partsOf(ranges).map((range) => readIterator(reading, range));
  return iterators.every((one) => one !== undefined) ? iterators : undefined;
}

function readIterator(reading: Reading, range: SyntaxNode): Iterator | undefined {
  const [variable, , context] = partsOf(range);
  const [only, ...more] = context ? partsOf(context) : [];
  if (!variable || !only) return endsEarly(reading, range);
  if (more.length > 0) return reading.note("loop_over_numbers", {}, spanOf(range));
  const over = reading.convert(reading, only);
  if (over?.op === "range") return reading.note("loop_over_numbers", {}, over);
  return over && { variable: textOf(reading, variable), over };
}

export function convertQuantified(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [word, ranges, , satisfies] = partsOf(node);
  if (!word || !ranges || !satisfies) return unsupported(reading, node);
  if (isChain(satisfies)) return noteSwallowed(reading, node, satisfies);
  const iterators = readIterators(reading, ranges);
  const body = reading.convert(reading, satisfies);
  const fold = word.name === "some" ? "some" : "every";
  return iterators && body && { op: "quantified", fold, iterators, body, ...spanOf(node) };
}

/** `for b in buildings return b.floor_area * share`: something folds it. */
export function convertFor(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [, ranges, , result] = partsOf(node);
  if (!ranges || !result) return unsupported(reading, node);
  const iterators = readIterators(reading, ranges);
  const body = reading.convert(reading, result);
  return iterators && body && { op: "for", iterators, body, ...spanOf(node) };
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
