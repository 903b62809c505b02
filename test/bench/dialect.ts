import { invariant } from "../../src/base/invariant.ts";
import {
  childrenOf,
  type Comparison,
  type FactIr,
  type Node,
  type Program,
} from "../../src/rules/index.ts";
import { factOf, figureOf, isFigure, type Range } from "./figures.ts";

/** How a language of rules says what a condition is made of. */
export type Dialect<Said> = {
  readonly all: (parts: readonly Said[]) => Said;
  readonly any: (parts: readonly Said[]) => Said;
  readonly not: (part: Said) => Said;
  readonly isTrue: (fact: FactIr) => Said;
  readonly among: (fact: FactIr, options: readonly string[]) => Said;
  /** With a figure in the fact's unit, or with another fact of that unit. */
  readonly compare: (fact: FactIr, comparison: Comparison, other: number | FactIr) => Said;
  /** Absent where a language is spared what is open with all facts known. */
  readonly open?: {
    readonly listed: (fact: FactIr) => Said;
    readonly reaches: (fact: FactIr, least: Range) => Said;
  };
};

type Compare = Extract<Node, { op: "compare" }>;

const turned: Record<Comparison, Comparison> = {
  ...{ "<": ">", "<=": ">=", ">": "<", ">=": "<=" },
  ...{ "=": "=", "!=": "!=" },
};

/** The fact of a comparison first, whichever side it stands on. */
const sidesOf = ({ left, right, comparison }: Compare) =>
  left.op === "fact"
    ? { fact: left, other: right, comparison }
    : { fact: right, other: left, comparison: turned[comparison] };

/**
 * What every language can say: facts that are true, options, and figures that are certain, joined
 * by and, or, not.
 */
export function isPlain(program: Program, node: Node): boolean {
  if (node.op === "fact") return factOf(program, node.fact).type.kind === "boolean";
  if (node.op === "among") return node.arg.op === "fact";
  if (node.op === "compare") return isPlainCompare(program, node);
  return joins.has(node.op) && childrenOf(node).every((part) => isPlain(program, part));
}

const joins: ReadonlySet<string> = new Set<Node["op"]>(["and", "or", "not", "if"]);

function isPlainCompare(program: Program, node: Compare): boolean {
  const { fact, other } = sidesOf(node);
  if (fact.op !== "fact") return false;
  if (other.op === "text") return true;
  if (other.op === "fact") return isOneUnit(program, [fact.fact, other.fact]);
  if (!isFigure(other)) return false;
  const { min, max } = figureOf(program, other, factOf(program, fact.fact).definition.unit);
  return min === max;
}

const isOneUnit = (program: Program, facts: readonly number[]): boolean =>
  new Set(facts.map((fact) => factOf(program, fact).definition.unit)).size === 1;

/** Says a condition in a language. */
export function say<Said>(program: Program, node: Node, dialect: Dialect<Said>): Said {
  if (node.op === "fact") return dialect.isTrue(factOf(program, node.fact));
  if (node.op === "among") return dialect.among(factIn(program, node.arg), node.options);
  if (node.op === "compare") return sayCompare(program, node, dialect);
  if (!joins.has(node.op)) return sayOpen(program, node, dialect);
  return sayJoined(
    node,
    childrenOf(node).map((part) => say(program, part, dialect)),
    dialect,
  );
}

function sayJoined<Said>({ op }: Node, parts: readonly Said[], { all, any, not }: Dialect<Said>) {
  if (op === "and") return all(parts);
  if (op === "or") return any(parts);
  const [condition, then, otherwise] = parts as readonly [Said, Said, Said];
  if (op === "not") return not(condition);
  return any([all([condition, then]), all([not(condition), otherwise])]);
}

function sayCompare<Said>(program: Program, node: Compare, dialect: Dialect<Said>): Said {
  const { fact: side, other, comparison } = sidesOf(node);
  const fact = factIn(program, side);
  if (other.op === "text") {
    const same = dialect.among(fact, [other.value]);
    return comparison === "!=" ? dialect.not(same) : same;
  }
  if (other.op === "fact") return dialect.compare(fact, comparison, factOf(program, other.fact));
  const figure = figureOf(program, other, fact.definition.unit);
  if (figure.min === figure.max) return dialect.compare(fact, comparison, figure.min);
  invariant(dialect.open && comparison === ">=", "a figure that the text leaves open is a floor");
  return dialect.open.reaches(fact, figure);
}

function sayOpen<Said>(program: Program, node: Node, { open }: Dialect<Said>): Said {
  invariant(open && node.op === "listed", `the language can say ${node.op}`);
  const register = program.registers[node.register];
  invariant(register?.state === "empty", "the list is one that nobody has filled yet");
  return open.listed(factIn(program, node.arg));
}

function factIn(program: Program, node: Node): FactIr {
  invariant(node.op === "fact", "it is said of a fact");
  return factOf(program, node.fact);
}
