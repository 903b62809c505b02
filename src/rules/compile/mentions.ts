import type { ClauseFigure, ClauseWord } from "../contract/pack.ts";
import type { Path } from "../resolve/desk.ts";
import { nearest } from "../resolve/nearest.ts";
import type { MeasureNames } from "./rule-scope.ts";

/** What the cases, figures and words of a measure name must exist in it. */
export function checkMentions(names: MeasureNames): void {
  const { figures = [], words = [] } = names.located.value;
  checkCases(names);
  figures.forEach((figure, index) => {
    checkFigure(names, figure, ["figures", index]);
  });
  words.forEach((word, index) => {
    checkWord(names, word, ["words", index]);
  });
}

const ruleIdsOf = ({ located }: MeasureNames): string[] =>
  (located.value.rules ?? []).map((rule) => rule.id);

function checkCases(names: MeasureNames): void {
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
      if (ids.includes(name.split("@")[0] ?? name)) continue;
      const at = ["cases", index, "expect", name];
      const holes = { name, nearest: nearest(name, ids) };
      book.desk.about(located, at, { code: "case_rule_unknown", holes });
    }
  });
}

function checkFigure({ book, located, byName }: MeasureNames, figure: ClauseFigure, at: Path) {
  const { text, parameter, excused } = figure;
  if ((parameter === undefined) === (excused === undefined)) {
    book.desk.about(located, at, { code: "figure_unmapped", holes: { text } });
  } else if (parameter !== undefined && !byName.has(parameter)) {
    const holes = { name: parameter, nearest: nearest(parameter, byName.keys()) };
    book.desk.about(located, [...at, "parameter"], { code: "figure_parameter_unknown", holes });
  }
}

/** A word of force is exactly one thing: a rule, a duty that the measure has, or excused. */
function checkWord(names: MeasureNames, { word, nth, rule, duty, excused }: ClauseWord, at: Path) {
  const { book, located } = names;
  const said = [rule, duty, excused].filter((one) => one !== undefined).length;
  if (said !== 1) {
    book.desk.about(located, at, { code: "word_unmapped", holes: { word, nth } });
  } else if (duty && !located.value.duty) {
    book.desk.about(located, [...at, "duty"], { code: "word_duty_missing", holes: { word } });
  } else if (rule !== undefined && !ruleIdsOf(names).includes(rule)) {
    const holes = { name: rule, nearest: nearest(rule, ruleIdsOf(names)) };
    book.desk.about(located, [...at, "rule"], { code: "word_rule_unknown", holes });
  }
}
