import { Type } from "typebox";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { admit } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { answerCard, listCards, openCard } from "../actions.ts";
import {
  CampaignList,
  CardAnswer,
  CardList,
  CardPage,
  CardQuestion,
  PolicyTree,
  TaskList,
  TaskQuery,
} from "../contract.ts";
import { policyTree } from "../model/policy-tree.ts";
import { campaignList, taskList } from "../model/task-lines.ts";
import {
  base,
  failures,
  sendPolicyRefusal,
  sendRefusal,
  todayOf,
  work,
  type Options,
} from "./refusals.ts";

const CardPath = Type.Object({
  document: Type.String({ maxLength: 60 }),
  item: Type.String({ maxLength: 40 }),
});

const resource = { kind: "policy_pack" } as const;

/** What documents set out to reach, what other places do, and how policies hang together. */
const listRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const pages = [
      ["campaigns", CampaignList, () => campaignList(options.book)],
      ["cards", CardList, () => listCards(options.book)],
      ["tree", PolicyTree, () => policyTree(options.book)],
    ] as const;
    for (const [name, page, read] of pages) {
      const schema = { response: { 200: page, ...failures } };
      app.get(`${base}/${name}`, { schema }, async (request, reply) => {
        const allowed = await admit(db, { caller: callerOf(request), act: "read", resource });
        return allowed.ok ? read() : sendPolicyRefusal(reply, allowed.refusal);
      });
    }
  };

const asked = {
  schema: { querystring: TaskQuery, response: { 200: TaskList, ...failures } },
} as const;

const opening = {
  schema: { params: CardPath, response: { 200: CardPage, ...failures } },
} as const;

const asking = {
  ...work,
  schema: { params: CardPath, body: CardQuestion, response: { 200: CardAnswer, ...failures } },
} as const;

/** A card by itself, and its answer for a case: neither asks the database for anything. */
const cardRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const path = `${base}/cards/:document/:item`;
    app.get(path, opening, async (request, reply) => {
      const { document, item } = request.params;
      const allowed = await admit(db, { caller: callerOf(request), act: "read", resource });
      if (!allowed.ok) return sendPolicyRefusal(reply, allowed.refusal);
      const page = openCard(options.book, `${document}/${item}`);
      return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
    });
    app.post(`${path}/answer`, asking, async (request, reply) => {
      const { document, item } = request.params;
      const allowed = await admit(db, { caller: callerOf(request), act: "ask", resource });
      if (!allowed.ok) return sendPolicyRefusal(reply, allowed.refusal);
      const { book } = options;
      const question = { book, question: request.body, today: todayOf(options) };
      const answer = answerCard({ ...question, id: `${document}/${item}` });
      return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
    });
  };

/** Tasks and duties by due date, campaigns with their targets, cards, and the tree of policies. */
export const taskRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    await app.register(listRoutes(options), { db });
    await app.register(cardRoutes(options), { db });
    app.get(`${base}/tasks`, asked, async (request, reply) => {
      const allowed = await admit(db, { caller: callerOf(request), act: "read", resource });
      if (!allowed.ok) return sendPolicyRefusal(reply, allowed.refusal);
      return taskList(options.book, request.query, todayOf(options));
    });
  };
