import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { civilDateIn } from "../base/date.ts";
import { readIdempotencyKey } from "../http/idempotency.ts";
import { Problem, sendProblem } from "../http/problem.ts";
import { shellProblem } from "../http/problems.ts";
import type { Routes } from "../http/server.ts";
import { landProblem } from "../land/index.ts";
import type { Db } from "../store/db.ts";
import { answerOnce } from "../store/idempotency.ts";
import {
  answerPlace,
  listProjects,
  measurePageOf,
  reopenEvaluation,
  storeEvaluation,
  type AskRefusal,
} from "./actions.ts";
import {
  Answers,
  AnswersBody,
  EvaluationPage,
  EvaluationReceipt,
  FactDictionary,
  MeasureList,
  MeasurePage,
  PackLine,
  ProjectList,
} from "./contract.ts";
import type { Book } from "./model/book.ts";
import { factDictionary, measureLines, packLine } from "./model/pages.ts";
import { factsProblem, policyProblem } from "./problems.ts";

const base = "/api/v1/policy";
const failures = { "4xx": Problem, "5xx": Problem } as const;
const work = { config: { budget: "work" } } as const;
const MeasurePath = Type.Object({
  document: Type.String({ maxLength: 60 }),
  item: Type.String({ maxLength: 40 }),
});
const Path = Type.Object({ id: Type.String({ maxLength: 100 }) });

function sendRefusal(reply: FastifyReply, refused: AskRefusal): FastifyReply {
  switch (refused.kind) {
    case "policy":
      return sendProblem(reply, policyProblem(refused.refusal));
    case "place":
      return sendProblem(reply, landProblem(refused.refusal));
    case "facts":
      return sendProblem(reply, factsProblem(refused.refusals));
  }
}

type Options = { readonly book: Book; readonly clock: () => Date };

/** The law book as HTTP shows it, and the question "what can be done here?". */
export const policyRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    await app.register(bookRoutes(options), { db });
    await app.register(answerRoutes(options), { db });
  };

const todayOf = ({ book, clock }: Options): string =>
  civilDateIn(book.source.manifest.zone, clock());

const bookRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const { book } = options;
    app.get(`${base}/pack`, { schema: { response: { 200: PackLine, ...failures } } }, async () =>
      packLine(book, todayOf(options)),
    );
    app.get(
      `${base}/measures`,
      { schema: { response: { 200: MeasureList, ...failures } } },
      async () => ({
        measures: measureLines(book),
      }),
    );
    app.get(
      `${base}/measures/:document/:item`,
      { schema: { params: MeasurePath, response: { 200: MeasurePage, ...failures } } },
      async (request, reply) => {
        const { document, item } = request.params;
        const page = await db.transaction(request.actor, (tx) =>
          measurePageOf(tx, book, `${document}/${item}`),
        );
        return page.ok ? page.value : sendProblem(reply, policyProblem(page.refusal));
      },
    );
    app.get(
      `${base}/facts`,
      { schema: { response: { 200: FactDictionary, ...failures } } },
      async () => factDictionary(book),
    );
    app.get(
      `${base}/projects`,
      { schema: { response: { 200: ProjectList, ...failures } } },
      async () => ({
        projects: listProjects(book, todayOf(options)),
      }),
    );
  };

const answerRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const { book, clock } = options;
    const asking = (body: AnswersBody) => ({ book, body, today: todayOf(options) });
    app.post(
      `${base}/answers`,
      { ...work, schema: { body: AnswersBody, response: { 200: Answers, ...failures } } },
      async (request, reply) => {
        const answers = await db.transaction(request.actor, (tx) =>
          answerPlace(tx, asking(request.body)),
        );
        return answers.ok ? answers.value : sendRefusal(reply, answers.refusal);
      },
    );
    app.post(
      `${base}/evaluations`,
      {
        ...work,
        preHandler: readIdempotencyKey,
        schema: { body: AnswersBody, response: { 201: EvaluationReceipt, ...failures } },
      },
      async (request, reply) => {
        const receipt = await db.transaction(request.actor, (tx) =>
          answerOnce(tx, request.repeatKey, () =>
            storeEvaluation(tx, { ...asking(request.body), now: clock() }),
          ),
        );
        if (receipt.ok) {
          const { id } = receipt.value;
          return reply
            .code(201)
            .header("location", `${base}/evaluations/${id}`)
            .send(receipt.value);
        }
        return "kind" in receipt.refusal
          ? sendRefusal(reply, receipt.refusal)
          : sendProblem(reply, shellProblem(receipt.refusal));
      },
    );
    app.get(
      `${base}/evaluations/:id`,
      { schema: { params: Path, response: { 200: EvaluationPage, ...failures } } },
      async (request, reply) => {
        const { id } = request.params;
        const page = await db.transaction(request.actor, (tx) =>
          reopenEvaluation(tx, book, { id, now: clock() }),
        );
        return page.ok ? page.value : sendProblem(reply, policyProblem(page.refusal));
      },
    );
  };
