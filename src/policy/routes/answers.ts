import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { answerQuestion, askPlace } from "../actions.ts";
import { Answers, AnswersBody } from "../contract.ts";
import { base, failures, mayLag, sendRefusal, todayOf, work, type Options } from "./refusals.ts";

/** The question "what can be done here?": answered, and nothing kept. */
export const answerRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    app.post(
      `${base}/answers`,
      { ...work, schema: { body: AnswersBody, response: { 200: Answers, ...failures } } },
      async (request, reply) => {
        const asking = { book: options.book, body: request.body, today: todayOf(options) };
        const caller = callerOf(request);
        const resource = { kind: "policy_pack" } as const;
        const task = { caller, act: "ask", resource, options: mayLag } as const;
        const question = await perform(db, task, (tx) => askPlace(tx, asking));
        return question.ok
          ? answerQuestion(options.book, question.value)
          : sendRefusal(reply, question.refusal);
      },
    );
  };
