import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import { featureColumns } from "./changes.ts";

export type Overtaken = { readonly id: string; readonly by: string };

/**
 * A feature that a later change touched: what the change brought was ended again, or what it ended
 * stands anew.
 */
export async function findOvertaken(tx: Tx, change: string): Promise<Overtaken | undefined> {
  const { rows } = await tx.query<Overtaken>(sql`
    select id, ended_by as by from land.feature_past where change = ${change}
    union all
    select past.id, now.change as by
      from land.feature_past as past
      join land.feature as now on now.layer = past.layer and now.id = past.id
     where past.ended_by = ${change} and now.change is distinct from ${change}
     order by id
     limit 1`);
  return rows[0];
}

/** How much of what a change brought stood in the place of something. */
export async function countReplacing(tx: Tx, change: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(sql`
    select count(*)::int as count
      from land.feature as now
     where change = ${change}
       and exists (select 1 from land.feature_past as past
                    where past.ended_by = ${change}
                      and past.layer = now.layer and past.id = now.id)`);
  return rows[0]?.count ?? 0;
}

/** Puts what a change had ended back onto the map, as it was; the answer is how many. */
export async function restoreFeatures(tx: Tx, change: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(sql`
    with back as (
      delete from land.feature_past where ended_by = ${change} returning *
    ), standing as (
      insert into land.feature (${featureColumns}) select ${featureColumns} from back returning 1
    )
    select count(*)::int as count from standing`);
  return rows[0]?.count ?? 0;
}
