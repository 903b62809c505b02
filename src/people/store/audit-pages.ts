import type { Tx } from "../../store/db.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { AuditLine } from "../contract/audit.ts";
import { visibleTo } from "./visible.ts";

type AuditRow = {
  id: number;
  at: string;
  actor_kind: string;
  actor: string | null;
  actor_name: string | null;
  role: string | null;
  delegated_by: string | null;
  delegated_by_name: string | null;
  act: string;
  resource_kind: string;
  resource_id: string | null;
  scope: string | null;
  refusal: string | null;
  request_id: string;
  detail: Record<string, unknown>;
};

const toLine = (row: AuditRow): AuditLine => ({
  id: row.id,
  at: row.at,
  actorKind: row.actor_kind,
  actor: row.actor,
  actorName: row.actor_name,
  role: row.role,
  delegatedBy: row.delegated_by,
  delegatedByName: row.delegated_by_name,
  act: row.act,
  resourceKind: row.resource_kind,
  resourceId: row.resource_id,
  scope: row.scope,
  refusal: row.refusal,
  requestId: row.request_id,
  detail: row.detail,
});

/** What is asked of the audit trail; a period holds its beginning and not its end. */
export type AuditFilter = {
  readonly actor?: string;
  readonly act?: string;
  readonly resourceKind?: string;
  readonly resourceId?: string;
  readonly refused?: boolean;
  readonly since?: string;
  readonly until?: string;
  /** Only rows with a smaller id: the page before this one ended there. */
  readonly beforeId?: number;
  readonly limit: number;
};

const when = <Value>(value: Value | undefined, write: (value: Value) => Fragment): Fragment[] =>
  value === undefined ? [] : [write(value)];

/** The rows of the audit trail that the actor may see, the newest first. */
export async function listAudit(tx: Tx, filter: AuditFilter): Promise<AuditLine[]> {
  const wanted = sql.and([
    visibleTo(tx.actor, "audit", { scope: sql`scope`, owners: [sql`actor`] }),
    ...when(filter.actor, (actor) => sql`actor = ${actor}`),
    ...when(filter.act, (act) => sql`act = ${act}`),
    ...when(filter.resourceKind, (kind) => sql`resource_kind = ${kind}`),
    ...when(filter.resourceId, (id) => sql`resource_id = ${id}`),
    ...when(filter.refused, (refused) =>
      refused ? sql`refusal is not null` : sql`refusal is null`,
    ),
    ...when(filter.since, (since) => sql`at >= ${since}`),
    ...when(filter.until, (until) => sql`at < ${until}`),
    ...when(filter.beforeId, (id) => sql`id < ${id}`),
  ]);
  const { rows } = await tx.query<AuditRow>(sql`
    select id, at, actor_kind, actor, role, delegated_by, act, resource_kind, resource_id, scope,
           refusal, request_id, detail,
           (select name from people.account where account_id = audit.actor) as actor_name,
           (select name from people.account where account_id = audit.delegated_by)
             as delegated_by_name
      from people.audit
     where ${wanted}
     order by id desc
     limit ${filter.limit}`);
  return rows.map(toLine);
}
