import type { EffectIr } from "../ir.ts";
import { compareEnds } from "./ends.ts";
import { isLeaf, type Aggregate, type Leaf } from "./kinds.ts";
import { workCalendarOf } from "./moving.ts";
import { candidatesOf, truthOf, type Outcome } from "./outcome.ts";
import { isUnlisted, stateIn, variableIn, within, type Scope } from "./scope.ts";
import { missingYear, type Timed } from "./time.ts";
import { isPoint, type Interval, type Value } from "./value.ts";

/** What is missing and could still matter, and why a value is not there. */
export type Relevant = {
  /** Facts by "index@subject", each once. */
  readonly facts: Map<string, { fact: number; subject: number }>;
  readonly registers: Set<number>;
  /** Listed levels of which the case does not say how many subjects there are. */
  readonly levels: Set<string>;
  readonly causes: Set<Cause>;
};

/** Why a value is not there where no fact is missing. */
export type Cause = "undefined" | "no_figure" | "off_calendar" | "no_calendar";

export const noRelevant = (): Relevant => ({
  facts: new Map(),
  registers: new Set(),
  levels: new Set(),
  causes: new Set(),
});

/** Whether facts can still move a value. */
function isMovable(value: Value): boolean {
  switch (value.kind) {
    case "truth":
      return value.truth === "U";
    case "number":
      return !isPoint(value);
    case "words":
      return value.options?.size !== 1;
    case "list":
      return value.possible?.size !== value.certain.size;
    case "open":
    case "undefined":
      return true;
    case "not_applicable":
      return false;
  }
}

/** Collects what could still move an outcome; a part that can no longer change it is left out. */
export function collect(outcome: Outcome, scope: Scope, into: Relevant): void {
  const { node, value, parts } = outcome;
  if (!isMovable(value)) return;
  if (isLeaf(node)) return collectLeaf(node, scope, into);
  if (node.op === "if") return collectChoice(parts, scope, into);
  if (node.op === "aggregate") return collectAggregate(outcome, scope, into);
  if (node.op === "listed" && isEmptyRegister(node.register, scope))
    into.registers.add(node.register);
  if (node.op === "divide" && value.kind === "undefined") into.causes.add("undefined");
  if (node.op === "shift" || node.op === "elapsed") noteCalendar({ ...outcome, node }, scope, into);
  const left = node.op === "min" || node.op === "max" ? rivals(node.op, parts) : parts;
  for (const part of left) collect(part, scope, into);
}

/** A year whose working days are missing: its register where the pack has an empty one. */
function noteCalendar(
  { node, value, parts }: Outcome & { readonly node: Timed },
  { edition: { program } }: Scope,
  into: Relevant,
): void {
  if (node.op === "shift" && value.kind === "undefined" && isReckoned(parts)) {
    into.causes.add("off_calendar");
  }
  const values = parts.map((part) => part.value);
  const year = missingYear(workCalendarOf(program), node, values);
  if (year === undefined) return;
  const register = program.registers.findIndex((one) => one.calendar === year);
  if (register < 0) into.causes.add("no_calendar");
  else into.registers.add(register);
}

const isReckoned = (parts: readonly Outcome[]): boolean =>
  parts.every((part) => part.value.kind === "number");

const isEmptyRegister = (register: number, scope: Scope): boolean =>
  scope.edition.program.registers[register]?.state === "empty";

function collectLeaf(node: Leaf, scope: Scope, into: Relevant): void {
  if (node.op === "fact") collectFact(node.fact, scope, into);
  if (node.op === "parameter" && !scope.edition.figures[node.parameter])
    into.causes.add("no_figure");
}

function collectFact(fact: number, scope: Scope, into: Relevant): void {
  const { state } = stateIn(scope, fact);
  if (state === "known" || state === "not_applicable") return;
  const { subject } = variableIn(scope, fact);
  into.facts.set(`${fact}@${subject}`, { fact, subject });
}

function collectChoice(parts: readonly Outcome[], scope: Scope, into: Relevant): void {
  const [condition, then, otherwise] = parts;
  if (!condition || !then || !otherwise) return;
  const truth = truthOf(condition);
  collect(condition, scope, into);
  if (truth !== "F") collect(then, scope, into);
  if (truth !== "T") collect(otherwise, scope, into);
}

function collectAggregate(outcome: Outcome, scope: Scope, into: Relevant): void {
  const { node, parts, value } = outcome;
  if (node.op !== "aggregate") return;
  if (isUnlisted(scope.facts, node.level)) into.levels.add(node.level);
  if (value.kind === "undefined" && isEmpty(node, parts)) into.causes.add("undefined");
  for (const part of standing(node, parts)) {
    const { about } = part;
    if (about) collect(part, within(scope, about.level, about.subject), into);
  }
}

const isEmpty = (node: Aggregate, parts: readonly Outcome[]): boolean =>
  node.filter
    ? candidatesOf(parts).every(({ filter }) => truthOf(filter) === "F")
    : parts.length === 0;

/** What of a fold may still change it; of one with a filter, its values and what passes them. */
function standing(node: Aggregate, parts: readonly Outcome[]): readonly Outcome[] {
  const { fold } = node;
  if (fold !== "min" && fold !== "max") return parts;
  if (!node.filter) return rivals(fold, parts);
  const all = candidatesOf(parts).filter(({ filter }) => truthOf(filter) !== "F");
  const certain = all.filter(({ filter }) => truthOf(filter) === "T").map(({ value }) => value);
  return all.flatMap(({ value, filter }) =>
    rivals(fold, [value, ...certain.filter((one) => one !== value)]).includes(value)
      ? [value, filter]
      : [],
  );
}

/** The operands of which one may still be the least (or the greatest). */
function rivals(fold: "min" | "max", parts: readonly Outcome[]): readonly Outcome[] {
  const numbers = parts.map((part) => part.value);
  return parts.filter(({ value }) => {
    if (value.kind !== "number") return true;
    return !numbers.some(
      (other) => other !== value && other.kind === "number" && isBeaten(fold, value, other),
    );
  });
}

const isBeaten = (fold: "min" | "max", a: Interval, by: Interval): boolean =>
  fold === "min" ? compareEnds(a.min, by.max) >= 0 : compareEnds(a.max, by.min) <= 0;

export type EffectOutcomes = {
  readonly amount: Outcome | undefined;
  readonly limits: readonly Outcome[];
};

/**
 * Of an amount that is still a range: the facts of those among it and its limits that may decide
 * it.
 */
export function collectCut(parts: readonly Outcome[], scope: Scope, into: Relevant): void {
  for (const part of rivals("min", parts)) collect(part, scope, into);
}

/** The bounds that cut the amount. */
export const cutting = (effect: EffectIr, limits: readonly Outcome[]): readonly Outcome[] =>
  limits.filter((_, index) => {
    const bound = effect.bounds[index];
    return bound?.direction === "at_most" && bound.force === "must";
  });

export { collectFact };
