import type { ClauseWord } from "../contract/pack.ts";
import type { Desk, Path } from "../resolve/desk.ts";
import { nearest } from "../resolve/nearest.ts";
import type { Located } from "../source.ts";
import type { MeasureNames } from "./rule-scope.ts";

type Figure = {
  readonly text: string;
  readonly parameter?: string;
  readonly target?: string;
  readonly due?: true;
  readonly excused?: unknown;
};

/** What accounts for the numerals and the words of one clause, and what they may name. */
export type Accounts = {
  readonly desk: Desk;
  readonly located: Located<{
    readonly figures?: readonly Figure[];
    readonly words?: readonly ClauseWord[];
  }>;
  readonly parameters?: readonly string[];
  readonly targets?: readonly string[];
  readonly rules?: readonly string[];
  readonly isDuty: boolean;
};

/**
 * What the figures and words of a measure name must exist in it, and what its cases name in it or,
 * by its full id, in the law.
 */
export function checkMentions(names: MeasureNames, law: ReadonlySet<string>): void {
  const { book, located, byName } = names;
  checkCases(names, law);
  const rules = ruleIdsOf(names);
  const isDuty = located.value.duty !== undefined;
  checkAccounts({ desk: book.desk, located, parameters: [...byName.keys()], rules, isDuty });
}

/** Each numeral and each word of force is accounted for in exactly one way, and by what exists. */
export function checkAccounts(accounts: Accounts): void {
  const { figures = [], words = [] } = accounts.located.value;
  figures.forEach((figure, index) => {
    checkFigure(accounts, figure, ["figures", index]);
  });
  words.forEach((word, index) => {
    checkWord(accounts, word, ["words", index]);
  });
}

const ruleIdsOf = ({ located }: MeasureNames): string[] =>
  (located.value.rules ?? []).map((rule) => rule.id);

function checkCases(names: MeasureNames, law: ReadonlySet<string>): void {
  const { book, located } = names;
  const { cases = [] } = located.value;
  const ids = ruleIdsOf(names);
  cases.forEach((policyCase, index) => {
    if (cases.findIndex((other) => other.name === policyCase.name) < index) {
      const at = ["cases", index, "name"];
      book.desk.about(located, at, { code: "case_twice", holes: { name: policyCase.name } });
    }
    for (const name of Object.keys(policyCase.expect)) {
      // Where a rule speaks to several subjects, "rule@subject" names one of them.
      const [rule = ""] = name.split("@");
      if (ids.includes(rule) || law.has(rule)) continue;
      const at = ["cases", index, "expect", name];
      const holes = { name, nearest: nearest(name, ids) };
      book.desk.about(located, at, { code: "case_rule_unknown", holes });
    }
  });
}

const countOf = (said: readonly unknown[]): number =>
  said.filter((one) => one !== undefined).length;

function checkFigure(accounts: Accounts, figure: Figure, at: Path): void {
  const { desk, located, parameters = [], targets = [] } = accounts;
  const { text, parameter, target, due, excused } = figure;
  if (countOf([parameter, target, due, excused]) !== 1) {
    desk.about(located, at, { code: "figure_unmapped", holes: { text } });
  } else if (parameter !== undefined && !parameters.includes(parameter)) {
    const holes = { name: parameter, nearest: nearest(parameter, parameters) };
    desk.about(located, [...at, "parameter"], { code: "figure_parameter_unknown", holes });
  } else if (target !== undefined && !targets.includes(target)) {
    const holes = { name: target, nearest: nearest(target, targets) };
    desk.about(located, [...at, "target"], { code: "figure_target_unknown", holes });
  }
}

/** A word of force is exactly one thing: a rule, a duty that somebody has, or excused. */
function checkWord(accounts: Accounts, { word, nth, rule, duty, excused }: ClauseWord, at: Path) {
  const { desk, located, rules = [], isDuty } = accounts;
  if (countOf([rule, duty, excused]) !== 1) {
    desk.about(located, at, { code: "word_unmapped", holes: { word, nth } });
  } else if (duty && !isDuty) {
    desk.about(located, [...at, "duty"], { code: "word_duty_missing", holes: { word } });
  } else if (rule !== undefined && !rules.includes(rule)) {
    const holes = { name: rule, nearest: nearest(rule, rules) };
    desk.about(located, [...at, "rule"], { code: "word_rule_unknown", holes });
  }
}
