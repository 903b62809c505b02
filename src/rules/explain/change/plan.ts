import type { Case, Known, Subject } from "../../case/model.ts";
import type { Variable } from "../../evaluate/scope.ts";
import { variableKey } from "../../evaluate/scope.ts";
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
  /** How far from what it is today, measured by what it is today. */
  readonly stretch: number;
};

export type Plan = readonly Step[];

/** The most plans that are kept at any part of a condition: the cheapest. */
const keptMax = 12;

/** What the registry or the map says is harder to change than what a sponsor decides. */
function isFixed(program: Program, step: Step): boolean {
  const first = program.facts[step.variable.fact]?.definition.source[0];
  return first === "registry" || first === "map";
}

function costOf(program: Program, plan: Plan): readonly number[] {
  const fixed = plan.filter((step) => isFixed(program, step)).length;
  return [fixed, plan.length, plan.reduce((sum, { stretch }) => sum + stretch, 0)];
}

/** Cheapest first: nothing fixed, then the fewest facts, then the smallest change. */
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

/** The case as it would be with the changes made. */
export function changed(facts: Case, plan: Plan): Case {
  const subjects = { ...facts.subjects };
  for (const { variable, to } of plan) {
    subjects[variable.level] = subjects[variable.level].map((subject, index): Subject => {
      if (index !== variable.subject) return subject;
      const known = { state: "known", value: to } as const;
      return { ...subject, facts: new Map(subject.facts).set(variable.fact, known) };
    });
  }
  return { ...facts, subjects };
}
