import { problem, type ProblemDraft } from "../http/problem.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { PeopleRefusal } from "./model/refusals.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = [
  ...Object.keys(zh),
  ...["oidc_unavailable", "factor_unavailable"],
];

/** A refusal of the room, with its status. */
export function peopleProblem(refusal: PeopleRefusal): ProblemDraft {
  const draft = problem(statuses[refusal.code], refusal, { zh, en });
  return refusal.code === "sign_in_delayed"
    ? { ...draft, retryAfterSeconds: refusal.seconds }
    : draft;
}

const statuses: Readonly<Record<PeopleRefusal["code"], number>> = {
  oidc_answer_invalid: 400,
  oidc_login_missing: 400,
  return_path_foreign: 400,
  cursor_invalid: 400,
  instant_invalid: 400,
  oidc_refused: 401,
  factor_needed: 401,
  factor_code_spent: 401,
  factor_code_wrong: 401,
  recovery_code_invalid: 401,
  sign_in_failed: 401,
  account_beyond_reach: 403,
  demonstration_off: 403,
  not_allowed: 403,
  oidc_subject_unknown: 403,
  proof_needed: 403,
  request_forged: 403,
  account_missing: 404,
  oidc_off: 404,
  factor_missing: 404,
  factor_off: 404,
  organisation_missing: 404,
  session_missing: 404,
  grant_missing: 404,
  delegation_missing: 404,
  account_changed: 409,
  account_is_own: 409,
  factor_exists: 409,
  identity_taken: 409,
  sign_in_name_taken: 409,
  organisation_exists: 409,
  organisation_closed: 409,
  organisation_in_use: 409,
  grant_exists: 409,
  last_administrator: 409,
  changed_meanwhile: 412,
  version_missing: 428,
  password_common: 422,
  password_made_of_names: 422,
  password_too_long: 422,
  password_too_short: 422,
  password_wrong: 422,
  sign_in_name_invalid: 422,
  organisation_misplaced: 422,
  delegation_not_held: 422,
  delegation_to_oneself: 422,
  delegation_end_past: 422,
  delegation_too_long: 422,
  sign_in_delayed: 429,
};
