import { factAt } from "../../case/dictionary.ts";
import type { Known, Stated } from "../../case/model.ts";
import { operands } from "../../evaluate/kinds.ts";
import { prove } from "../../evaluate/reference.ts";
import { stateIn, variableKey, within, type Scope, type Variable } from "../../evaluate/scope.ts";
import type { Truth } from "../../evaluate/truth.ts";
import type { FactIr, Node } from "../../ir.ts";
import type { Outcome } from "../../evaluate/outcome.ts";
import type { Effort } from "./effort.ts";
import { comparisonsIn, figuresIn, knownOf, reachOf, solve } from "./flip-compare.ts";
import type { Step } from "./plan.ts";

/** A fact whose other values are sought, and the condition that they may turn. */
export type Varying = {
  readonly node: Node;
  readonly scope: Scope;
  readonly variable: Variable;
  /** The facts that are open beside it: without any, what it leaves undecided stays so. */
  readonly left: readonly Variable[];
  readonly effort: Effort;
};

/** The values of a fact that may turn a condition, each once; today's own is not among them. */
export function valuesOf(varying: Varying): readonly Step[] {
  const { scope, variable } = varying;
  const fact = factAt(scope.edition.program, variable.fact);
  const stated = stateIn(within(scope, variable.level, variable.subject), variable.fact);
  const { kind } = fact.type;
  if (kind === "number" || kind === "date") return figures(varying);
  const quanta = stated.state === "unknown" ? 0 : 1;
  return wordsOf(fact, stated, varying.node)
    .filter((to) => stated.state !== "known" || !isSame(to, stated.value))
    .map((to) => ({ variable, to, quanta }));
}

const isSame = (a: Known, b: Known): boolean => JSON.stringify(a) === JSON.stringify(b);

function wordsOf(fact: FactIr, stated: Stated, node: Node): readonly Known[] {
  switch (fact.type.kind) {
    case "boolean":
      return [true, false];
    case "enumeration":
      return fact.type.options;
    case "text":
      return wordsIn(node, fact);
    case "list":
      return listsFrom(stated, wordsIn(node, fact));
    case "number":
    case "date":
      return [];
  }
}

/** The words that a condition compares anything with: a text has no dictionary of its own. */
function wordsIn(node: Node, fact: FactIr): readonly string[] {
  const found = new Set<string>();
  const walk = (inner: Node): void => {
    if (inner.op === "text") found.add(inner.value);
    if (inner.op === "among") inner.options.forEach((option) => found.add(option));
    if (inner.op === "holds") found.add(inner.option);
    const inside = inner.op === "aggregate" ? [inner.body] : operands(inner);
    inside.forEach(walk);
  };
  walk(node);
  const options = fact.definition.options?.map(({ id }) => id);
  return [...found].filter((word) => options?.includes(word) ?? true);
}

/** More words than this are not tried in every combination. */
const combinedMax = 5;

/** Today's list with every choice of the words that matter put in or taken out. */
function listsFrom(stated: Stated, words: readonly string[]): readonly Known[] {
  const value = stated.state === "known" ? stated.value : [];
  const today: readonly string[] = Array.isArray(value) ? (value as readonly string[]) : [];
  let lists: readonly (readonly string[])[] = [today.filter((word) => !words.includes(word))];
  for (const word of words.slice(0, combinedMax)) {
    lists = lists.flatMap((list) => [list, [...list, word]]);
  }
  return lists;
}

/** Where any comparison that reads the fact turns, or may turn once other facts are open. */
function figures(varying: Varying): readonly Step[] {
  const { node, scope, variable } = varying;
  const key = variableKey(variable);
  const found = new Map<string, Step>();
  for (const one of comparisonsIn(prove(node, scope), scope)) {
    const isRead = figuresIn(one.outcome, one.scope).some((read) => variableKey(read) === key);
    for (const step of isRead ? turns({ ...varying, ...one }) : []) {
      found.set(`${String(step.to)} ${step.direction}`, step);
    }
  }
  const steps = [...found.values()].sort((a, b) => a.quanta - b.quanta);
  return steps.length > 0 ? steps : anyOf(varying);
}

/** Where no comparison turns by an open fact alone, it may be enough that it is known at all. */
function anyOf({ scope, variable }: Varying): readonly Step[] {
  const fact = factAt(scope.edition.program, variable.fact);
  const stated = stateIn(within(scope, variable.level, variable.subject), variable.fact);
  const { min, max } = reachOf(fact, stated);
  const least = Math.max(min, Math.min(0, max));
  if (stated.state !== "unknown") return [];
  return [{ variable, to: knownOf(fact, least), direction: "equals", quanta: 0 }];
}

type Turning = Varying & {
  readonly node: Extract<Node, { op: "compare" }>;
  readonly outcome: Outcome;
};

/** Where a comparison becomes certain, and where it becomes possible while others are open. */
const certain = [(truth: Truth) => truth === "T", (truth: Truth) => truth === "F"];
const turning = [...certain, (truth: Truth) => truth !== "F", (truth: Truth) => truth !== "T"];

const turns = (at: Turning): readonly Step[] =>
  cornersOf(at).flatMap((scope) =>
    (at.left.length === 0 ? certain : turning).flatMap((accepts) =>
      solve({ ...at, scope, accepts }),
    ),
  );

/**
 * The scope itself; where an open fact stands on both sides of a comparison, also with all such at
 * their ends: while it is open, each side reckons with it as if it were another.
 */
function cornersOf({ scope, left, outcome }: Turning): readonly Scope[] {
  const [here = [], there = []] = outcome.parts.map((side) => keysIn(side, scope));
  const both = left.filter((one) => [here, there].every((keys) => keys.includes(variableKey(one))));
  if (both.length === 0) return [scope];
  return [scope, ...(["min", "max"] as const).map((end) => atEnds(scope, both, end))];
}

const keysIn = (side: Outcome, scope: Scope): readonly string[] =>
  figuresIn(side, scope).map(variableKey);

function atEnds(scope: Scope, variables: readonly Variable[], end: "min" | "max"): Scope {
  const ends = variables.map((variable): [string, Known] => {
    const fact = factAt(scope.edition.program, variable.fact);
    return [variableKey(variable), knownOf(fact, reachOf(fact, { state: "unknown" })[end])];
  });
  return { ...scope, assumed: new Map([...scope.assumed, ...ends]) };
}
