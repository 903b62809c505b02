import { Type, type Static, type TSchema } from "typebox";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { admit, perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { listMeasures, listProjects, measurePageOf, measureProjects } from "../actions.ts";
import {
  FactDictionary,
  MeasureList,
  MeasurePage,
  MeasureProjects,
  PackLine,
  PackTexts,
  ProjectList,
} from "../contract.ts";
import { factDictionary, packLine, packTexts } from "../model/pages.ts";
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
    const pages = [
      ["pack", PackLine, () => packLine(options.book, todayOf(options))],
      ["measures", MeasureList, () => listMeasures(options.book, todayOf(options))],
      ["facts", FactDictionary, () => factDictionary(options.book)],
      ["texts", PackTexts, () => packTexts(options.book)],
      ["projects", ProjectList, () => ({ projects: listProjects(options.book, todayOf(options)) })],
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

/** One measure: beside its clause, which is a text of the corpus, and among the named projects. */
const measurePages =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const path = `${base}/measures/:document/:item`;
    const opened = ({ document, item }: Static<typeof MeasurePath>) => ({
      book: options.book,
      id: `${document}/${item}`,
      asOf: todayOf(options),
    });
    const answers = <T extends TSchema>(page: T) => ({
      params: MeasurePath,
      response: { 200: page, ...failures },
    });
    app.get(path, { schema: answers(MeasurePage) }, async (request, reply) => {
      const opening = opened(request.params);
      const resource = { kind: "corpus", id: opening.id } as const;
      const caller = callerOf(request);
      const task = { caller, act: "read", resource, options: mayLag } as const;
      const page = await perform(db, task, (tx) => measurePageOf(tx, opening));
      return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
    });
    app.get(`${path}/projects`, { schema: answers(MeasureProjects) }, async (request, reply) => {
      const task = { caller: callerOf(request), act: "read", resource: packRead } as const;
      const allowed = await admit(db, task);
      if (!allowed.ok) return sendPolicyRefusal(reply, allowed.refusal);
      const projects = measureProjects(opened(request.params));
      return projects.ok ? projects.value : sendPolicyRefusal(reply, projects.refusal);
    });
  };

/** The law book: the pack in force, its measures, its dictionary, its named projects. */
export const bookRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    await app.register(packPages(options), { db });
    await app.register(measurePages(options), { db });
  };
