import { Type } from "typebox";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { listProjects, measurePageOf } from "../actions.ts";
import { FactDictionary, MeasureList, MeasurePage, PackLine, ProjectList } from "../contract.ts";
import { factDictionary, measureLines, packLine } from "../model/pages.ts";
import { base, failures, sendPolicyRefusal, todayOf, type Options } from "./refusals.ts";

const MeasurePath = Type.Object({
  document: Type.String({ maxLength: 60 }),
  item: Type.String({ maxLength: 40 }),
});

/** The law book: the pack in force, its measures, its dictionary, its named projects. */
export const bookRoutes =
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
        const id = `${document}/${item}`;
        const resource = { kind: "corpus", id } as const;
        const task = { caller: callerOf(request), act: "read", resource } as const;
        const page = await perform(db, task, (tx) => measurePageOf(tx, book, id));
        return page.ok ? page.value : sendPolicyRefusal(reply, page.refusal);
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
