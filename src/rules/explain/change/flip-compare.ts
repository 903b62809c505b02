import { factAt } from "../../case/dictionary.ts";
import type { Known, Stated } from "../../case/model.ts";
import { dateOfDay, dayNumber } from "../../evaluate/days.ts";
import { compareEnds } from "../../evaluate/ends.ts";
import { truthOf, type Outcome } from "../../evaluate/outcome.ts";
import { prove } from "../../evaluate/reference.ts";
import { stateIn, variableIn, variableKey, within } from "../../evaluate/scope.ts";
import type { Scope, Variable } from "../../evaluate/scope.ts";
import { isPoint } from "../../evaluate/value.ts";
import type { Comparison, FactIr, Node } from "../../ir.ts";
import type { Plan, Step } from "./plan.ts";
import { flips, type Flip, type Reach } from "./threshold.ts";

type Compare = Extract<Node, { op: "compare" }>;
type Wanted = { readonly outcome: Outcome; readonly scope: Scope; readonly want: "T" | "F" };

/** The facts of one comparison that are tried, one at a time with the others held. */
const triedMax = 24;

/** Works a comparison of numbers or dates through for each fact on either side. */
export function comparePlans({ outcome, scope, want }: Wanted): readonly Plan[] {
  const { node } = outcome;
  if (node.op !== "compare") return [];
  const variables = figuresIn(outcome, scope).slice(0, triedMax);
  return variables.flatMap((variable) =>
    solve({ node, scope, want, variable }).map((step) => [step]),
  );
}

/** The quantities and dates that an outcome reads, each once for each subject. */
export function figuresIn(outcome: Outcome, scope: Scope): readonly Variable[] {
  const found = new Map<string, Variable>();
  const walk = (inner: Outcome, at: Scope): void => {
    const { node, about } = inner;
    const here = about ? within(at, about.level, about.subject) : at;
    if (node.op === "fact" && (node.type.kind === "number" || node.type.kind === "date")) {
      const variable = variableIn(here, node.fact);
      found.set(variableKey(variable), variable);
    }
    for (const part of inner.parts) walk(part, here);
  };
  walk(outcome, scope);
  return [...found.values()];
}

type Sought = {
  readonly node: Compare;
  readonly scope: Scope;
  readonly want: "T" | "F";
  readonly variable: Variable;
};

/** What a comparison comes to with one fact at a whole number of quanta, or days. */
export function proveAt({ node, scope, variable }: Omit<Sought, "want">, quanta: number): Outcome {
  const fact = factAt(scope.edition.program, variable.fact);
  const assumed = new Map(scope.assumed).set(variableKey(variable), knownOf(fact, quanta));
  return prove(node, { ...scope, assumed });
}

export const knownOf = (fact: FactIr, quanta: number): Known =>
  fact.type.kind === "date" ? dateOfDay(quanta) : quanta;

/** Where a comparison of equality turns: the values around which it holds. */
const relaxed: Partial<Record<Comparison, readonly Comparison[]>> = {
  "=": [">=", "<="],
  "!=": [">=", "<="],
};

function solve(sought: Sought): readonly Step[] {
  const { node, scope, want, variable } = sought;
  const fact = factAt(scope.edition.program, variable.fact);
  const reach = reachOf(fact, stateIn(scopeAt(scope, variable), variable.fact));
  const wants = (quanta: number) => truthOf(proveAt(sought, quanta)) === want;
  const loose = relaxed[node.comparison];
  if (!loose) return flips(reach, wants).map((flip) => stepOf(sought, flip, reach));
  const nearby = loose.flatMap((comparison) => {
    const other = { ...sought, node: { ...node, comparison } };
    return flips(reach, (quanta) => truthOf(proveAt(other, quanta)) === "T").map(({ to }) => to);
  });
  const beside = reach.from === undefined ? [] : [reach.from - 1, reach.from + 1];
  return [...nearby, ...beside]
    .filter((to) => to >= reach.min && to <= reach.max && wants(to))
    .map((to) => stepOf(sought, { to, direction: "equals" }, reach));
}

const scopeAt = (scope: Scope, { level, subject }: Variable): Scope =>
  within(scope, level, subject);

/** Dates that a project can have; the calendar itself has no end. */
const days = { min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") };

export function reachOf(fact: FactIr, stated: Stated): Reach {
  const isDate = fact.type.kind === "date";
  const min = isDate ? days.min : (fact.min ?? -Number.MAX_SAFE_INTEGER);
  const max = isDate ? days.max : (fact.max ?? Number.MAX_SAFE_INTEGER);
  if (stated.state === "estimate") return { from: stated.min, min, max };
  if (stated.state !== "known") return { from: undefined, min, max };
  const from = isDate ? dayNumber(String(stated.value)) : Number(stated.value);
  return { from, min, max };
}

type AnyFlip = { readonly to: number; readonly direction: Flip["direction"] | "equals" };

function stepOf(sought: Sought, { to, direction }: AnyFlip, { from }: Reach): Step {
  const { scope, variable } = sought;
  const fact = factAt(scope.edition.program, variable.fact);
  const before = direction === "at_least" ? to - 1 : to + 1;
  const isStrict = direction !== "equals" && isLevel(proveAt(sought, before));
  return {
    variable,
    to: knownOf(fact, to),
    direction,
    ...(isStrict && { isStrict }),
    stretch: from === undefined ? 0 : Math.abs(to - from) / Math.max(1, Math.abs(from)),
  };
}

/** Whether both sides of a comparison are exactly the same. */
function isLevel({ parts: [left, right] }: Outcome): boolean {
  if (left?.value.kind !== "number" || right?.value.kind !== "number") return false;
  if (!isPoint(left.value) || !isPoint(right.value)) return false;
  return compareEnds(left.value.min, right.value.min) === 0;
}
