import { Type } from "typebox";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { gatherReport, reportKinds, reportThread, type ReportKind } from "../actions.ts";
import { reportDocument } from "../model/report-document.ts";
import { dispositionOf, typesOfReports } from "./dispositions.ts";
import { base, failures, mayLag, sendPolicyRefusal, work, type Options } from "./refusals.ts";

const Path = Type.Object({ id: Type.String({ maxLength: 100 }) });
const Query = Type.Object({ lang: Type.Optional(Type.Enum(["zh", "en"])) });

const reading = (kind: ReportKind) => ({
  ...work,
  schema: {
    params: Path,
    querystring: Query,
    response: {
      200: { content: { [typesOfReports[kind]]: { schema: Type.String({ format: "binary" }) } } },
      ...failures,
    },
  },
});

/** The report of a stored evaluation as a file to be signed: Word, or PDF. */
export const reportFileRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const thread = reportThread();
    app.addHook("onClose", () => thread.stop());
    for (const kind of reportKinds) {
      const path = `${base}/evaluations/:id/report.${kind}`;
      app.get<{ Params: { id: string }; Querystring: { lang?: "zh" | "en" } }>(
        path,
        reading(kind),
        async (request, reply) => {
          const { book, clock, publicUrl = "" } = options;
          const locale = request.query.lang ?? request.locale;
          const asked = { id: request.params.id, now: clock(), locale, publicUrl };
          const caller = callerOf(request);
          const resource = { kind: "evaluation" } as const;
          const task = { caller, act: "read", resource, options: mayLag } as const;
          const given = await perform(db, task, (tx) => gatherReport(tx, book, asked));
          if (!given.ok) return sendPolicyRefusal(reply, given.refusal);
          const report = reportDocument(given.value);
          const file = await thread.write({ kind, report });
          if (!file.ok) return sendPolicyRefusal(reply, file.refusal);
          return reply
            .header("content-disposition", dispositionOf(report.fileName, kind))
            .header("content-language", locale)
            .header("cache-control", "private, no-cache")
            .type(typesOfReports[kind])
            .send(Buffer.from(file.value));
        },
      );
    }
  };
