import type { PackHoles, Messages } from "../findings.ts";
import { kind, unknown } from "../phrases.en.ts";

export const en: Messages<PackHoles> = {
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

  text_missing: unknown("text", "name it under registers/ first, with kind: text"),
  register_fact_unfit: () => [
    "a register says yes of the project, and nothing else",
    "ask listed(…) in the rule instead",
  ],
  register_not_empty: () => [
    "a register that is empty holds no entries",
    "write state: imported, with its issuer and date",
  ],
  register_text_filled: () => [
    "a register of the kind text holds neither entries nor figures",
    "leave them out, or make it a list",
  ],
  register_entry_twice: ({ text }) => [`"${text}" stands twice in this register`, "keep one"],
  register_figure_missing: ({ text }) => [
    `the entry "${text}" has no figure`,
    "write its figure under figures.values, or take the entry out",
  ],
  register_figure_stray: ({ text }) => [
    `the figure of "${text}" belongs to no entry`,
    "write it among the entries, or take the figure out",
  ],
  register_figure_outside: ({ text, least, most }) => [
    `${text} lies outside ${least} to ${most}, which this register says a figure may be`,
    "look at the figure and its unit again",
  ],
  calendar_twice: ({ year }) => [
    `another register arranges the working days of ${year} already`,
    "keep one register for each year",
  ],
  calendar_entry: ({ text, year }) => [
    `"${text}" is no day of ${year}`,
    `list the weekdays of ${year} that are free and the days of its weekends that are worked`,
  ],
  document_unknown: unknown("document", "define it in documents.yaml first"),
  mechanism_unknown: unknown("mechanism", "name one that the document lists in documents.yaml"),
  stated_field_unknown: unknown(
    "stated field",
    "give it a label in both languages in stated.yaml first",
  ),
  stated_unlabelled: ({ field }) => [
    `the value of ${field} has no label in both languages`,
    "write { zh: …, en: … }, or list it among the options of the field in stated.yaml",
  ],
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
    `add stack: sum, max, exclusive or beside in combinations.yaml, or overrides: [${at.otherRule}] here`,
  ],
  parameter_unknown: unknown("parameter", "write the full id: document/item.name"),
  drop_unknown: unknown("measure, rule or combination", "write its full id"),
  change_unnamed: () => [
    "this change does not say of what it is one",
    "write exactly one of parameter, rule, measure, register and drop",
  ],
  change_incomplete: ({ key, head }) => [
    `a change of a ${head} needs ${key}`,
    `write ${key} beside ${head}`,
  ],
  case_rule_unknown: unknown("rule", "name a rule of this measure by its id"),
  case_twice: ({ name }) => [`two cases are named "${name}"`, "rename one of them"],
  figure_parameter_unknown: unknown("parameter", "name a parameter of this measure"),
  figure_unmapped: ({ text }) => [
    `the clause's figure "${text}" needs a parameter, or the reason why it is no figure of the law`,
    "write exactly one of parameter and excused",
  ],
  figure_target_unknown: unknown("target", "name a target of this campaign by its id"),
  word_unmapped: ({ word, nth }) => [
    `"${word}" number ${nth} of the clause needs the rule or duty that carries it, or an excuse`,
    "write exactly one of rule, duty and excused",
  ],
  word_duty_missing: ({ word }) => [
    `"${word}" is said to be a duty, and none is written here`,
    "add a duty, or write rule or excused",
  ],
  word_rule_unknown: unknown("rule", "name a rule of this measure by its id"),
  due_invalid: ({ text }) => [
    `"${text}" is no day of the calendar`,
    "write a year, a month or a day; unknown where nobody says it",
  ],
  state_unshown: ({ state }) => [
    `the state is "${state}", and no clause is named that shows it`,
    "name it under shown_by, or write unknown",
  ],
  target_twice: ({ id }) => [`two targets are named ${id}`, "rename one of them"],
  campaign_unknown: unknown("campaign", "name a campaign by its id"),
  card_fact_taken: ({ name }) => [
    `the fact ${name} stands in the dictionary, or on another card`,
    "use it, or choose another id",
  ],
};
