import { invariant } from "../../../src/base/invariant.ts";
import { divide, toNumber } from "../../../src/base/ratio.ts";
import {
  childrenOf,
  type Comparison,
  type FactIr,
  type Node,
  type Program,
} from "../../../src/rules/index.ts";
import { say, type Dialect } from "../dialect.ts";
import { factOf, factorOf, figureOf, isFigure, nameOf } from "../figures.ts";

/**
 * Conditions and figures as somebody writes them by hand in JavaScript, over plain objects. They
 * are written out from the rules, so that they cannot fall behind the pack.
 */

const operators: Record<Comparison, string> = {
  ...{ "<": "<", "<=": "<=", ">": ">", ">=": ">=" },
  ...{ "=": "===", "!=": "!==" },
};

const read = (fact: FactIr): string => `${fact.level}.${nameOf(fact)}`;
const quote = (text: string): string => JSON.stringify(text);
const isOpen = (part: string): boolean => part.includes("undefined");

/** What may be open comes last: where anything before it fails, the whole fails. */
const openLast = (parts: readonly string[]): string[] => [
  ...parts.filter((part) => !isOpen(part)),
  ...parts.filter(isOpen),
];

export const javascript: Dialect<string> = {
  all: (parts) => `(${openLast(parts).join(" && ")})`,
  any: (parts) => `(${parts.join(" || ")})`,
  not: (part) => `!${part}`,
  isTrue: read,
  among: (fact, options) =>
    `(${options.map((option) => `${read(fact)} === ${quote(option)}`).join(" || ")})`,
  compare: (fact, comparison, other) =>
    `(${read(fact)} ${operators[comparison]} ${typeof other === "number" ? other : read(other)})`,
  open: {
    listed: () => "undefined",
    reaches: (fact, { min, max }) =>
      `(${read(fact)} >= ${max} ? true : ${read(fact)} < ${min} ? false : undefined)`,
  },
};

const signs = { add: "+", subtract: "-", multiply: "*" } as const;

/** A figure in base units, as doubles. */
function sayNumber(program: Program, node: Node): string {
  if (isFigure(node)) return String(figureOf(program, node, undefined).min);
  if (node.op === "fact") return sayFact(factOf(program, node.fact));
  const parts = childrenOf(node).map((part) =>
    part.type.kind === "boolean" ? say(program, part, javascript) : sayNumber(program, part),
  );
  if (node.op === "min" || node.op === "max") return `Math.${node.op}(${parts.join(", ")})`;
  if (node.op === "if") return `(${parts[0]} ? ${parts[1]} : ${parts[2]})`;
  const sign = Object.entries(signs).find(([op]) => op === node.op)?.[1];
  invariant(sign, `nobody has written ${node.op} by hand yet`);
  return `(${parts.join(` ${sign} `)})`;
}

function sayFact(fact: FactIr): string {
  const factor = toNumber(factorOf(fact.definition.unit));
  return factor === 1 ? read(fact) : `${read(fact)} * ${factor}`;
}

/** What a rule of the house reads: one subject of each level, its facts flat. */
export type At = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function make<Result>(levels: readonly string[], body: string): (at: At) => Result {
  // The text is written from the rules of the pack that is measured.
  // oxlint-disable-next-line typescript/no-implied-eval -- what is measured is this code
  return new Function(`return ({ ${levels.join(", ")} }) => ${body};`)() as (at: At) => Result;
}

export const levelsOf = (program: Program): string[] => [
  ...new Set(program.facts.map(({ level }) => level)),
];

/** Undefined is open. */
export const conditionOf = (program: Program, node: Node | undefined) =>
  make<boolean | undefined>(levelsOf(program), node ? say(program, node, javascript) : "true");

/** A figure in the steps of its effect, not yet whole. */
export function stepsOf(program: Program, node: Node, step: { n: bigint; d: bigint }) {
  const perUnit = toNumber(divide({ n: 1n, d: 1n }, step));
  return make<number>(levelsOf(program), `(${sayNumber(program, node)}) * ${perUnit}`);
}
