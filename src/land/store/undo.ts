import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Change } from "../contract.ts";
import { featureColumns } from "./changes.ts";
import { findHome } from "./districts.ts";

export type Overtaken = { readonly id: string; readonly by: string };

/**
 * A feature that a later change touched: what the change brought was ended again, or under the id
 * of what it ended something stands, or stood on some day since. Of those the latest is named.
 */
export async function findOvertaken(tx: Tx, change: string): Promise<Overtaken | undefined> {
  const { rows } = await tx.query<Overtaken>(sql`
    select id, ended_by as by, version from land.feature_past where change = ${change}
    union all
    select past.id, now.change as by, now.version
      from land.feature_past as past
      join land.feature as now on now.layer = past.layer and now.id = past.id
     where past.ended_by = ${change} and now.change is distinct from ${change}
    union all
    select past.id, later.ended_by as by, later.version
      from land.feature_past as past
      join land.feature_past as later
        on later.layer = past.layer and later.id = past.id and later.version > past.version
       and later.valid_to > later.valid_from
     where past.ended_by = ${change} and later.change is distinct from ${change}
     order by id, version desc
     limit 1`);
  return rows[0];
}

/** Whether the layer was loaded anew after a change: what the change rested on is gone. */
export async function isBeforeLoad(tx: Tx, change: string): Promise<boolean> {
  const { rows } = await tx.query(sql`
    select 1 from land.change as made join land.layer as layer on layer.id = made.layer
     where made.id = ${change} and layer.loaded_at > made.at`);
  return rows.length > 0;
}

/** The one district that holds all that a change touched; undefined where there is none. */
export async function findChangeHome(
  tx: Tx,
  { id, layer, kind }: Pick<Change, "id" | "layer" | "kind">,
): Promise<string | undefined> {
  if (layer === "districts") return undefined;
  if (kind === "import") return findImportDistrict(tx, id);
  return findHome(
    tx,
    sql`(select st_collect(planar) from (
           select planar from land.feature where change = ${id}
           union all
           select planar from land.feature_past where change = ${id} or ended_by = ${id}
         ) as touched)`,
  );
}

/** The district to which an import was limited. */
async function findImportDistrict(tx: Tx, change: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ district: string | null }>(
    sql`select district from land.import where change = ${change}`,
  );
  return rows[0]?.district ?? undefined;
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
