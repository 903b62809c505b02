import { compileTruth } from "./closures.ts";
import { compileTerm } from "./closures-numbers.ts";
import { ruleCollector } from "./collect-rule.ts";
import { compiledSessions, once, type CompileRule } from "./compiled-session.ts";
import { lowerTruth } from "./lower.ts";
import { lowerEffect, runEffect } from "./plan-effect.ts";
import { levelNumber } from "./rows.ts";

const compileRule: CompileRule = (rule, edition) => {
  const plans = rule.effects.flatMap((effect) => lowerEffect(effect, edition) ?? []);
  if (plans.length < rule.effects.length) return undefined;
  const condition = rule.condition && lowerTruth(rule.condition, edition);
  return {
    level: levelNumber[rule.level],
    collector: once(() => ruleCollector(condition, plans)),
    condition: condition && compileTruth(condition),
    effects: plans.map((plan) => runEffect(plan, (term) => compileTerm(term, compileTruth))),
  };
};

/** The back end of browsers, drafts and all that came in a request: it makes no code from text. */
export const openClosures = compiledSessions(compileRule);
