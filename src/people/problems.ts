import { problem, type ProblemDraft } from "../http/problem.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { PeopleRefusal } from "./model/refusals.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = [...Object.keys(zh), "oidc_unavailable"];

/** A refusal of the room, with its status. */
export function peopleProblem(refusal: PeopleRefusal): ProblemDraft {
  const draft = problem(statusOf(refusal), refusal, { zh, en });
  return refusal.code === "sign_in_delayed"
    ? { ...draft, retryAfterSeconds: refusal.seconds }
    : draft;
}

function statusOf({ code }: PeopleRefusal): number {
  switch (code) {
    case "oidc_answer_invalid":
    case "oidc_login_missing":
    case "return_path_foreign":
    case "cursor_invalid":
    case "instant_invalid":
      return 400;
    case "oidc_refused":
    case "recovery_code_invalid":
    case "sign_in_failed":
      return 401;
    case "account_beyond_reach":
    case "demonstration_off":
    case "not_allowed":
    case "oidc_subject_unknown":
    case "request_forged":
      return 403;
    case "account_missing":
    case "oidc_off":
    case "organisation_missing":
    case "session_missing":
    case "grant_missing":
    case "delegation_missing":
      return 404;
    case "account_changed":
    case "account_is_own":
    case "identity_taken":
    case "sign_in_name_taken":
    case "organisation_exists":
    case "organisation_closed":
    case "organisation_in_use":
    case "grant_exists":
    case "last_administrator":
      return 409;
    case "changed_meanwhile":
      return 412;
    case "version_missing":
      return 428;
    case "password_common":
    case "password_made_of_names":
    case "password_too_long":
    case "password_too_short":
    case "password_wrong":
    case "sign_in_name_invalid":
    case "organisation_misplaced":
    case "delegation_not_held":
    case "delegation_to_oneself":
    case "delegation_end_past":
    case "delegation_too_long":
      return 422;
    case "sign_in_delayed":
      return 429;
  }
}
