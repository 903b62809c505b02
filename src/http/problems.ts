import { en } from "./messages.en.ts";
import { zh, type ShellRefusal } from "./messages.zh.ts";
import { problem, type ProblemDraft } from "./problem.ts";

/** Every code that the shell itself may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

/** A refusal of the shell, with its status. */
export function shellProblem(refusal: ShellRefusal): ProblemDraft {
  return problem(statusOf(refusal), refusal, { zh, en });
}

function statusOf({ code }: ShellRefusal): number {
  switch (code) {
    case "request_invalid":
    case "json_invalid":
    case "json_too_deep":
    case "body_empty":
    case "request_malformed":
    case "idempotency_key_invalid":
      return 400;
    case "metrics_private":
      return 403;
    case "route_unknown":
      return 404;
    case "body_too_large":
      return 413;
    case "content_type_unsupported":
      return 415;
    case "expectation_unsupported":
      return 417;
    case "idempotency_key_reused":
      return 422;
    case "rate_limited":
    case "streams_taken":
      return 429;
    case "headers_too_large":
      return 431;
    case "internal_error":
      return 500;
    case "request_timeout":
    case "service_unavailable":
      return 503;
  }
}
