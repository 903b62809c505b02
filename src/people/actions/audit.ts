import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/db.ts";
import type { AuditPage, AuditQuery } from "../contract/audit.ts";
import { readInstant } from "../model/instant.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { listAudit, type AuditFilter } from "../store/audit-pages.ts";

const usualLimit = 50;

/** Reads a query into a filter; refuses a period or a cursor that is none. */
function filterOf(query: AuditQuery): Decision<AuditFilter, RightsRefusal> {
  const { since, until, before, limit = usualLimit, ...words } = query;
  const from = since === undefined ? accept(undefined) : readInstant(since);
  if (!from.ok) return from;
  const to = until === undefined ? accept(undefined) : readInstant(until);
  if (!to.ok) return to;
  const id = before === undefined ? accept(undefined) : readCursor(before);
  if (!id.ok) return id;
  return accept({
    ...words,
    limit,
    ...(from.value === undefined ? {} : { since: from.value }),
    ...(to.value === undefined ? {} : { until: to.value }),
    ...(id.value === undefined ? {} : { beforeId: id.value }),
  });
}

function readCursor(cursor: string): Decision<number, RightsRefusal> {
  const id = /^[1-9]\d{0,14}$/.test(cursor) ? Number(cursor) : undefined;
  return id === undefined ? refuse({ code: "cursor_invalid", cursor }) : accept(id);
}

/** One page of the audit trail, the newest first; what is added meanwhile moves no row. */
export async function pageAudit(
  tx: Tx,
  query: AuditQuery,
): Promise<Decision<AuditPage, RightsRefusal>> {
  const filter = filterOf(query);
  if (!filter.ok) return filter;
  const { limit } = filter.value;
  const found = await listAudit(tx, { ...filter.value, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return accept({ rows, next: found.length > limit && last ? String(last.id) : null });
}
