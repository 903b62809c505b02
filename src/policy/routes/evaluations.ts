import { Type } from "typebox";
import { callerOf } from "../../http/caller.ts";
import { readIdempotencyKey } from "../../http/idempotency.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { sha256Hex } from "../../store/hash.ts";
import { answerOnce } from "../../store/idempotency.ts";
import { reopenEvaluation, storeEvaluation } from "../actions.ts";
import { AnswersBody, EvaluationPage, EvaluationReceipt } from "../contract.ts";
import {
  base,
  failures,
  mayLag,
  sendPolicyRefusal,
  sendRefusal,
  todayOf,
  work,
  type Options,
} from "./refusals.ts";

const Path = Type.Object({ id: Type.String({ maxLength: 100 }) });

const creating = {
  ...work,
  preHandler: readIdempotencyKey,
  schema: { body: AnswersBody, response: { 201: EvaluationReceipt, ...failures } },
} as const;

const reopening = {
  schema: { params: Path, response: { 200: EvaluationPage, ...failures } },
} as const;

/**
 * The audit trail names an evaluation by the beginning of its id's hash: the id itself is the key
 * that opens it, and the trail is read by more people than the link.
 */
const keptName = (id: string): string => sha256Hex(id).slice(0, 16);

/** Evaluations that are kept for a while, so that a link reopens them. */
export const evaluationRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const { clock } = options;
    app.post(`${base}/evaluations`, creating, async (request, reply) => {
      const asking = {
        book: options.book,
        body: request.body,
        today: todayOf(options),
        now: clock(),
      };
      const caller = callerOf(request);
      const task = { caller, act: "create", resource: { kind: "evaluation" } } as const;
      const receipt = await perform(db, task, async (tx, { note }) => {
        const stored = await answerOnce(tx, request.repeatKey, () => storeEvaluation(tx, asking));
        if (stored.ok) note({ id: keptName(stored.value.id) });
        return stored;
      });
      if (!receipt.ok) return sendRefusal(reply, receipt.refusal);
      const location = `${base}/evaluations/${receipt.value.id}`;
      return reply.code(201).header("location", location).send(receipt.value);
    });
    app.get(`${base}/evaluations/:id`, reopening, async (request, reply) => {
      const asked = { id: request.params.id, now: clock() };
      const caller = callerOf(request);
      const resource = { kind: "evaluation" } as const;
      const task = { caller, act: "read", resource, options: mayLag } as const;
      const page = await perform(db, task, (tx) => reopenEvaluation(tx, options.book, asked));
      return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
    });
  };
