import { compileTruth } from "./closures.ts";
import { compileTerm } from "./closures-numbers.ts";
import { compiledSessions, type CompileRule } from "./compiled-session.ts";
import { lowerTruth } from "./lower.ts";
import { lowerEffect, runEffect } from "./plan-effect.ts";
import { levelNumber } from "./rows.ts";

const compileRule: CompileRule = (rule, edition) => {
  const plans = rule.effects.flatMap((effect) => lowerEffect(effect, edition) ?? []);
  if (plans.length < rule.effects.length) return undefined;
  return {
    level: levelNumber[rule.level],
    condition: rule.condition && compileTruth(lowerTruth(rule.condition, edition)),
    effects: plans.map((plan) => runEffect(plan, (term) => compileTerm(term, compileTruth))),
  };
};

/** The back end of browsers, drafts and everything that came in a request: no code is made from text. */
export const openClosures = compiledSessions(compileRule);
