import type { BoundIr, CombinationIr, EffectIr, FactIr, Node, Program, RuleIr } from "../ir.ts";
import { splitFacts } from "../evaluate/split-facts.ts";
import { normalForm, type Law, type Taken } from "./normal-form.ts";

const numberForm = (node: Node | undefined, law: Law): string | null =>
  node ? normalForm(node, law) : null;

const boundForm = ({ id, direction, force, limit }: BoundIr, law: Law) => ({
  id,
  direction,
  force,
  limit: normalForm(limit, law),
});

function effectForm(effect: EffectIr, law: Law) {
  const { kind, target, force, unit, wish, account, requires } = effect;
  return {
    kind,
    target,
    force,
    unit,
    wish,
    account,
    amount: numberForm(effect.amount, law),
    bounds: effect.bounds.map((bound) => boundForm(bound, law)),
    requires: requires.map(({ title: _, ...one }) => one),
  };
}

/** What a rule comes to while some facts are taken for granted; nothing where it cannot be met. */
function answerForm(rule: RuleIr, law: Law) {
  const condition = rule.condition ? normalForm(rule.condition, law) : "true";
  if (condition === "false") return [];
  const holes = rule.because?.holes.map(({ node }) => normalForm(node, law)) ?? [];
  return [condition, rule.effects.map((effect) => effectForm(effect, law)), holes];
}

/**
 * One text for all ways of writing a rule that comes to the same in every case. The facts on which
 * the engine splits are gone through value by value, as the engine does where they are unknown.
 */
export function ruleForm(rule: RuleIr, law: Program): string {
  const { id, standing, since, until, needsTexts, overrides, unverified } = rule;
  const { facts, parameters, registers } = law;
  const splits = splitFacts(rule, facts);
  const answers = completionsOf(splits, facts).map((taken) =>
    JSON.stringify(answerForm(rule, { parameters, registers, taken })),
  );
  const head = { id, standing, since, until, needsTexts, overrides, unverified };
  return JSON.stringify({ ...head, splits: [...splits].sort((a, b) => a - b), answers });
}

const isNotApplicable = { isNotApplicable: true } as const;

const valuesOf = (fact: FactIr | undefined): readonly Taken[] =>
  fact?.type.kind === "enumeration"
    ? [...fact.type.options, isNotApplicable]
    : [true, false, isNotApplicable];

/** Every way of taking the facts for one of their values, or for not applicable. */
function completionsOf(
  splits: readonly number[],
  facts: readonly FactIr[],
): readonly ReadonlyMap<number, Taken>[] {
  return [...splits]
    .sort((a, b) => a - b)
    .reduce<readonly ReadonlyMap<number, Taken>[]>(
      (all, fact) =>
        all.flatMap((taken) =>
          valuesOf(facts[fact]).map((value) => new Map([...taken, [fact, value]])),
        ),
      [new Map()],
    );
}

/** The same of a combination. */
export function combinationForm({ id, stack, members, cap }: CombinationIr, law: Law): string {
  return JSON.stringify({ id, stack, members, cap: cap ? boundForm(cap, law) : null });
}
