import type { BoundIr, EffectIr } from "../ir.ts";
import { unbounded, type BoundRaw, type EffectRaw, type Leaving } from "./raw.ts";
import type { Gone } from "./value.ts";

/** A number known between two ends, in whatever exact form the back end counts. */
export type Range<N> = { readonly kind: "number"; readonly min: N; readonly max: N };
export type Quantity<N> = Range<N> | Gone;

/** How a back end orders its numbers, and how they leave: in whole output steps, rounded once. */
export type Exact<N> = {
  /** Whether amounts and answers are all that is wanted, and not what a report shows of bounds. */
  readonly isBrief?: boolean;
  compare(a: N, b: N): number;
  leave(value: N, rounding: "down" | "up"): number;
};

export type Given<N> = {
  readonly amount: Quantity<N> | undefined;
  /** Undefined where the rule names no wish. */
  readonly wish: Quantity<N> | undefined;
  /** In the order of the effect's bounds. */
  readonly limits: readonly Quantity<N>[];
};

const isCut = (bound: BoundIr): boolean => bound.direction === "at_most" && bound.force === "must";

/** A duty is never understated and a grant never overstated. */
const roundingOf = (effect: EffectIr) => (effect.kind === "require" ? "up" : "down");

const none: readonly never[] = [];

/** Cuts the amount by what must not be exceeded, and answers each bound for what is wanted. */
export function decideEffect<N>(effect: EffectIr, given: Given<N>, exact: Exact<N>): EffectRaw {
  const full = given.amount ?? given.wish;
  const { limits } = given;
  const rounding = roundingOf(effect);
  const granted = full && cutBy({ effect, full, limits }, exact);
  const amount = granted && leaveAmount(granted, rounding, exact);
  if (limits.length === 0) return { amount, binding: undefined, bounds: none };
  const wanted = given.wish ?? granted;
  const isCutAway = given.wish === undefined && granted !== undefined;
  const answers = limits.map((limit, index) => {
    const bound = boundAt(effect, index);
    const isKept = isCutAway && isCut(bound) && limit.kind === "number";
    return isKept ? "within" : compareTo({ bound, limit, at: wanted }, exact);
  });
  if (exact.isBrief) {
    return { amount, binding: undefined, bounds: answers.map((answer) => brief[answer]) };
  }
  const at = wanted ? leave(wanted, rounding, exact) : unbounded;
  const bounds = limits.map((limit, index): BoundRaw => {
    const { direction } = boundAt(effect, index);
    return {
      answer: answers[index]!,
      at,
      limit: leave(limit, direction === "at_most" ? "down" : "up", exact),
      isNotApplicable: limit.kind === "not_applicable",
    };
  });
  return { amount, binding: full && bindingOf({ effect, full, limits }, exact), bounds };
}

const answered = (answer: BoundRaw["answer"]): BoundRaw => ({
  answer,
  at: unbounded,
  limit: unbounded,
  isNotApplicable: false,
});

const brief: Readonly<Record<BoundRaw["answer"], BoundRaw>> = {
  within: answered("within"),
  exceeded: answered("exceeded"),
  open: answered("open"),
};

function boundAt(effect: EffectIr, index: number): BoundIr {
  return effect.bounds[index] as BoundIr;
}

type Cutting<N> = {
  readonly effect: EffectIr;
  readonly full: Quantity<N>;
  readonly limits: readonly Quantity<N>[];
};

/**
 * The lesser of the amount and its limits; a limit that is not known cuts by nobody knows how much.
 */
function cutBy<N>(
  { effect, full, limits }: Cutting<N>,
  exact: Exact<N>,
): Quantity<N> | { readonly kind: "below"; readonly max: N } {
  if (full.kind !== "number") return full;
  let { min, max } = full;
  let isKnown = true;
  for (const [index, limit] of limits.entries()) {
    if (!isCut(boundAt(effect, index))) continue;
    isKnown &&= limit.kind === "number";
    if (limit.kind !== "number") continue;
    if (exact.compare(limit.min, min) < 0) min = limit.min;
    if (exact.compare(limit.max, max) < 0) max = limit.max;
  }
  return isKnown ? { kind: "number", min, max } : { kind: "below", max };
}

type Cut<N> = ReturnType<typeof cutBy<N>>;

function leaveAmount<N>(amount: Cut<N>, rounding: "down" | "up", exact: Exact<N>) {
  return amount.kind === "not_applicable" ? amount.kind : leave(amount, rounding, exact);
}

function leave<N>(value: Cut<N>, rounding: "down" | "up", exact: Exact<N>): Leaving {
  if (value.kind === "below") return { min: -Infinity, max: exact.leave(value.max, rounding) };
  if (value.kind !== "number") return unbounded;
  return { min: exact.leave(value.min, rounding), max: exact.leave(value.max, rounding) };
}

/** The must bound that certainly is the least of all, where it certainly reaches the amount. */
function bindingOf<N>({ effect, full, limits }: Cutting<N>, exact: Exact<N>): number | undefined {
  if (full.kind !== "number") return undefined;
  const isLeast = (limit: Range<N>): boolean =>
    exact.compare(limit.max, full.min) <= 0 &&
    limits.every(
      (rival, index) =>
        rival === limit ||
        !isCut(boundAt(effect, index)) ||
        (rival.kind === "number" && exact.compare(limit.max, rival.min) <= 0),
    );
  const found = limits.findIndex(
    (limit, index) => limit.kind === "number" && isCut(boundAt(effect, index)) && isLeast(limit),
  );
  return found < 0 ? undefined : found;
}

type Asked<N> = {
  readonly bound: BoundIr;
  readonly limit: Quantity<N>;
  readonly at: Cut<N> | undefined;
};

function compareTo<N>({ bound, limit, at }: Asked<N>, exact: Exact<N>): BoundRaw["answer"] {
  if (limit.kind !== "number" || at?.kind !== "number") return "open";
  if (bound.direction === "at_most") {
    if (exact.compare(at.max, limit.min) <= 0) return "within";
    return exact.compare(at.min, limit.max) > 0 ? "exceeded" : "open";
  }
  if (exact.compare(at.min, limit.max) >= 0) return "within";
  return exact.compare(at.max, limit.min) < 0 ? "exceeded" : "open";
}
