import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { idempotencyHeader } from "./contract.ts";
import { sendProblem } from "./problem.ts";
import { shellProblem } from "./problems.ts";

/** What makes a repeated creating request known: the client's key, the path and the content. */
export type RepeatKey = {
  readonly key: string;
  readonly route: string;
  readonly requestSha256: string;
};

const keyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * A route hook for POSTs that create: `preHandler: readIdempotencyKey`. The use case then runs
 * inside the store's `answerOnce(tx, request.repeatKey, …)`, in one transaction with its effect.
 */
export async function readIdempotencyKey(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const key = request.headers[idempotencyHeader];
  if (key === undefined) return undefined;
  if (typeof key !== "string" || !keyForm.test(key)) {
    return sendProblem(reply, shellProblem({ code: "idempotency_key_invalid" }));
  }
  const [path = "", query = ""] = request.url.split("?", 2);
  const content = JSON.stringify([query, request.body ?? null]);
  request.idempotencyKey = key;
  request.repeatKey = {
    key,
    route: `${request.method} ${path}`,
    requestSha256: createHash("sha256").update(content).digest("hex"),
  };
  return undefined;
}
