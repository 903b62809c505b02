import type { FastifyReply } from "fastify";
import type { Bilingual } from "../base/message.ts";
import { tellAttempt } from "./attempts.ts";
import type { Problem, ProblemError } from "./contract.ts";
import { titleOf } from "./titles.ts";

export { Problem, ProblemError } from "./contract.ts";

/** A problem before it is said in one caller's language. */
export type ProblemDraft = {
  readonly status: number;
  readonly code: string;
  readonly message: Bilingual;
  readonly errors?: readonly Violation[];
  readonly retryAfterSeconds?: number;
  readonly refusal?: unknown;
};

/** One wrong place of a request in both languages. */
export type Violation = Omit<ProblemError, "detail">;

type Sentence<Refusal> = string | ((refusal: Refusal) => string);

/** A sentence for each code of a refusal, with the refusal's own figures in its holes. */
export type Sentences<Refusal extends { code: string }> = {
  readonly [Code in Refusal["code"]]: Sentence<Extract<Refusal, { code: Code }>>;
};

/** Turns a refusal into a problem: the status is chosen by the room, the words come by code. */
export function problem<const Refusal extends { code: string }>(
  status: number,
  refusal: Refusal,
  messages: { zh: Sentences<Refusal>; en: Sentences<Refusal> },
): ProblemDraft {
  const message = { zh: say(messages.zh, refusal), en: say(messages.en, refusal) };
  return { status, code: refusal.code, message, refusal };
}

function say<Refusal extends { code: string }>(
  sentences: Sentences<Refusal>,
  refusal: Refusal,
): string {
  const sentence = sentences[refusal.code as Refusal["code"]] as Sentence<Refusal>;
  return typeof sentence === "string" ? sentence : sentence(refusal);
}

/** Answers with a problem in the caller's language, with both languages inside. */
export function sendProblem(reply: FastifyReply, draft: ProblemDraft): FastifyReply {
  const { request } = reply;
  tellAttempt(request, draft);
  const body: Problem = {
    type: `/problems/${draft.code}`,
    title: titleOf(draft.status)[request.locale],
    status: draft.status,
    code: draft.code,
    detail: draft.message[request.locale],
    message: draft.message,
    instance: request.url.split("?", 1)[0] ?? "/",
    requestId: request.id,
  };
  if (draft.refusal !== undefined) body.refusal = draft.refusal;
  if (draft.errors) {
    body.errors = draft.errors.map((error) => ({
      ...error,
      detail: error.message[request.locale],
    }));
  }
  if (draft.retryAfterSeconds !== undefined) {
    reply.header("retry-after", String(draft.retryAfterSeconds));
  }
  return reply
    .code(draft.status)
    .header("content-language", request.locale)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(body);
}
