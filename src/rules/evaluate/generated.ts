import { roundQuotient } from "../../base/rounding.ts";
import type { Edition } from "./edition.ts";
import { ruleCollector } from "./collect-rule.ts";
import { compiledSessions, once, type CompileRule } from "./compiled-session.ts";
import { emitterOf, type Emitter, type Shared } from "./emit.ts";
import { placeOnRows } from "./emit-rows.ts";
import { writeNumber, writeTerm } from "./emit-numbers.ts";
import { writeTruth } from "./emit-truth.ts";
import { elapsed, shifted } from "./closures-time.ts";
import { anyGone } from "./gone-facts.ts";
import { lowerTruth } from "./lower.ts";
import { exact, gauge, times, type NumberRun, type TruthRun } from "./machine.ts";
import { lowerEffect, runEffect, type EffectPlan } from "./plan-effect.ts";
import type { Term, TruthPlan } from "./plan.ts";
import { levelNumber } from "./rows.ts";
import type { RuleIr } from "../ir.ts";

const tools = { gauge, exact, times, anyGone, shifted, elapsed, roundQuotient };
const writers = { truth: writeTruth, number: writeNumber };
const levelCount = Object.keys(levelNumber).length;

/** One function: the rows that it reads come first. */
function writeFunction(shared: Shared, write: (emitter: Emitter) => string): string {
  const emitter = emitterOf(shared, writers, placeOnRows);
  const result = write(emitter);
  const rows = Array.from({ length: levelCount }, (_, level) => `row${level} = rows[${level}]`);
  const head = `const rows = machine.rows, ${rows.join(", ")};`;
  return `function (machine) {\n${head}\n${emitter.text()}\n${result}\n}`;
}

const writeCondition = (plan: TruthPlan, shared: Shared): string =>
  writeFunction(shared, (emitter) => `return ${emitter.truth(plan)};`);

const writeFigure = (term: Term, shared: Shared): string =>
  writeFunction(shared, (emitter) => {
    const ends = writeTerm(term, emitter);
    return `gauge.high = ${ends.high}; return ${ends.low};`;
  });

type Functions = {
  readonly condition: TruthRun | undefined;
  readonly figures: readonly NumberRun[];
};

/** The figures of an effect, in the order in which they are generated. */
export const termsOf = ({ amount, wish, limits }: EffectPlan): readonly Term[] => [
  ...(amount ? [amount] : []),
  ...(wish ? [wish] : []),
  ...limits,
];

/** The text of a rule's functions, from its checked and lowered tree alone. */
export function textOf(rule: RuleIr, effects: readonly EffectPlan[], edition: Edition) {
  const shared: Shared = { count: 0, values: [] };
  const condition = rule.condition
    ? writeCondition(lowerTruth(rule.condition, edition), shared)
    : "undefined";
  const figures = effects.flatMap(termsOf).map((term) => writeFigure(term, shared));
  const text = [
    '"use strict";',
    `const { ${Object.keys(tools).join(", ")} } = tools;`,
    `return { condition: ${condition}, figures: [${figures.join(", ")}] };`,
  ].join("\n");
  return { text, values: shared.values };
}

/** Generated once for each rule: one function for a whole pack would fall off the optimiser. */
function build(rule: RuleIr, effects: readonly EffectPlan[], edition: Edition): Functions {
  const { text, values } = textOf(rule, effects, edition);
  // The text holds no word of a pack but through JSON, and no name but counted ones.
  // oxlint-disable-next-line typescript/no-implied-eval -- its own text alone becomes code
  const make = new Function("tools", "values", text);
  return make(tools, values) as Functions;
}

const compileRule: CompileRule = (rule, edition) => {
  const plans = rule.effects.flatMap((effect) => lowerEffect(effect, edition) ?? []);
  if (plans.length < rule.effects.length) return undefined;
  const { condition, figures } = build(rule, plans, edition);
  const byTerm = new Map(plans.flatMap(termsOf).map((term, index) => [term, figures[index]]));
  return {
    level: levelNumber[rule.level],
    collector: once(() =>
      ruleCollector(rule.condition && lowerTruth(rule.condition, edition), plans),
    ),
    condition,
    effects: plans.map((plan) => runEffect(plan, (term) => byTerm.get(term) as NumberRun)),
  };
};

/** The back end of published packs on a server. Browsers forbid it, and never load it. */
export const openGenerated = compiledSessions(compileRule);
