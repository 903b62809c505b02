import type { Case } from "../case/model.ts";
import type { Level } from "../contract/pack.ts";
import type { BoundIr, EffectIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { decideEffect } from "./effect.ts";
import { least, most, type End } from "./ends.ts";
import type { BoundRaw, Leaving } from "./raw.ts";
import { exactOf, quantityOf } from "./exact.ts";
import { prove } from "./reference.ts";
import { scopeOf } from "./scope.ts";
import { interval } from "./value.ts";
import { multiply, one, ratio } from "../../base/ratio.ts";

export type Capping = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly effect: EffectIr;
  readonly level: Level;
  readonly subject: number;
};

/**
 * What is left of a sum of amounts under a cap on all of them, and how the cap answers for the sum.
 */
export function capOf(
  cap: BoundIr,
  together: Leaving,
  { edition, facts, effect, level, subject }: Capping,
): { readonly amount: Leaving; readonly bound: BoundRaw } {
  const limit = prove(cap.limit, scopeOf(edition, facts, { level, subject })).value;
  const end = (steps: number): End =>
    Number.isFinite(steps) ? multiply(ratio(steps), effect.step ?? one) : steps > 0 ? most : least;
  const asked = interval(end(together.min), end(together.max));
  const decided = decideEffect<End>(
    { ...effect, bounds: [cap] },
    { amount: asked, wish: asked, limits: [quantityOf(limit)] },
    exactOf(effect),
  );
  return {
    amount: typeof decided.amount === "object" ? decided.amount : together,
    bound: decided.bounds[0] as BoundRaw,
  };
}
