import { auditChain } from "../../src/people/index.ts";
import { system } from "../../src/base/actor.ts";
import { makeSealer } from "../../src/store/chain/sealer.ts";
import { verifyChains, type Verified } from "../../src/store/chain/verify.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";

const me = system("test");

/** Adds rows to the audit trail in one transaction; text of all kinds is in them. */
export async function addAuditRows(db: Db, count: number): Promise<void> {
  await db.transaction(me, (tx) =>
    tx.query(sql`
      insert into people.audit (actor_kind, actor, act, resource_kind, request_id, detail)
      select 'system', 'test', 'change', 'evaluation', 'r-' || nth,
             jsonb_build_object('名', 'a "quoted" \\ text', 'nth', nth, 'half', nth / 2.0)
        from generate_series(1, ${count}::int) as nth`),
  );
}

/** Seals all that is committed: a second look settles what the first one saw. */
export async function sealAll(db: Db): Promise<number> {
  const sealer = makeSealer(db, [auditChain]);
  return (await sealer.sealNow()) + (await sealer.sealNow());
}

export async function verifyAudit(db: Db): Promise<Verified> {
  const { verified } = await verifyChains(db, [auditChain]);
  if (!verified[0]) throw new Error("the audit trail is a chain");
  return verified[0];
}
