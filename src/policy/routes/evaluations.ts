import { Type } from "typebox";
import { readIdempotencyKey } from "../../http/idempotency.ts";
import { sendProblem } from "../../http/problem.ts";
import { shellProblem } from "../../http/problems.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import { answerOnce } from "../../store/idempotency.ts";
import { reopenEvaluation, storeEvaluation } from "../actions.ts";
import { AnswersBody, EvaluationPage, EvaluationReceipt } from "../contract.ts";
import { policyProblem } from "../problems.ts";
import { base, failures, sendRefusal, todayOf, work, type Options } from "./refusals.ts";

const Path = Type.Object({ id: Type.String({ maxLength: 100 }) });

const creating = {
  ...work,
  preHandler: readIdempotencyKey,
  schema: { body: AnswersBody, response: { 201: EvaluationReceipt, ...failures } },
} as const;

const reopening = {
  schema: { params: Path, response: { 200: EvaluationPage, ...failures } },
} as const;

/** Evaluations that are kept for a while, so that a link reopens them. */
export const evaluationRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const { book, clock } = options;
    app.post(`${base}/evaluations`, creating, async (request, reply) => {
      const asking = { book, body: request.body, today: todayOf(options), now: clock() };
      const receipt = await db.transaction(request.actor, (tx) =>
        answerOnce(tx, request.repeatKey, () => storeEvaluation(tx, asking)),
      );
      if (!receipt.ok) {
        return "kind" in receipt.refusal
          ? sendRefusal(reply, receipt.refusal)
          : sendProblem(reply, shellProblem(receipt.refusal));
      }
      const location = `${base}/evaluations/${receipt.value.id}`;
      return reply.code(201).header("location", location).send(receipt.value);
    });
    app.get(`${base}/evaluations/:id`, reopening, async (request, reply) => {
      const asked = { id: request.params.id, now: clock() };
      const page = await db.transaction(request.actor, (tx) => reopenEvaluation(tx, book, asked));
      return page.ok ? page.value : sendProblem(reply, policyProblem(page.refusal));
    });
  };
