import type { FactorRefusal } from "./factor.ts";
import type { PasswordRefusal } from "./password.ts";

/** What is refused of accounts, their secrets and their sessions. */
export type AccountRefusal =
  | PasswordRefusal
  | FactorRefusal
  | { code: "account_beyond_reach" }
  | { code: "account_changed"; version: number }
  | { code: "account_is_own" }
  | { code: "account_missing"; id: string }
  | { code: "demonstration_off"; role: string }
  | { code: "identity_taken" }
  | { code: "oidc_answer_invalid" }
  | { code: "oidc_login_missing" }
  | { code: "oidc_off" }
  | { code: "oidc_refused"; reason: string }
  | { code: "oidc_subject_unknown" }
  | { code: "organisation_missing"; path: string }
  | { code: "password_wrong" }
  | { code: "proof_needed"; minutes: number }
  | { code: "recovery_code_invalid" }
  | { code: "request_forged" }
  | { code: "return_path_foreign" }
  | { code: "session_missing"; id: string }
  | { code: "sign_in_delayed"; seconds: number }
  | { code: "sign_in_failed" }
  | { code: "sign_in_name_invalid" }
  | { code: "sign_in_name_taken"; signInName: string };
