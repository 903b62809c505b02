import { factAt } from "../../case/dictionary.ts";
import type { Known, Stated } from "../../case/model.ts";
import { dateOfDay, dayNumber } from "../../evaluate/days.ts";
import { compareEnds } from "../../evaluate/ends.ts";
import { truthOf, type Outcome } from "../../evaluate/outcome.ts";
import { prove } from "../../evaluate/reference.ts";
import { stateIn, variableIn, variableKey, within } from "../../evaluate/scope.ts";
import type { Scope, Variable } from "../../evaluate/scope.ts";
import type { Truth } from "../../evaluate/truth.ts";
import { isPoint } from "../../evaluate/value.ts";
import type { Comparison, FactIr, Node } from "../../ir.ts";
import { workOf, type Effort } from "./effort.ts";
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
    solve({ node, scope, variable, accepts: (truth) => truth === want }).map((step) => [step]),
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

/** The comparisons of figures and dates in a proof, each where it stands. */
export function comparisonsIn(outcome: Outcome, scope: Scope): readonly Placed[] {
  const { node, parts, about } = outcome;
  const here = about ? within(scope, about.level, about.subject) : scope;
  const isFigure = (side: Node) => side.type.kind === "number" || side.type.kind === "date";
  const own = node.op === "compare" && isFigure(node.left) ? [{ node, scope: here, outcome }] : [];
  return [...own, ...parts.flatMap((part) => comparisonsIn(part, here))];
}

type Placed = { readonly node: Compare; readonly scope: Scope; readonly outcome: Outcome };

export type Sought = {
  readonly node: Compare;
  readonly scope: Scope;
  readonly variable: Variable;
  /** What the comparison, or a looser one beside it, should come to. */
  readonly accepts: (truth: Truth) => boolean;
  /** What proofs are charged to, where somebody counts. */
  readonly effort?: Effort;
};

/** What a comparison comes to with one fact at a whole number of quanta, or days. */
export function proveAt(
  { node, scope, variable, effort }: Omit<Sought, "accepts">,
  quanta: number,
): Outcome {
  if (effort) effort.left -= workOf(node, scope.facts);
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

const isCertain = (truth: Truth): boolean => truth === "T";
const isPossible = (truth: Truth): boolean => truth !== "F";

/** The nearest values of a fact at which a comparison comes out as wanted. */
export function solve(sought: Sought): readonly Step[] {
  const { node, scope, variable, accepts } = sought;
  const fact = factAt(scope.edition.program, variable.fact);
  const reach = reachOf(fact, statedOf(scope, variable));
  const wants = (quanta: number) => accepts(truthOf(proveAt(sought, quanta)));
  const loose = relaxed[node.comparison];
  if (!loose) return flips(reach, wants).map((flip) => stepOf(sought, flip));
  const nearby = loose.flatMap((comparison) => {
    const other = { ...sought, node: { ...node, comparison } };
    // While the other side is open, equality may become possible before either order is certain.
    return [isCertain, isPossible].flatMap((turns) =>
      flips(reach, (quanta) => turns(truthOf(proveAt(other, quanta)))).map(({ to }) => to),
    );
  });
  const around = [reach.from ?? reach.min, ...nearby].flatMap((at) => [at, at - 1, at + 1]);
  return [...new Set(around)]
    .filter((to) => to !== reach.from && to >= reach.min && to <= reach.max && wants(to))
    .map((to) => stepOf(sought, { to, direction: "equals" }));
}

const statedOf = (scope: Scope, { fact, level, subject }: Variable): Stated =>
  stateIn(within(scope, level, subject), fact);

/** Dates that a project can have; the calendar itself has no end. */
const days = { min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") };

export function reachOf(fact: FactIr, stated: Stated): Reach {
  const isDate = fact.type.kind === "date";
  const min = isDate ? days.min : (fact.min ?? -Number.MAX_SAFE_INTEGER);
  const max = isDate ? days.max : (fact.max ?? Number.MAX_SAFE_INTEGER);
  if (stated.state !== "known") return { from: undefined, min, max };
  return { from: quantaOf(fact, stated.value), min, max };
}

/** A figure as whole quanta, a date as a day. */
export const quantaOf = (fact: FactIr, value: Known): number =>
  fact.type.kind === "date" ? dayNumber(String(value)) : Number(value);

/** How far a value is from what is stated today; nowhere where it may be the case already. */
function distance(fact: FactIr, stated: Stated, to: number): number {
  if (stated.state === "estimate") return Math.max(0, stated.min - to, to - stated.max);
  return stated.state === "known" ? Math.abs(to - quantaOf(fact, stated.value)) : 0;
}

type AnyFlip = { readonly to: number; readonly direction: Flip["direction"] | "equals" };

function stepOf(sought: Sought, { to, direction }: AnyFlip): Step {
  const { scope, variable } = sought;
  const fact = factAt(scope.edition.program, variable.fact);
  const before = direction === "at_least" ? to - 1 : to + 1;
  const isStrict = direction !== "equals" && isLevel(proveAt(sought, before));
  return {
    variable,
    to: knownOf(fact, to),
    direction,
    ...(isStrict && { isStrict }),
    quanta: distance(fact, statedOf(scope, variable), to),
  };
}

/** Whether both sides of a comparison are exactly the same. */
function isLevel({ parts: [left, right] }: Outcome): boolean {
  if (left?.value.kind !== "number" || right?.value.kind !== "number") return false;
  if (!isPoint(left.value) || !isPoint(right.value)) return false;
  return compareEnds(left.value.min, right.value.min) === 0;
}
