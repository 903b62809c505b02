import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import { pageAudit } from "../actions/audit.ts";
import { AuditPage, AuditQuery } from "../contract/audit.ts";
import { perform } from "../perform.ts";
import { base, failures, sendRefusal, tags } from "./rights-context.ts";

/** The audit trail, for auditors in their scope, and for everybody what they did themselves. */
export const auditRoutes: Routes<Db> = async (app, { db }) => {
  const page = { tags, querystring: AuditQuery, response: { 200: AuditPage, ...failures } };
  app.get(`${base}/audit`, { schema: page }, async (request, reply) => {
    const { query } = request;
    const resource = { kind: "audit" } as const;
    const task = { caller: callerOf(request), act: "list", resource, detail: query } as const;
    const found = await perform(db, task, (tx) => pageAudit(tx, query));
    return found.ok ? found.value : sendRefusal(reply, found.refusal);
  });
};
