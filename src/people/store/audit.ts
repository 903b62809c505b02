import type { Actor } from "../../base/actor.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/db.ts";

/** One row of the audit trail, before the database numbers and dates it. */
export type AuditRow = {
  readonly actor: Actor;
  /** The role that allowed it, and who had lent this role. */
  readonly role?: string | undefined;
  readonly delegatedBy?: string | undefined;
  readonly act: string;
  readonly kind: string;
  readonly id?: string | undefined;
  readonly scope?: string | undefined;
  /** The code of the refusal; absent where the act was done. */
  readonly refusal?: string | undefined;
  readonly requestId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** The account or the part of the program that acts; nobody is known of an anonymous act. */
const nameOf = (actor: Actor): string | null => {
  switch (actor.kind) {
    case "anonymous":
      return null;
    case "system":
      return actor.name;
    case "account":
      return actor.id;
  }
};

/** Appends a row in the transaction of the act itself: both are there, or neither. */
export async function appendAudit(tx: Tx, row: AuditRow): Promise<void> {
  await tx.query(sql`
    insert into people.audit
      (actor_kind, actor, role, delegated_by, act, resource_kind, resource_id, scope, refusal,
       request_id, detail)
    values (${row.actor.kind}, ${nameOf(row.actor)}, ${row.role ?? null},
            ${row.delegatedBy ?? null}, ${row.act}, ${row.kind}, ${row.id ?? null},
            ${row.scope ?? null}, ${row.refusal ?? null}, ${row.requestId},
            ${sql.json(row.detail ?? {})})`);
}
