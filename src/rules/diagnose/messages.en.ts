import type { Messages } from "./sentences.ts";

type Unknown = { name: string; nearest: string | undefined };

const unknown =
  (what: string, where: string) =>
  ({ name, nearest }: Unknown) =>
    [
      `there is no ${what} named "${name}"`,
      nearest === undefined ? where : `did you mean ${nearest}?`,
    ] as const;

const kinds: Readonly<Record<string, string>> = {
  boolean: "a yes or no",
  number: "a quantity",
  enumeration: "an option",
  text: "a text",
  date: "a date",
  list: "a list",
  derived: "derived",
  quantity: "a quantity",
  geometry: "a shape",
};
const kind = (name: string): string => kinds[name] ?? name;
const unit = (name: string): string => (name === "1" ? "a pure number" : name);

export const en: Messages = {
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

  literal_figure: ({ text }) => [
    `the figure ${text} stands in an expression, without citation or date`,
    "name it under parameters and write the name here (only 0 and 1 may stand by themselves)",
  ],
  irrational_function: ({ name }) => [
    `rules do not use ${name}: its results are not exact`,
    "use addition, subtraction, multiplication, division and comparison only",
  ],
  function_unknown: unknown(
    "function",
    "the functions are sum, count, min, max, listed, list contains, not and date",
  ),
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
    "an aggregate does not stand inside another",
    "compute the inner one with let first",
  ],
  aggregate_filtered: ({ fold }) => [
    `${fold} does not run over some of the subjects only: where none passes it has no value`,
    "use sum or count, or run over all subjects",
  ],
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
  date_invalid: ({ text }) => [
    `"${text}" is no day of the calendar`,
    'write it as in date("2024-12-31")',
  ],
  register_unknown: unknown("register", "define it under registers/ first (it may be empty)"),
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

  group_unknown: unknown("group of facts", "define it and its level under groups first"),
  unit_unknown: unknown(
    "unit",
    "the units are 1, %, m, m2, mu, yuan, wan_yuan, months, years, days …, or a quotient of two",
  ),
  unit_missing: ({ fact }) => [
    `the quantity ${fact} has no unit`,
    'add unit; of a pure number it is unit: "1"',
  ],
  quantum_invalid: ({ text }) => [
    `the quantum "${text}" is no positive number`,
    "write a positive number, such as 0.01",
  ],
  domain_reversed: ({ min, max }) => [
    `the least value ${min} is more than the largest, ${max}`,
    "swap or correct the two",
  ],
  domain_off_quantum: ({ value, quantum }) => [
    `the end ${value} is no whole multiple of the quantum ${quantum}`,
    "change the end or the quantum",
  ],
  domain_too_wide: ({ value }) => [
    `the end ${value} is beyond what can be counted exactly`,
    "choose a smaller end or a larger quantum",
  ],
  options_missing: ({ fact }) => [`the enumeration ${fact} lists no options`, "add options"],
  option_twice: ({ option }) => [`the option "${option}" stands twice`, "remove one"],
  key_unfit: ({ key, type }) => [
    `a fact of the type ${type} has no ${key}`,
    `remove ${key}, or correct the type`,
  ],
  derived_unsaid: ({ fact }) => [
    `${fact} is said to be derived, but has no derived`,
    "add the expression that derives it",
  ],
  derived_also_stated: ({ fact }) => [
    `${fact} is derived, so it has no other source`,
    "write source: [derived], or remove derived",
  ],
  map_unsaid: ({ fact }) => [
    `${fact} is said to come from the map, but has no map`,
    "add map: the layer and what to measure",
  ],

  figure_invalid: ({ text }) => [`"${text}" is no number`, 'write 20, 0.55, "1/3" or [800, 1000]'],
  range_reversed: ({ low, high }) => [
    `the lower end ${low} of the range is above the upper end ${high}`,
    `write [${high}, ${low}]`,
  ],
  values_unordered: ({ earlier, later }) => [
    `the value of ${later} stands behind that of ${earlier}`,
    "order the values by their first day, unknown first",
  ],
  values_overlap: ({ earlier, later }) => [
    `the values since ${earlier} and since ${later} hold on the same day`,
    "correct since or until, so that each day has one value",
  ],
  period_empty: ({ since, until }) => [
    `no day lies between ${since} and ${until} (until is excluded)`,
    "move until behind since",
  ],
  parameter_unused: ({ name }) => [`no rule uses the parameter ${name}`, "use it, or remove it"],
  let_unused: ({ name }) => [`nothing uses the let value ${name}`, "remove it"],

  document_unknown: unknown("document", "define it in documents.yaml first"),
  mechanism_unknown: unknown("mechanism", "name one that the document lists in documents.yaml"),
  organisation_unknown: unknown("organisation", "define it in organisations.yaml first"),
  rule_twice: ({ id }) => [`this measure has two rules named ${id}`, "rename one of them"],
  effect_missing: () => [
    "the rule has no effect",
    "add one of grant, limit, exempt, require, permit, prohibit, count, route, priority, notice",
  ],
  effect_many: ({ kinds: many }) => [
    `several effects stand in one place: ${many}`,
    "list them under effects, one item each",
  ],
  effect_beside_effects: ({ key }) => [
    `the rule has a list of effects, so ${key} does not stand beside it`,
    `move ${key} into an item of the list`,
  ],
  effect_twice: ({ kind: effect, target }) => [
    `the rule has the effect ${effect}: ${target} twice`,
    "make it one effect, or two rules",
  ],
  force_missing: ({ kind: effect }) => [
    `the effect ${effect} has no force`,
    "add force: must, in_principle, may or advice",
  ],
  term_missing: unknown("term", "give it a title in both languages in terms.yaml first"),
  requirement_unnamed: () => [
    "a requirement names exactly one of approval, document, agreement and duty",
    "as in { agreement: performance, force: must }",
  ],
  bound_direction: ({ id }) => [
    `the bound ${id} needs exactly one of at_most and at_least`,
    "write one bound for each direction",
  ],
  bound_twice: ({ id }) => [`two bounds are named ${id}`, "rename one of them"],
  bound_without_amount: ({ id }) => [
    `the bound ${id} has nothing to compare with`,
    "add amount, or name the fact that holds the amount wanted under wish",
  ],
  limit_without_bound: () => ["the limit has no bound", "add limits"],
  unit_needed: ({ unit: name }) => [
    `it is not clear in which unit this amount is given out (${name})`,
    "add unit",
  ],
  wish_unfit: ({ fact, type }) => [
    `the amount wanted is a stated quantity, and ${fact} is ${kind(type)}`,
    "name a quantity that is stated",
  ],
  hole_unknown: unknown(
    "fact, parameter or let value",
    "name a fact, a parameter or a let value between the braces",
  ),
  holes_differ: ({ name }) => [
    `{${name}} stands in the other language and not here`,
    `add {${name}}`,
  ],
  rule_unknown: unknown("rule", "write the full id: document/item/rule"),
  override_self: ({ rule }) => [`${rule} cannot override itself`, "remove it"],
  override_level: ({ rule, level, at }) => [
    `a rule at the level ${at} cannot override ${rule} at the level ${level}`,
    "override rules of the same level or of a lower one",
  ],
  override_cycle: ({ cycle }) => [
    `rules override each other in a circle: ${cycle}`,
    "remove one of the overrides",
  ],
  combination_levels: ({ first, second }) => [
    `${first} and ${second} speak to subjects of different levels and do not combine`,
    "combine rules of one level",
  ],
  combination_targets: ({ first, second }) => [
    `${first} and ${second} have no effect in common to combine`,
    "remove one of them",
  ],
  combination_cap: ({ id }) => [
    `the rules of the combination ${id} stand beside each other and have no amount to cap together`,
    "remove cap, or let stack be sum, max or exclusive",
  ],
  combination_stack: ({ id, other }) => [
    `${id} and ${other} say different things of the same two rules`,
    "keep one of the combinations",
  ],
  cap_name_ambiguous: ({ name, measures }) => [
    `several measures have a parameter ${name}: ${measures}`,
    "rename one of the parameters",
  ],
  collision: (at) => [
    `item ${at.item} of ${at.document} and item ${at.otherItem} of ${at.otherDocument} ` +
      `decide the same thing (${at.kind}: ${at.target}) and do not say how they go together; ` +
      `the other rule is ${at.otherRule} (${at.otherFile}:${at.otherLine})`,
    `add stack: sum, max or exclusive in combinations.yaml, or overrides: [${at.otherRule}] here`,
  ],
  case_rule_unknown: unknown("rule", "name a rule of this measure by its id"),
  case_twice: ({ name }) => [`two cases are named "${name}"`, "rename one of them"],
  figure_parameter_unknown: unknown("parameter", "name a parameter of this measure"),
  figure_unmapped: ({ text }) => [
    `the clause's figure "${text}" needs a parameter, or the reason why it is no figure of the law`,
    "write exactly one of parameter and excused",
  ],
};
