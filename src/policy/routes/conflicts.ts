import { Type } from "typebox";
import type { Locale } from "../../base/message.ts";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { checkConflict, reportKinds, reportThread, surveyConflict } from "../actions.ts";
import { ConflictBody, ConflictReport } from "../contract.ts";
import { conflictDocument } from "../model/conflicts/document.ts";
import { conflictHead, conflictRows, conflictWorkbook } from "../model/conflicts/table.ts";
import { dispositionOf, typesOfReports } from "./dispositions.ts";
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

const Query = Type.Object({ lang: Type.Optional(Type.Enum(["zh", "en"])) });
type Asked = { Body: ConflictBody; Querystring: { lang?: Locale } };

const answering = (type: string) => ({
  ...work,
  schema: {
    body: ConflictBody,
    querystring: Query,
    response: {
      200: { content: { [type]: { schema: Type.String({ format: "binary" }) } } },
      ...failures,
    },
  },
});

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Check = { readonly caller: ReturnType<typeof callerOf>; readonly body: ConflictBody };

/** Checks a place for whoever asks; nothing of it is kept. */
async function check(db: Db, options: Options, asked: Check) {
  const { book } = options;
  const checking = { book, body: asked.body, today: todayOf(options) };
  const resource = { kind: "policy_pack" } as const;
  const task = { caller: asked.caller, act: "ask", resource, options: mayLag } as const;
  const surveyed = await perform(db, task, (tx) => surveyConflict(tx, checking));
  return surveyed.ok
    ? ({ ok: true, value: checkConflict(book, surveyed.value) } as const)
    : surveyed;
}

/** What lies at a place in every layer at once, and the rules that speak of it. */
export const conflictRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const path = `${base}/conflicts`;
    const schema = { body: ConflictBody, response: { 200: ConflictReport, ...failures } };
    app.post<Asked>(path, { ...work, schema }, async (request, reply) => {
      const asked = { caller: callerOf(request), body: request.body };
      const report = await check(db, options, asked);
      return report.ok ? report.value : sendRefusal(reply, report.refusal);
    });

    const csv = "text/csv; charset=utf-8";
    app.post<Asked>(`${path}/report.csv`, answering("text/csv"), async (request, reply) => {
      const asked = { caller: callerOf(request), body: request.body };
      const report = await check(db, options, asked);
      if (!report.ok) return sendRefusal(reply, report.refusal);
      const locale = request.query.lang ?? request.locale;
      const rows = conflictRows(report.value.title[locale], report.value, locale);
      // Excel reads UTF-8 only behind a byte order mark.
      return reply.type(csv).send(`\uFEFF${conflictHead}${rows}`);
    });

    app.post<Asked>(`${path}/report.xlsx`, answering(workbook), async (request, reply) => {
      const asked = { caller: callerOf(request), body: request.body };
      const report = await check(db, options, asked);
      if (!report.ok) return sendRefusal(reply, report.refusal);
      const locale = request.query.lang ?? request.locale;
      return reply.type(workbook).send(Buffer.from(conflictWorkbook(report.value, locale)));
    });

    await app.register(paperRoutes(options), { db });
  };

const paperRoutes =
  (options: Options): Routes<Db> =>
  async (app, { db }) => {
    const thread = reportThread();
    app.addHook("onClose", () => thread.stop());
    for (const kind of reportKinds) {
      const path = `${base}/conflicts/report.${kind}`;
      app.post<Asked>(path, answering(typesOfReports[kind]), async (request, reply) => {
        const asked = { caller: callerOf(request), body: request.body };
        const checked = await check(db, options, asked);
        if (!checked.ok) return sendRefusal(reply, checked.refusal);
        const locale = request.query.lang ?? request.locale;
        const createdAt = options.clock().toISOString();
        const report = conflictDocument(checked.value, { locale, createdAt });
        const file = await thread.write({ kind, report });
        if (!file.ok) return sendPolicyRefusal(reply, file.refusal);
        return reply
          .header("content-disposition", dispositionOf(report.fileName, kind))
          .header("content-language", locale)
          .type(typesOfReports[kind])
          .send(Buffer.from(file.value));
      });
    }
  };
