import { checkText } from "../check/expression.ts";
import { levels, type Level, type Measure, type Rule } from "../contract/pack.ts";
import type { EffectIr, RuleIr } from "../ir.ts";
import type { Located } from "../source.ts";
import { readBecause } from "./because.ts";
import type { Path } from "../resolve/desk.ts";
import { nearest } from "../resolve/nearest.ts";
import { kindsOf, readEffect, type EffectPlace } from "./effects.ts";
import { ruleScope, type MeasureNames } from "./rule-scope.ts";
import { casesOf, mostCases, readsAndSplits } from "./splits.ts";

/** A rule whose `overrides` still name rules by their ids, and where it stands. */
export type RuleDraft = {
  readonly rule: Omit<RuleIr, "overrides">;
  readonly located: Located<Measure>;
  readonly path: Path;
  readonly overrides: readonly string[];
};

/** Rules for those without subjects of their own run once a case, and see what a project sees.
 * Rules for those without subjects of their own run once a case, and see what a project sees. */
export const levelOf = (addressee: RuleIr["addressee"]): Level =>
  levels.find((level) => level === addressee) ?? "project";

/** Reads the rules of one measure; a rule with a finding is left out. */
export function readRules(names: MeasureNames): RuleDraft[] {
  const { rules = [] } = names.located.value;
  const ids = rules.map((rule) => rule.id);
  return rules.flatMap((rule, index) => {
    const path = ["rules", index];
    if (ids.indexOf(rule.id) < index) {
      const at = [...path, "id"];
      names.book.desk.about(names.located, at, { code: "rule_twice", holes: { id: rule.id } });
    }
    return readRule(names, rule, path) ?? [];
  });
}

function readRule(names: MeasureNames, rule: Rule, path: Path): RuleDraft | undefined {
  const { book, located } = names;
  const addressee = rule.addressee ?? located.value.addressee;
  const level = levelOf(addressee);
  const { scope, unusedLets } = ruleScope(names, { rule, path, level });
  const place: EffectPlace = { book, located, path, scope };
  const condition = readCondition(place, rule.when);
  const effects = readEffects(place, rule);
  const because = readBecause(place, rule.because);
  for (const name of unusedLets()) {
    book.desk.about(located, [...path, "let", name], { code: "let_unused", holes: { name } });
  }
  const period = readPeriod(place, rule);
  if ((rule.when !== undefined && !condition) || !effects) return undefined;
  const { splits, reads } = readsAndSplits({ condition, effects }, book.facts);
  if (!hasFewCases(place, splits)) return undefined;
  const needed = rule.needs_text ?? [];
  const texts = typeof needed === "string" ? [needed] : needed;
  checkTexts(place, texts);
  const { id, title, standing, cite } = located.value;
  const shape = {
    id: `${id}/${rule.id}`,
    measure: id,
    title: rule.title ?? title,
    addressee,
    level,
    standing,
    ...period,
    condition,
    when: rule.when,
    effects,
    needsTexts: texts,
    because,
    splits,
    reads,
    unverified: rule.unverified ?? false,
    cite,
  };
  return { rule: shape, located, path, overrides: rule.overrides ?? [] };
}

/** The days on which a rule is in force: its own, else those of its measure. */
function readPeriod(
  { book, located, path }: EffectPlace,
  rule: Rule,
): Pick<RuleIr, "since" | "until"> {
  const since = rule.since ?? located.value.since;
  const until = rule.until ?? located.value.until;
  if (until !== undefined && since !== "unknown" && since >= until) {
    book.desk.about(located, [...path, "id"], { code: "period_empty", holes: { since, until } });
  }
  return { since, until };
}

/** What a rule waits for is a register of the kind text. */
function checkTexts({ book, located, path }: EffectPlace, texts: readonly string[]): void {
  for (const name of texts.filter((text) => !book.texts.has(text))) {
    const holes = { name, nearest: nearest(name, book.texts) };
    book.desk.about(located, [...path, "needs_text"], { code: "text_missing", holes });
  }
}

function hasFewCases({ book, located, path }: EffectPlace, splits: readonly number[]): boolean {
  const count = casesOf(splits, book.facts);
  if (count <= mostCases) return true;
  const facts = splits.map((fact) => book.facts[fact]?.id).join(", ");
  const holes = { count, most: mostCases, facts };
  book.desk.about(located, [...path, "id"], { code: "too_many_cases", holes });
  return false;
}

function readCondition(place: EffectPlace, when: string | undefined): RuleIr["condition"] {
  if (when === undefined) return undefined;
  const note = place.book.desk.noteAt(place.located, [...place.path, "when"]);
  const node = checkText(when, place.scope, note);
  if (!node || node.type.kind === "boolean") return node;
  return note("type_unfit", { expected: "boolean", found: node.type.kind }, node.span);
}

const beside = ["force", "amount", "unit", "wish", "limits", "account", "requires"] as const;

/** The effects of a rule: the one written on it, or those in its list. */
function readEffects(place: EffectPlace, rule: Rule): EffectIr[] | undefined {
  const { book, located, path } = place;
  if (!rule.effects) {
    if (kindsOf(rule).length === 0 && rule.needs_text !== undefined) return [];
    const effect = readEffect(place, namedByTerm(place, rule));
    return effect && [effect];
  }
  const extra = [...kindsOf(rule), ...beside.filter((key) => rule[key] !== undefined)];
  for (const key of extra) {
    book.desk.about(located, [...path, key], { code: "effect_beside_effects", holes: { key } });
  }
  const effects = rule.effects.map((effect, index) =>
    readEffect({ ...place, path: [...path, "effects", index] }, effect),
  );
  noteTwice(place, rule);
  return effects.every((effect) => effect !== undefined) ? effects : undefined;
}

/** A rule's own title speaks of the rule: its effect takes the title of its term, where there is
 * one. */
function namedByTerm({ book }: EffectPlace, rule: Rule): Rule {
  const [kind] = kindsOf(rule);
  if (!kind || !book.terms.has(rule[kind] ?? "")) return rule;
  return Object.fromEntries(Object.entries(rule).filter(([key]) => key !== "title")) as Rule;
}

function noteTwice({ book, located, path }: EffectPlace, rule: Rule): void {
  const seen = new Set<string>();
  rule.effects?.forEach((effect, index) => {
    const [kind] = kindsOf(effect);
    const target = kind && effect[kind];
    if (!kind || target === undefined) return;
    if (seen.has(`${kind} ${target}`)) {
      const at = [...path, "effects", index, kind];
      book.desk.about(located, at, { code: "effect_twice", holes: { kind, target } });
    }
    seen.add(`${kind} ${target}`);
  });
}
