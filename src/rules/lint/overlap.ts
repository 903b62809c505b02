import { bilingual } from "../../base/message.ts";
import { decideSame } from "../compile/combinations.ts";
import { deciding, reachOf } from "../compile/collisions.ts";
import type { EffectLine, RuleVerdict } from "../contract/report.ts";
import type { EffectIr, Node, RuleIr } from "../ir.ts";
import { completed, tryCase, type Tried } from "./example.ts";
import type { LintFinding } from "./finding.ts";
import { mostCells, search, searchWide } from "./search.ts";
import { allOf, standing, type Study } from "./study.ts";
import { clausesOf, ruleText } from "./telling.ts";

/** Two effects that meet in one case without an order; of one rule too. */
type Pair = {
  readonly rules: readonly [RuleIr, RuleIr];
  readonly effects: readonly [EffectIr, EffectIr];
};

/**
 * What the compiler's test by names lets by: rules of different levels, a rule against itself, a
 * duty against its exemption, and what is told twice in different words. Each is told by a case.
 */
export function overlapFindings(study: Study): readonly LintFinding[] {
  // A rule whose text is not there stays open: it decides nothing yet that another could.
  const rules = standing(study).filter(({ needsTexts }) => needsTexts.length === 0);
  const isSettled = settledIn(study);
  return rules.flatMap((rule, at) =>
    rules.slice(at).flatMap((other) => {
      if (isSettled(rule, other)) return [];
      return pairsOf(rule, other).flatMap((pair) => overlapOf(study, pair));
    }),
  );
}

/** Whether a combination or an override says how two rules go together. */
function settledIn({ law }: Study): (a: RuleIr, b: RuleIr) => boolean {
  const above = law.rules.map((_, index) => reachOf(law.rules, index));
  return (a, b) => {
    const [first = -1, second = -1] = [a, b].map((rule) => law.ruleById.get(rule.id));
    if (first === second) return false;
    const isOrdered = above[first]?.has(second) || above[second]?.has(first);
    return (
      Boolean(isOrdered) ||
      law.combinations.some(({ members }) => [first, second].every((one) => members.includes(one)))
    );
  };
}

function pairsOf(rule: RuleIr, other: RuleIr): readonly Pair[] {
  return rule.effects.flatMap((effect, at) => {
    const rest = rule === other ? other.effects.slice(at + 1) : other.effects;
    return rest
      .filter((second) => isContrary(effect, second) || isSame(effect, second))
      .map((second): Pair => ({ rules: [rule, other], effects: [effect, second] }));
  });
}

/** What merely tells is of no account where both tell the same in every case. */
const isSame = (a: EffectIr, b: EffectIr): boolean =>
  decideSame(a, b) && (deciding.has(a.kind) || a.force !== b.force || hasFigures(a, b));

const hasFigures = (...effects: readonly EffectIr[]): boolean =>
  effects.some(({ amount, bounds }) => amount !== undefined || bounds.length > 0);

/** What one rule asks for and the other frees from. */
const isContrary = (a: EffectIr, b: EffectIr): boolean =>
  a.target === b.target &&
  [`${a.kind} ${b.kind}`, `${b.kind} ${a.kind}`].includes("exempt require");

function overlapOf(narrow: Study, { rules, effects }: Pair): readonly LintFinding[] {
  const [rule, other] = rules;
  const { study, searched } = searchWide(narrow, allOf(rule.condition, other.condition));
  if (!searched.found) return searched.isProved ? [] : [unproved({ rules, effects })];
  const apart = search(study, allOf(rule.condition, other.condition, amountsApart(effects)));
  const found = [...(apart.found ? [apart.states] : []), searched.states];
  for (const start of found) {
    const states = completed(study.law, start, rules);
    const tried = tryCase(study, { states, rules: [...new Set(rules)] });
    if (isShown(tried, { rules, effects })) return [overlap({ rules, effects }, tried)];
  }
  return [];
}

/** Where both give an amount: that they give another. */
function amountsApart([{ amount: left }, { amount: right }]: Pair["effects"]): Node | undefined {
  if (!left || !right) return undefined;
  const span = { start: 0, end: 0 };
  return { op: "compare", comparison: "!=", left, right, type: { kind: "boolean" }, span };
}

/** Both apply and are in force; where they merely tell, they tell different things. */
function isShown({ verdicts }: Tried, { rules, effects }: Pair): boolean {
  const lines = rules.map((rule, at) => {
    const verdict = verdicts.find((one) => one.rule === rule.id);
    return verdict && lineOf(verdict, effects[at]);
  });
  const [first, second] = lines;
  if (!first || !second) return false;
  return deciding.has(first.kind) || first.kind !== second.kind || !isAlike(first, second);
}

function lineOf(
  { verdict, in_force: inForce, effects }: RuleVerdict,
  effect: EffectIr | undefined,
) {
  if (verdict !== "applies" || !inForce) return undefined;
  return effects.find(({ kind, target }) => kind === effect?.kind && target === effect.target);
}

const isAlike = (a: EffectLine, b: EffectLine): boolean =>
  JSON.stringify([a.force, a.amount, a.bounds]) === JSON.stringify([b.force, b.amount, b.bounds]);

const idOf = ({ rules, effects }: Pair): string =>
  `overlap#${[...new Set(rules.map(({ id }) => id))].join("+")}#${effects[0].kind}.${effects[0].target}`;

function overlap(pair: Pair, { example }: Tried): LintFinding {
  const { rules, effects } = pair;
  const [a, b] = [ruleText(rules[0]), ruleText(rules[1])];
  const [{ title, kind, target }, { kind: other }] = effects;
  const how = kind === other ? `${kind}: ${target}` : `${kind}/${other}: ${target}`;
  const text =
    rules[0] === rules[1]
      ? bilingual(
          `${a.zh}一条规则对“${title.zh}”（${how}）作了两种规定，没说怎样并用`,
          `${a.en} decides "${title.en}" (${how}) in two ways at once, and does not say how they go together`,
        )
      : bilingual(
          `${a.zh}与${b.zh}在同一情形下都对“${title.zh}”（${how}）作了规定，没说先后，也没说怎样并用`,
          `${a.en} and ${b.en} both decide "${title.en}" (${how}) in one case, without an order or a combination`,
        );
  return { ...headOf(pair), proof: "case", text, example };
}

/** Whether the two meet could not be found out. */
function unproved(pair: Pair): LintFinding {
  const [a, b] = pair.rules.map(ruleText);
  const { target } = pair.effects[0];
  const text = bilingual(
    `${a?.zh}与${b?.zh}（${target}）会不会同时适用，未能证明：看过 ${mostCells} 块为限`,
    `whether ${a?.en} and ${b?.en} (${target}) ever apply together is not proved within ${mostCells} pieces`,
  );
  return { ...headOf(pair), proof: "not_proved", text };
}

const headOf = (pair: Pair) => ({
  id: idOf(pair),
  code: "overlap" as const,
  about: [...new Set(pair.rules.map(({ id }) => id))],
  clauses: clausesOf(pair.rules),
});
