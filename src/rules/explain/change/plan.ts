import type { Case, Known, Stated, Subject } from "../../case/model.ts";
import type { Variable } from "../../evaluate/scope.ts";
import { subjectAt, variableKey } from "../../evaluate/scope.ts";
import type { Program } from "../../ir.ts";

/** One fact that would have to be otherwise. */
export type Step = {
  readonly variable: Variable;
  readonly to: Known;
  /** Of a figure or a date: which values beyond `to` do as well. */
  readonly direction?: "at_least" | "at_most" | "equals";
  /** The threshold itself does not do: `to` is the nearest value beyond it. */
  readonly isStrict?: boolean;
  /** Of a word: every option that does as well, `to` included. */
  readonly options?: readonly string[];
  /** Of a figure or a date: the last value in that direction that does, where the way ends. */
  readonly until?: Known;
  /** How many quanta from what it is today, a word or a yes as one; none where nobody knows it. */
  readonly quanta: number;
};

export type Plan = readonly Step[];

/** The most plans that are kept at any part of a condition: the cheapest. */
const keptMax = 12;

/** What the registry or the map says is harder to change than what a sponsor decides. */
export function isFixed(program: Program, step: Step): boolean {
  const first = program.facts[step.variable.fact]?.definition.source[0];
  return first === "registry" || first === "map";
}

function costOf(program: Program, plan: Plan): readonly number[] {
  const fixed = plan.filter((step) => isFixed(program, step)).length;
  return [plan.length, fixed, plan.reduce((sum, { quanta }) => sum + quanta, 0)];
}

/** Cheapest first: the fewest facts, then those that somebody decides, then the fewest quanta. */
export function cheapest(program: Program, plans: readonly Plan[]): readonly Plan[] {
  const priced = plans.map((plan) => ({ plan, cost: costOf(program, plan) }));
  priced.sort((a, b) => {
    const differing = a.cost.findIndex((part, index) => part !== b.cost[index]);
    return differing < 0 ? 0 : (a.cost[differing] ?? 0) - (b.cost[differing] ?? 0);
  });
  return priced.slice(0, keptMax).map(({ plan }) => plan);
}

/** Both plans at once; undefined where they want different things of one fact. */
export function both(a: Plan, b: Plan): Plan | undefined {
  const steps = new Map(a.map((step) => [variableKey(step.variable), step]));
  for (const step of b) {
    const key = variableKey(step.variable);
    const other = steps.get(key);
    const kept = other ? agree(other, step) : step;
    if (!kept) return undefined;
    steps.set(key, kept);
  }
  return [...steps.values()];
}

function agree(a: Step, b: Step): Step | undefined {
  if (a.options && b.options) {
    const options = a.options.filter((option) => b.options?.includes(option));
    const [to] = options;
    return to === undefined ? undefined : { ...a, to, options };
  }
  if (a.direction === b.direction && a.direction !== undefined && a.direction !== "equals") {
    const isFurther = a.direction === "at_least" ? a.to >= b.to : a.to <= b.to;
    return isFurther ? a : b;
  }
  return JSON.stringify(a.to) === JSON.stringify(b.to) ? a : undefined;
}

type Setting = { readonly variable: Variable; readonly stated: Stated };

/** The case with some facts stated otherwise; each subject that they are of is copied once. */
function restated(facts: Case, settings: readonly Setting[]): Case {
  const copies = new Map<Subject, Map<number, Stated>>();
  for (const { variable, stated } of settings) {
    const subject = subjectAt(facts, variable.level, variable.subject);
    const copy = copies.get(subject) ?? new Map(subject.facts);
    copies.set(subject, copy.set(variable.fact, stated));
  }
  const subjects = { ...facts.subjects };
  for (const level of new Set(settings.map(({ variable }) => variable.level))) {
    subjects[level] = subjects[level].map((subject) => {
      const copy = copies.get(subject);
      return copy ? { ...subject, facts: copy } : subject;
    });
  }
  return { ...facts, subjects };
}

/** The case as it would be with the changes made. */
export const changed = (facts: Case, plan: Plan): Case =>
  restated(
    facts,
    plan.map(({ variable, to }) => ({ variable, stated: { state: "known", value: to } })),
  );

/** The case with some facts open: what no value of theirs can do, no change of them can. */
export const released = (facts: Case, variables: readonly Variable[]): Case =>
  restated(
    facts,
    variables.map((variable) => ({ variable, stated: { state: "unknown" } })),
  );
