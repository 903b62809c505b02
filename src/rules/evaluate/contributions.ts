import type { EffectIr } from "../ir.ts";
import type { Level } from "../contract/pack.ts";
import type { Decided } from "./decided.ts";
import type { Leaving } from "./raw.ts";

/** What one effect of one rule adds for one subject. Only what is in force adds anything. */
export type Contribution = {
  readonly rule: number;
  readonly effect: EffectIr;
  readonly level: Level;
  readonly subject: number;
  readonly amount: Leaving;
};

/** What is undecided may come to nothing, or to its whole amount. */
export const sure = (isDecided: boolean, amount: Leaving): Leaving =>
  isDecided ? amount : { min: Math.min(0, amount.min), max: amount.max };

function contribute(decided: Decided, into: Contribution[]): void {
  const { rule, index, subject } = decided;
  const isApplying = decided.verdict === "applies";
  for (const { effect, raw } of decided.effects) {
    if (typeof raw.amount !== "object") continue;
    const amount = sure(isApplying, raw.amount);
    into.push({ rule: index, effect, level: rule.level, subject, amount });
  }
}

export function contributions(all: readonly Decided[]): Contribution[] {
  const found: Contribution[] = [];
  for (const one of all) {
    if (one.inForce && one.verdict !== "does_not_apply") contribute(one, found);
  }
  return found;
}

/** Groups in the order in which their first member comes. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const measures = new WeakMap<EffectIr, string>();

/** The unit of an effect and its steps. */
function measureOf(effect: EffectIr): string {
  const known = measures.get(effect);
  if (known !== undefined) return known;
  const made = `${effect.unit} ${effect.step?.n}/${effect.step?.d}`;
  measures.set(effect, made);
  return made;
}

/** What can be added up: the same unit in the same steps, for the same subject. */
export const measureKey = ({ effect, level, subject }: Contribution): string =>
  `${level} ${subject} ${measureOf(effect)}`;

export const addLeaving = (a: Leaving, b: Leaving): Leaving => ({
  min: a.min + b.min,
  max: a.max + b.max,
});

export const largest = (a: Leaving, b: Leaving): Leaving => ({
  min: Math.max(a.min, b.min),
  max: Math.max(a.max, b.max),
});
