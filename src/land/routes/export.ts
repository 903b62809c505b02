import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { formFacts, readTables, writeTables } from "../actions/export.ts";
import { ExportQuery } from "../contract.ts";
import { base, failures, FileBytes, sendRefusal, tags, work } from "./context.ts";

const resource = { kind: "map_feature" } as const;
const options = { mayLag: true, timeoutMs: 20_000 } as const;

/** What is seen, as a file. */
export const exportRoutes: Routes<Db> = async (app, { db }) => {
  const served = Object.fromEntries(
    Object.values(formFacts).map(({ media }) => [media, { schema: FileBytes }]),
  );
  const response = { 200: { content: served }, ...failures };
  const schema = { tags, querystring: ExportQuery, response };
  app.get(`${base}/export`, { ...work, schema }, async (request, reply) => {
    const { layers, form, bbox, as_of: asOf, class: kind } = request.query;
    const order = { layers: layers.split(","), bbox, asOf, class: kind };
    const task = { caller: callerOf(request), act: "list", resource, options } as const;
    const tables = await perform(db, task, (tx) => readTables(tx, order));
    if (!tables.ok) return sendRefusal(reply, tables.refusal);
    const file = await writeTables(form, tables.value);
    if (!file.ok) return sendRefusal(reply, file.refusal);
    const { ending, media } = formFacts[form];
    return reply
      .type(media)
      .header("content-disposition", `attachment; filename="land.${ending}"`)
      .send(Buffer.from(file.value));
  });
};
