import { compileNumber } from "./closures-numbers.ts";
import { collectAll, collectFact, collectRivals, isMovable, type Collect } from "./collect.ts";
import { numberCollector, rivalOf } from "./collect-numbers.ts";
import { conditions, truthCollector } from "./collect-truth.ts";
import type { EffectPlan } from "./plan-effect.ts";
import type { Term, TruthPlan } from "./plan.ts";
import { isOneValue, type RuleRaw } from "./raw.ts";
import type { Relevant } from "./relevance.ts";
import type { Machine } from "./machine.ts";

/** Collects what could still move a rule, given how it stands. */
export type CollectRule = (machine: Machine, raw: RuleRaw, into: Relevant) => void;

export function ruleCollector(
  condition: TruthPlan | undefined,
  plans: readonly EffectPlan[],
): CollectRule {
  const ofCondition = condition && truthCollector(condition);
  const ofEffects = plans.map((plan) => ({ plan, ...effectCollectors(plan) }));
  return (machine, raw, into) => {
    ofCondition?.(machine, into);
    ofEffects.forEach(({ plan, amount, limits }, at) => {
      const decided = raw.effects[at];
      if (!decided) return;
      if (!isOneValue(decided.amount)) amount(machine, into);
      const { wish } = plan.effect;
      if (wish !== undefined && machine.isUnknown(wish)) return;
      decided.bounds.forEach((bound, index) => {
        if (bound.answer === "open") limits[index]?.(machine, into);
      });
    });
  };
}

function effectCollectors(plan: EffectPlan): { amount: Collect; limits: readonly Collect[] } {
  const { bounds } = plan.effect;
  const cuts = plan.limits.filter((_, index) => {
    const bound = bounds[index];
    return bound?.direction === "at_most" && bound.force === "must";
  });
  const amounts = plan.amount ? [plan.amount, ...cuts] : cuts;
  const rivals = collectRivals(
    "min",
    amounts.map((term) => rivalOf(term, conditions)),
  );
  const wished = !plan.amount && plan.wish ? [wishCollector(plan.wish)] : [];
  return {
    amount: collectAll([...wished, rivals]),
    limits: plan.limits.map((term) => numberCollector(term.plan, conditions)),
  };
}

function wishCollector({ plan }: Term): Collect {
  const run = compileNumber(plan, conditions.compile);
  const inside = plan.op === "fact" ? collectFact(plan) : undefined;
  return (machine, into) => {
    if (isMovable(run, machine)) inside?.(machine, into);
  };
}
