import type { Span } from "../ir.ts";

/** What a thing that does not exist could have been: the nearest known name, where one is near. */
type Unknown = { name: string; nearest: string | undefined };
type Nothing = Record<never, never>;

/** Every finding about an expression by its code, with what its sentence must fill in. */
export type ExpressionHoles = {
  expression_too_long: { length: number; most: number };
  nested_too_deep: { most: number };
  string_not_closed: Nothing;
  comment_in_expression: Nothing;
  foreign_sign: { sign: string; write: string };
  exponent_literal: { text: string; write: string };
  bracket_not_closed: { bracket: string };
  bracket_not_opened: { bracket: string };
  syntax_unexpected: { found: string };
  syntax_ends_early: Nothing;
  syntax_unsupported: { found: string };
  in_takes_logic: { write: string };
  satisfies_takes_logic: { write: string; instead: string };
  null_literal: Nothing;
  dash_name: { left: string; right: string };
  words_without_operator: { text: string; write: string | undefined };
  chained_comparison: { write: string };
  not_in: { write: string };
  lone_surrogate: Nothing;
  context_literal: Nothing;
  function_literal: Nothing;
  type_test: Nothing;
  arguments_named: Nothing;
  loop_over_numbers: Nothing;

  literal_figure: { text: string };
  irrational_function: { name: string };
  function_unknown: Unknown;
  function_instead: { name: string; write: string };
  function_unsupported: { name: string };
  function_arguments: { name: string; expected: number; found: number };
  fact_unknown: Unknown;
  name_unknown: Unknown;
  group_alone: { group: string; example: string };
  level_below: { fact: string; level: string; at: string; write: string };
  subjects_alone: { name: string };
  subjects_expected: { found: string };
  aggregate_nested: Nothing;
  aggregate_filtered: { fold: string };
  iterators_many: Nothing;
  list_open: { fact: string };
  list_empty: Nothing;
  list_alone: Nothing;
  range_alone: Nothing;
  range_needed: { name: string };
  loop_alone: Nothing;
  step_missing: { name: string; unit: string };
  step_unfit: Nothing;
  step_not_positive: Nothing;
  option_unknown: Unknown & { fact: string; options: readonly string[] };
  types_differ: { left: string; right: string };
  type_unfit: { expected: string; found: string };
  unit_mismatch: { left: string; right: string };
  periods_clash: { left: string; right: string };
  date_invalid: { text: string };
  date_not_written: { name: string };
  date_part: { name: string };
  date_moved_by: { unit: string };
  period_not_whole: Nothing;
  duration_literal: { text: string };
  time_of_day: { text: string };
  clock_read: { name: string };
  register_unknown: Unknown;
  register_without_figures: { name: string };
  geometry_in_expression: { fact: string };
  division_by_zero: Nothing;
  expression_too_large: { most: number };
  let_cycle: { cycle: string };
  derived_cycle: { cycle: string };
  too_many_cases: { count: number; most: number; facts: string };
  name_taken: { name: string };
};

/** Every finding about the objects of a pack and how they hold together. */
export type PackHoles = {
  group_unknown: Unknown;
  unit_unknown: Unknown;
  unit_missing: { fact: string };
  quantum_invalid: { text: string };
  domain_reversed: { min: string; max: string };
  domain_off_quantum: { value: string; quantum: string };
  domain_too_wide: { value: string };
  options_missing: { fact: string };
  option_twice: { option: string };
  key_unfit: { key: string; type: string };
  derived_unsaid: { fact: string };
  derived_also_stated: { fact: string };
  map_unsaid: { fact: string };

  figure_invalid: { text: string };
  range_reversed: { low: string; high: string };
  values_unordered: { earlier: string; later: string };
  values_overlap: { earlier: string; later: string };
  period_empty: { since: string; until: string };
  parameter_unused: { name: string };
  let_unused: { name: string };

  text_missing: Unknown;
  register_fact_unfit: Nothing;
  register_not_empty: Nothing;
  register_text_filled: Nothing;
  register_entry_twice: { text: string };
  register_figure_missing: { text: string };
  register_figure_stray: { text: string };
  register_figure_outside: { text: string; least: string; most: string };
  calendar_twice: { year: number };
  calendar_entry: { text: string; year: number };
  document_unknown: Unknown;
  mechanism_unknown: Unknown;
  stated_field_unknown: Unknown;
  stated_unlabelled: { field: string };
  organisation_unknown: Unknown;
  rule_twice: { id: string };
  effect_missing: Nothing;
  effect_many: { kinds: string };
  effect_beside_effects: { key: string };
  effect_twice: { kind: string; target: string };
  force_missing: { kind: string };
  term_missing: Unknown;
  requirement_unnamed: Nothing;
  bound_direction: { id: string };
  bound_twice: { id: string };
  bound_without_amount: { id: string };
  limit_without_bound: Nothing;
  unit_needed: { unit: string };
  wish_unfit: { fact: string; type: string };
  hole_unknown: Unknown;
  holes_differ: { name: string };
  rule_unknown: Unknown;
  override_self: { rule: string };
  override_level: { rule: string; level: string; at: string };
  override_cycle: { cycle: string };
  combination_levels: { first: string; second: string };
  combination_targets: { first: string; second: string };
  combination_cap: { id: string };
  combination_stack: { id: string; other: string };
  cap_name_ambiguous: { name: string; measures: string };
  collision: {
    kind: string;
    target: string;
    item: string;
    document: string;
    otherItem: string;
    otherDocument: string;
    otherRule: string;
    otherFile: string;
    otherLine: number;
  };
  parameter_unknown: Unknown;
  drop_unknown: Unknown;
  change_unnamed: Nothing;
  change_incomplete: { key: string; head: string };
  case_rule_unknown: Unknown;
  case_twice: { name: string };
  figure_parameter_unknown: Unknown;
  figure_unmapped: { text: string };
  figure_target_unknown: Unknown;
  word_unmapped: { word: string; nth: number };
  word_duty_missing: { word: string };
  word_rule_unknown: Unknown;
  due_invalid: { text: string };
  state_unshown: { state: string };
  target_twice: { id: string };
  campaign_unknown: Unknown;
  card_fact_taken: { name: string };
};

export type Holes = ExpressionHoles & PackHoles;

export type Code = keyof Holes;

/** One finding inside a text: its code, its holes, and the characters that it speaks of. */
export type Finding = {
  [C in Code]: { readonly code: C; readonly holes: Holes[C]; readonly span: Span };
}[Code];

/** Findings that do not keep a pack from building. */
export const warnings: ReadonlySet<Code> = new Set<Code>(["parameter_unused", "let_unused"]);

/** Notes a finding. Returns undefined, so that a check can note and give up in one step. */
export type Note = <C extends Code>(code: C, holes: Holes[C], span: Span) => undefined;

/** A note that appends to a list. */
export function noteInto(list: Finding[]): Note {
  return (code, holes, span) => {
    list.push({ code, holes, span } as Finding);
    return undefined;
  };
}

/** What a finding says in one language: the sentence, and what to write instead. */
export type Said = readonly [message: string, hint: string];

/** The sentences of one language about these findings, by code. */
export type Messages<About> = { readonly [C in keyof About]: (holes: About[C]) => Said };
