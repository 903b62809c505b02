/** Why a value is null, by the rules of the standard. */
export const errorCodes = [
  "syntax",
  "operand_type",
  "not_comparable",
  "condition_not_boolean",
  "name_unknown",
  "not_a_function",
  "argument_count",
  "argument_name",
  "argument_type",
  "argument_value",
  "property_unknown",
  "index_unfit",
  "division_by_zero",
  "number_out_of_range",
  "date_out_of_range",
  "literal_invalid",
  "range_invalid",
  "iteration_unfit",
  "key_twice",
  "pattern_invalid",
  "result_type",
] as const;

/** Why an expression is not evaluated at all: its value is not known, so none is given. */
export const refusalCodes = [
  "expression_too_long",
  "nested_too_deep",
  "lone_surrogate",
  "too_many_names",
  "too_many_steps",
  "calls_too_deep",
  "value_too_deep",
  "number_too_long",
  "text_too_long",
  "list_too_long",
  "pattern_too_large",
  "pattern_feature",
  "zone_without_date",
  "type_unknown",
  "type_of_function",
  "external_function",
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type RefusalCode = (typeof refusalCodes)[number];
