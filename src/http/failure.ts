import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Fault } from "../base/fault.ts";
import { deepestJson } from "./json-body.ts";
import { en } from "./messages.en.ts";
import { zh, type ShellRefusal } from "./messages.zh.ts";
import { sendProblem, type ProblemDraft } from "./problem.ts";
import { shellProblem } from "./problems.ts";
import { SchemaViolation } from "./violation.ts";

/** The largest body that any route reads. */
export const bodyLimitMb = 8;

/** When it is worth asking again, where nobody knows better. */
export const usualRetrySeconds = 10;

/** Answers every failure of a request: no route needs a try of its own. */
export function answerFailure(cause: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const draft = toProblem(cause, request);
  if (draft.status >= 500) request.log.error({ err: cause }, draft.code);
  sendProblem(reply, draft);
}

function toProblem(cause: unknown, request: FastifyRequest): ProblemDraft {
  if (cause instanceof Fault) return faultProblem(cause);
  if (cause instanceof SchemaViolation) return violationProblem(cause);
  const refusal = fastifyRefusal(cause as FastifyError, request);
  const draft = shellProblem(refusal ?? { code: "internal_error", requestId: request.id });
  return refusal?.code === "rate_limited" || refusal?.code === "request_timeout"
    ? { ...draft, retryAfterSeconds: secondsOf(refusal) }
    : draft;
}

const secondsOf = (refusal: ShellRefusal): number =>
  refusal.code === "rate_limited" ? refusal.seconds : usualRetrySeconds;

/** The world failed: the caller may come again. */
function faultProblem(fault: Fault): ProblemDraft {
  const refusal = { code: "service_unavailable" } as const;
  const message = fault.say ?? {
    zh: zh.service_unavailable(refusal),
    en: en.service_unavailable(refusal),
  };
  return {
    status: 503,
    code: fault.say ? fault.code : refusal.code,
    message,
    retryAfterSeconds: fault.retryAfterSeconds ?? usualRetrySeconds,
  };
}

function violationProblem({ violations }: SchemaViolation): ProblemDraft {
  const draft = shellProblem({ code: "request_invalid", count: violations.length });
  return { ...draft, errors: violations };
}

/** What Fastify itself refuses; undefined where the error is not a refusal but a bug. */
function fastifyRefusal(error: FastifyError, request: FastifyRequest): ShellRefusal | undefined {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return { code: "body_too_large", limitMb: bodyLimitMb };
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return { code: "content_type_unsupported", given: contentTypeOf(request) };
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return { code: "body_empty" };
    case "json_broken":
      return { code: "json_invalid", reason: error.message };
    case "json_too_deep":
      return { code: "json_too_deep", limit: deepestJson };
    case "FST_ERR_HANDLER_TIMEOUT":
      return { code: "request_timeout" };
    case "rate_limited":
      return { code: "rate_limited", seconds: (error as { seconds?: number }).seconds ?? 60 };
  }
  return plainRefusal(error, request);
}

/** A path that leads out of a folder is as good as no path; other odd requests have no code. */
function plainRefusal(
  { statusCode = 500 }: FastifyError,
  { method, url }: FastifyRequest,
): ShellRefusal | undefined {
  if (statusCode === 403 || statusCode === 404) {
    return { code: "route_unknown", method, path: pathOf(url) };
  }
  return statusCode < 500 ? { code: "request_malformed" } : undefined;
}

const pathOf = (url: string): string => (url.split("?", 1)[0] ?? "").slice(0, 200);

const contentTypeOf = (request: FastifyRequest): string =>
  String(request.headers["content-type"] ?? "(none)").slice(0, 100);
