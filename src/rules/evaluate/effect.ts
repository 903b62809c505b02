import type { BoundIr, EffectIr } from "../ir.ts";
import { unbounded, type BoundRaw, type EffectRaw, type Leaving } from "./raw.ts";
import type { Gone } from "./value.ts";

/** A number known between two ends, in whatever exact form the back end counts. */
export type Range<N> = { readonly kind: "number"; readonly min: N; readonly max: N };
export type Quantity<N> = Range<N> | Gone;

/** How a back end orders its numbers, and how they leave: in whole output steps, rounded once. */
export type Exact<N> = {
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

/** Cuts the amount by what must not be exceeded, and answers each bound for what is wanted. */
export function decideEffect<N>(effect: EffectIr, given: Given<N>, exact: Exact<N>): EffectRaw {
  const full = given.amount ?? given.wish;
  const cuts = given.limits.filter((_, index) => isCut(boundAt(effect, index)));
  const granted = full && cutBy(full, cuts, exact);
  const wanted = given.wish ?? granted;
  const bounds = given.limits.map((limit, index) => {
    const bound = boundAt(effect, index);
    const isKept = given.wish === undefined && granted !== undefined && isCut(bound);
    return answer({ bound, limit, at: wanted, isKept, rounding: roundingOf(effect) }, exact);
  });
  return {
    amount: granted && leaveAmount(granted, roundingOf(effect), exact),
    binding: full && bindingOf({ effect, full, limits: given.limits }, exact),
    bounds,
  };
}

function boundAt(effect: EffectIr, index: number): BoundIr {
  return effect.bounds[index] as BoundIr;
}

/**
 * The lesser of the amount and its limits; a limit that is not known cuts by nobody knows how much.
 */
function cutBy<N>(
  full: Quantity<N>,
  cuts: readonly Quantity<N>[],
  exact: Exact<N>,
): Quantity<N> | { readonly kind: "below"; readonly max: N } {
  if (full.kind !== "number") return full;
  const known = cuts.filter((cut) => cut.kind === "number");
  const lesser = (a: N, b: N): N => (exact.compare(b, a) < 0 ? b : a);
  const max = known.map((cut) => cut.max).reduce(lesser, full.max);
  if (known.length < cuts.length) return { kind: "below", max };
  return { kind: "number", min: known.map((cut) => cut.min).reduce(lesser, full.min), max };
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

type Cutting<N> = {
  readonly effect: EffectIr;
  readonly full: Quantity<N>;
  readonly limits: readonly Quantity<N>[];
};

/** The must bound that certainly is the least of all, where it certainly reaches the amount. */
function bindingOf<N>({ effect, full, limits }: Cutting<N>, exact: Exact<N>): number | undefined {
  const rivals = limits.map((limit, index) => (isCut(boundAt(effect, index)) ? limit : undefined));
  const found = rivals.findIndex((limit) => {
    if (limit?.kind !== "number" || full.kind !== "number") return false;
    return [full, ...rivals].every(
      (rival) =>
        rival === undefined ||
        rival === limit ||
        (rival.kind === "number" && exact.compare(limit.max, rival.min) <= 0),
    );
  });
  return found < 0 ? undefined : found;
}

type Asked<N> = {
  readonly bound: BoundIr;
  readonly limit: Quantity<N>;
  readonly at: Cut<N> | undefined;
  /** What is granted keeps a bound that cut it. */
  readonly isKept: boolean;
  readonly rounding: "down" | "up";
};

function answer<N>(asked: Asked<N>, exact: Exact<N>): BoundRaw {
  const { bound, limit, at, rounding } = asked;
  return {
    answer: asked.isKept && limit.kind === "number" ? "within" : compareTo(asked, exact),
    at: at ? leave(at, rounding, exact) : unbounded,
    limit: leave(limit, bound.direction === "at_most" ? "down" : "up", exact),
    isNotApplicable: limit.kind === "not_applicable",
  };
}

function compareTo<N>({ bound, limit, at }: Asked<N>, exact: Exact<N>): BoundRaw["answer"] {
  if (limit.kind !== "number" || at?.kind !== "number") return "open";
  if (bound.direction === "at_most") {
    if (exact.compare(at.max, limit.min) <= 0) return "within";
    return exact.compare(at.min, limit.max) > 0 ? "exceeded" : "open";
  }
  if (exact.compare(at.min, limit.max) >= 0) return "within";
  return exact.compare(at.max, limit.min) < 0 ? "exceeded" : "open";
}
