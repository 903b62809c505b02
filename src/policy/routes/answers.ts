import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import { answerQuestion, askPlace } from "../actions.ts";
import { Answers, AnswersBody } from "../contract.ts";
import { base, failures, sendRefusal, todayOf, work, type Options } from "./refusals.ts";

/** The question "what can be done here?": answered, and nothing kept. */
export const answerRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    app.post(
      `${base}/answers`,
      { ...work, schema: { body: AnswersBody, response: { 200: Answers, ...failures } } },
      async (request, reply) => {
        const asking = { book: options.book, body: request.body, today: todayOf(options) };
        const question = await db.transaction(request.actor, (tx) => askPlace(tx, asking));
        return question.ok
          ? answerQuestion(options.book, question.value)
          : sendRefusal(reply, question.refusal);
      },
    );
  };
