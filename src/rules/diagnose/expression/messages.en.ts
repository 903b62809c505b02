import type { ExpressionHoles, Messages } from "../findings.ts";
import { kind, unit, unknown } from "../phrases.en.ts";

export const en: Messages<ExpressionHoles> = {
  expression_too_long: ({ length, most }) => [
    `the expression has ${length} characters; the most is ${most}`,
    "split it into several rules, or name parts of it with let",
  ],
  nested_too_deep: ({ most }) => [
    `the expression is nested deeper than ${most} levels`,
    "name parts of it with let, or split the rule",
  ],
  string_not_closed: () => ["this text has no closing quotation mark", 'close it with "'],
  comment_in_expression: () => [
    "an expression holds no comments: once its lines are joined, one would swallow what follows",
    "write the comment on the line above, behind #",
  ],
  foreign_sign: ({ sign, write }) => [
    `"${sign}" is no sign of the rule language`,
    `write ${write}`,
  ],
  exponent_literal: ({ text, write }) => [
    `"${text}" would be read as another number`,
    `write ${write}, and make it a parameter`,
  ],
  bracket_not_closed: ({ bracket }) => [`"${bracket}" is never closed`, "close the bracket"],
  bracket_not_opened: ({ bracket }) => [
    `"${bracket}" closes nothing`,
    "remove it, or open a bracket before it",
  ],
  syntax_unexpected: ({ found }) => [
    `"${found}" is not expected here`,
    "check whether an operator or a value is missing before it",
  ],
  syntax_ends_early: () => ["the expression stops too early", "add the missing value"],
  syntax_unsupported: ({ found }) => [
    `rules do not use this form: ${found}`,
    "use and, or, not, comparisons, in, the four operations, if, and aggregates over subjects below",
  ],
  in_takes_logic: ({ write }) => [
    "in takes the and or or behind it as part of its list",
    `put brackets: ${write}`,
  ],
  satisfies_takes_logic: ({ write, instead }) => [
    "satisfies takes the and or or behind it as part of the condition on each subject",
    `if that is meant, write ${write}; else write ${instead}`,
  ],
  null_literal: () => [
    "rules have no null: a fact is known, a range, unknown or not applicable",
    "remove the comparison; while the fact is unknown the rule stays open by itself",
  ],
  dash_name: ({ left, right }) => [
    `"${left}-${right}" looks like one name, and names hold no hyphen`,
    `write ${left} - ${right} for a subtraction, ${left}_${right} for a name`,
  ],
  words_without_operator: ({ text, write }) => [
    `no operator stands between the words of "${text}"`,
    write === undefined ? "add the operator" : `did you mean ${write}?`,
  ],
  chained_comparison: ({ write }) => ["comparisons do not chain", `write ${write}`],
  not_in: ({ write }) => ["not does not stand before in", `write ${write}`],
  lone_surrogate: () => [
    "this text holds half of a character",
    "write the whole character instead of its escape",
  ],
  context_literal: () => [
    "rules have no contexts: what is in braces",
    "name its parts with let, or define facts in the dictionary",
  ],
  function_literal: () => ["rules define no functions", "name the value with let"],
  type_test: () => [
    "rules do not ask what type a value has: the dictionary says so",
    "remove the question",
  ],
  arguments_named: () => [
    "arguments are given by their place, not by name",
    "write them in their order, without names and colons",
  ],
  loop_over_numbers: () => [
    "rules run over subjects, lists and the options of a fact, not over numbers",
    "multiply, or use sum and count over subjects",
  ],

  literal_figure: ({ text }) => [
    `the figure ${text} stands in an expression, without citation or date`,
    "name it under parameters and write the name here (only 0 and 1 may stand by themselves)",
  ],
  irrational_function: ({ name }) => [
    `rules do not use ${name}: its results are not exact`,
    "use addition, subtraction, multiplication, division and comparison only",
  ],
  function_unknown: unknown("function", "docs/language.md lists the functions that rules have"),
  function_instead: ({ name, write }) => [
    `rules do not have the FEEL function ${name}`,
    `write ${write}`,
  ],
  function_unsupported: ({ name }) => [
    `rules do not have the FEEL function ${name}`,
    "docs/language.md lists the functions that rules have",
  ],
  function_arguments: ({ name, expected, found }) => [
    `${name} takes ${expected} argument${expected === 1 ? "" : "s"}, here are ${found}`,
    `give ${name} ${expected} argument${expected === 1 ? "" : "s"}`,
  ],
  fact_unknown: unknown("fact", "define it in the dictionary under facts/ first"),
  name_unknown: unknown(
    "parameter or let value",
    "define it under parameters or let first; the id of a fact has a dot in it",
  ),
  group_alone: ({ group, example }) => [
    `${group} is a group of facts, not a value`,
    `name one of its facts, such as ${example}`,
  ],
  level_below: ({ fact, level, at, write }) => [
    `${fact} belongs to a lower level (${level}); a rule at the level ${at} does not see it singly`,
    `aggregate, as in ${write}; or make the rule's addressee ${level}`,
  ],
  subjects_alone: ({ name }) => [
    `${name} is many subjects, not a value`,
    "fold them with sum, count, min, max, some or every",
  ],
  subjects_expected: ({ found }) => [
    `buildings, parcels or spaces belong here, not "${found}"`,
    "as in count(buildings[…]), sum(buildings.floor_area), some b in buildings satisfies …",
  ],
  aggregate_nested: () => [
    "an aggregate does not stand inside another, nor in a let value used there",
    "split the rule, or let the project state the inner value as a fact",
  ],
  aggregate_filtered: ({ fold }) => [
    `${fold} does not run over some values of a list only: where none passes it has no value`,
    "use sum or count, or take all of them",
  ],
  iterators_many: () => [
    "for runs over one kind of subjects, or over lists",
    "fold the one inside a let value, or split the rule",
  ],
  list_open: ({ fact }) => [
    `nobody knows what ${fact} may hold: it is a list without options`,
    'give it options in the dictionary, or ask for one word: list contains(…, "…")',
  ],
  list_empty: () => ["there is nothing in this list", "write its values"],
  list_alone: () => [
    "a list of values stands inside sum, count, min, max, mean, all or any, or behind in",
    "fold it; only texts side by side are a list that let can name",
  ],
  range_alone: () => ["a range stands behind in, or in during and includes", "write x in [a..b]"],
  range_needed: ({ name }) => [
    `${name} takes a value and a range`,
    "write the range in brackets, as in [a..b]",
  ],
  loop_alone: () => [
    "for gives many values, and one is needed here",
    "fold them with sum, count, min, max, mean, all or any",
  ],
  step_missing: ({ name, unit: found }) => [
    `${name} of a quantity (${unit(found)}) needs the step to whose multiples it goes`,
    `write ${name}(x, step), and name the step under parameters`,
  ],
  step_unfit: () => [
    "a step is a parameter with a unit and one figure; a number of decimals is none",
    "name the step under parameters, as in { unit: m2, values: [{ since: unknown, value: 100 }] }",
  ],
  step_not_positive: () => ["a step is more than zero", "correct its figure"],
  option_unknown: ({ name, nearest, fact, options }) => [
    `${fact} has no option "${name}"`,
    nearest === undefined ? `the options are ${options.join(", ")}` : `did you mean "${nearest}"?`,
  ],
  types_differ: ({ left, right }) => [
    `${kind(left)} and ${kind(right)} do not compare`,
    "write values of one type on both sides",
  ],
  type_unfit: ({ expected, found }) => [
    `${kind(expected)} is needed here, and this is ${kind(found)}`,
    `write ${kind(expected)}`,
  ],
  unit_mismatch: ({ left, right }) => [
    `the units clash: ${unit(left)} and ${unit(right)} neither add nor compare`,
    "bring both sides to one kind of quantity",
  ],
  periods_clash: ({ left, right }) => [
    `${left} and ${right} neither add nor compare: no month is a number of days, no day one of hours`,
    "add each period to a date and compare the dates, as in date + period <= as_of",
  ],
  date_invalid: ({ text }) => [
    `"${text}" is no day of the calendar`,
    'write it as in date("2024-12-31")',
  ],
  date_not_written: ({ name }) => [
    `${name} makes no date of a value here: a date is written out, or it is a fact`,
    'write date("2024-12-31"), or name a fact of the type date',
  ],
  date_part: ({ name }) => [
    `rules do not take dates apart: ${name}`,
    "compare dates, or count with full months(from, to) and working days(from, to)",
  ],
  date_moved_by: ({ unit: name }) => [
    `a date moves by days, months, years or working days, and this is ${unit(name)}`,
    "give the period one of these units under parameters",
  ],
  period_not_whole: () => [
    "a date moves by whole days, months or working days, and this period may have parts of one",
    "round it, as in ceiling(…, step), or give the fact a quantum of 1",
  ],
  duration_literal: ({ text }) => [
    `the period ${text} stands in an expression, without citation or date`,
    "name it under parameters in days, months, years or working_days, and write the name here",
  ],
  time_of_day: ({ text }) => [
    `rules reckon in whole days: ${text} is a time of day`,
    'write the day, as in date("2024-12-31")',
  ],
  clock_read: ({ name }) => [
    `rules read no clock, so that an answer can be replayed: ${name}()`,
    "write as_of, the law date that the case is judged on",
  ],
  register_unknown: unknown("register", "define it under registers/ first (it may be empty)"),
  register_without_figures: ({ name }) => [
    `the register ${name} is a list and gives no figures`,
    "ask listed(…) of it, or give it figures with their unit and bounds",
  ],
  geometry_in_expression: ({ fact }) => [
    `${fact} is a shape and does not stand in an expression`,
    "use a fact of the dictionary that measures it (a distance, a share, within or not)",
  ],
  division_by_zero: () => ["the divisor is zero", "correct the divisor"],
  expression_too_large: ({ most }) => [
    `with all names written out the expression has more than ${most} nodes`,
    "split the rule",
  ],
  let_cycle: ({ cycle }) => [
    `let values name each other: ${cycle}`,
    "remove one of the references",
  ],
  derived_cycle: ({ cycle }) => [
    `derived facts name each other: ${cycle}`,
    "remove one of the references",
  ],
  too_many_cases: ({ count, most, facts }) => [
    `the rule splits into ${count} combinations; the most is ${most}. Facts that recur: ${facts}`,
    "split the rule into several in which fewer facts recur",
  ],
  name_taken: ({ name }) => [`${name} already names something else`, "rename one of the two"],
};
