import { Type } from "typebox";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { admit, perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { listProjects, measurePageOf } from "../actions.ts";
import {
  FactDictionary,
  MeasureList,
  MeasurePage,
  PackLine,
  PackTexts,
  ProjectList,
} from "../contract.ts";
import { factDictionary, measureLines, packLine, packTexts } from "../model/pages.ts";
import { base, failures, mayLag, sendPolicyRefusal, todayOf, type Options } from "./refusals.ts";

const MeasurePath = Type.Object({
  document: Type.String({ maxLength: 60 }),
  item: Type.String({ maxLength: 40 }),
});

const packRead = { kind: "policy_pack" } as const;

/** What the compiled pack alone says: no database is asked for it. */
const packPages =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const { book } = options;
    const pages = [
      ["pack", PackLine, () => packLine(book, todayOf(options))],
      ["measures", MeasureList, () => ({ measures: measureLines(book) })],
      ["facts", FactDictionary, () => factDictionary(book)],
      ["texts", PackTexts, () => packTexts(book)],
      ["projects", ProjectList, () => ({ projects: listProjects(book, todayOf(options)) })],
    ] as const;
    for (const [name, page, read] of pages) {
      const schema = { response: { 200: page, ...failures } };
      app.get(`${base}/${name}`, { schema }, async (request, reply) => {
        const task = { caller: callerOf(request), act: "read", resource: packRead } as const;
        const allowed = await admit(db, task);
        return allowed.ok ? read() : sendPolicyRefusal(reply, allowed.refusal);
      });
    }
  };

/** The law book: the pack in force, its measures, its dictionary, its named projects. */
export const bookRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const { book } = options;
    await app.register(packPages(options), { db });
    app.get(
      `${base}/measures/:document/:item`,
      { schema: { params: MeasurePath, response: { 200: MeasurePage, ...failures } } },
      async (request, reply) => {
        const { document, item } = request.params;
        const id = `${document}/${item}`;
        const resource = { kind: "corpus", id } as const;
        const caller = callerOf(request);
        const task = { caller, act: "read", resource, options: mayLag } as const;
        const page = await perform(db, task, (tx) => measurePageOf(tx, book, id));
        return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
      },
    );
  };
