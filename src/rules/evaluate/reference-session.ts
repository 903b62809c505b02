import { invariant } from "../../base/invariant.ts";
import type { Case, Known } from "../case/model.ts";
import type { EffectIr, RuleIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { decideEffect, type Quantity } from "./effect.ts";
import type { End } from "./ends.ts";
import { exactOf, quantityOf } from "./exact.ts";
import type { Outcome } from "./outcome.ts";
import { isOneValue, isUnmet, type RuleRaw } from "./raw.ts";
import { readFact } from "./reading.ts";
import { prove } from "./reference.ts";
import {
  collect,
  collectCut,
  collectFact,
  cutting,
  noRelevant,
  type EffectOutcomes,
  type Relevant,
} from "./relevance.ts";
import { factAt, scopeOf, stateIn, variableKey, type Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import type { Truth } from "./truth.ts";
import { isPoint } from "./value.ts";

/** The outcomes of a rule for one subject: its condition, and what each effect comes to. */
type RuleOutcomes = {
  readonly condition: Outcome | undefined;
  readonly effects: readonly EffectOutcomes[];
};

function proveRule(rule: RuleIr, scope: Scope): RuleOutcomes {
  return {
    condition: rule.condition && prove(rule.condition, scope),
    effects: rule.effects.map((effect) => ({
      amount: effect.amount && prove(effect.amount, scope),
      limits: effect.bounds.map((bound) => prove(bound.limit, scope)),
    })),
  };
}

function conditionOf({ condition }: RuleOutcomes): Truth {
  if (!condition) return "T";
  return condition.value.kind === "truth" ? condition.value.truth : "U";
}

function wishOf(effect: EffectIr, scope: Scope): Quantity<End> | undefined {
  if (effect.wish === undefined) return undefined;
  return quantityOf(readFact(factAt(scope.edition, effect.wish), stateIn(scope, effect.wish)));
}

function decideRule(rule: RuleIr, outcomes: RuleOutcomes, scope: Scope): RuleRaw {
  const truth = conditionOf(outcomes);
  if (isUnmet(truth)) return { truth, effects: [] };
  const effects = rule.effects.map((effect, index) => {
    const parts = outcomes.effects[index];
    return decideEffect(
      effect,
      {
        amount: parts?.amount && quantityOf(parts.amount.value),
        wish: wishOf(effect, scope),
        limits: parts?.limits.map((limit) => quantityOf(limit.value)) ?? [],
      },
      exactOf(effect),
    );
  });
  return { truth, effects };
}

function relevantOf(rule: RuleIr, scope: Scope): Relevant {
  const outcomes = proveRule(rule, scope);
  const raw = decideRule(rule, outcomes, scope);
  const into = noRelevant();
  if (isUnmet(raw.truth)) return into;
  if (outcomes.condition) collect(outcomes.condition, scope, into);
  rule.effects.forEach((effect, index) => {
    const parts = outcomes.effects[index];
    const decided = raw.effects[index];
    if (!parts || !decided) return;
    if (!isOneValue(decided.amount)) collectAmount(effect, parts, { scope, into });
    decided.bounds.forEach((bound, at) => {
      const limit = parts.limits[at];
      const isWished = effect.wish === undefined || stateIn(scope, effect.wish).state !== "unknown";
      if (bound.answer === "open" && limit && isWished) collect(limit, scope, into);
    });
  });
  return into;
}

type Collecting = { readonly scope: Scope; readonly into: Relevant };

function collectAmount(effect: EffectIr, parts: EffectOutcomes, { scope, into }: Collecting): void {
  const cuts = cutting(effect, parts.limits);
  const wish = wishOf(effect, scope);
  if (!parts.amount && effect.wish !== undefined && wish?.kind === "number" && !isPoint(wish)) {
    collectFact(effect.wish, scope, into);
  }
  collectCut(parts.amount ? [parts.amount, ...cuts] : cuts, scope, into);
}

/** Runs rules on exact ratios: slow, and the measure of the other back ends. */
export function openReference(edition: Edition, facts: Case): Session {
  const assumed = new Map<string, Known>();
  const ruleAt = (index: number): RuleIr => {
    const rule = edition.program.rules[index];
    invariant(rule, `rule ${index} is in the program`);
    return rule;
  };
  const scopeAt = (rule: RuleIr, subject: number): Scope => ({
    ...scopeOf(edition, facts, { level: rule.level, subject }),
    assumed,
  });
  return {
    assumed,
    decide(index, subject) {
      const rule = ruleAt(index);
      const scope = scopeAt(rule, subject);
      return decideRule(rule, proveRule(rule, scope), scope);
    },
    relevant(index, subject) {
      const rule = ruleAt(index);
      return relevantOf(rule, scopeAt(rule, subject));
    },
    assume(variable, value) {
      if (value === undefined) assumed.delete(variableKey(variable));
      else assumed.set(variableKey(variable), value);
    },
  };
}
