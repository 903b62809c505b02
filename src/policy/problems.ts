import type { Bilingual } from "../base/message.ts";
import { usualRetrySeconds } from "../http/failure.ts";
import { problem, type ProblemDraft } from "../http/problem.ts";
import type { CaseRefusal } from "../rules/index.ts";
import { en } from "./messages.en.ts";
import { zh, type PolicyMessages } from "./messages.zh.ts";
import type { PolicyRefusal } from "./model/refusals.ts";

/** Every code that this room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

function say(messages: PolicyMessages, refusal: PolicyRefusal): string {
  const sentence = messages[refusal.code] as (refusal: PolicyRefusal) => string;
  return sentence(refusal);
}

/** The sentence of a refusal, in both languages. */
export const policySentence = (refusal: PolicyRefusal): Bilingual => ({
  zh: say(zh, refusal),
  en: say(en, refusal),
});

const statuses: Readonly<Record<PolicyRefusal["code"], number>> = {
  text_empty: 422,
  text_without_chinese: 422,
  text_too_large: 413,
  text_is_no_text: 422,
  text_encoding_other: 422,
  text_encoding_unknown: 422,
  text_without_items: 422,
  item_out_of_order: 422,
  item_incomplete: 422,
  ordinal_missing: 422,
  ordinal_out_of_order: 422,
  document_unknown: 404,
  document_miscounted: 422,
  document_undeclared: 422,
  document_twice: 422,
  document_not_imported: 404,
  search_empty: 422,
  search_too_wide: 422,
  measure_missing: 404,
  card_missing: 404,
  rule_missing: 404,
  clause_missing: 404,
  project_missing: 404,
  evaluation_missing: 404,
  date_invalid: 422,
  facts_refused: 422,
  pack_read_only: 409,
  cases_failing: 409,
  register_missing: 404,
  register_blank: 422,
  register_unreadable: 422,
  register_columns: 422,
  register_too_long: 422,
  register_entry_invalid: 422,
  register_entry_unknown: 422,
  register_entry_twice: 422,
  register_unit_missing: 422,
  register_unit_wrong: 422,
  register_figure_invalid: 422,
  register_figure_outside: 422,
  register_date_invalid: 422,
  register_issuer_missing: 422,
  register_unfit: 409,
  register_meanwhile: 409,
  library_source_missing: 422,
  library_source_changed: 409,
  library_without_cases: 422,
  library_line_too_long: 422,
  library_rows_refused: 422,
  library_encoding_unknown: 409,
  library_group_unusable: 422,
  library_worker_died: 503,
  library_stopped: 409,
  library_run_missing: 404,
  library_run_over: 409,
  report_not_written: 503,
};

/** A refusal of this room as HTTP says it. What time may cure says when to come again. */
export function policyProblem(refusal: PolicyRefusal): ProblemDraft {
  const draft = problem(statuses[refusal.code], refusal, { zh, en });
  return draft.status === 503 ? { ...draft, retryAfterSeconds: usualRetrySeconds } : draft;
}

/** Facts that cannot be read: one problem, with every wrong place in it. */
export const factsProblem = (refusals: readonly CaseRefusal[]): ProblemDraft => ({
  ...policyProblem({ code: "facts_refused", count: refusals.length }),
  errors: refusals.map(({ pointer, message }) => ({ pointer: `#${pointer}`, message })),
});
