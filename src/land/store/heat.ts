import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { HeatKind, HeatMap } from "../contract.ts";

/** Dwellings built before this year are old; of those without a known year nothing is said. */
const oldBefore = 2000;

const kindIn = (kinds: readonly string[]): Fragment =>
  sql`properties->>'kind' = any(${[...kinds]}::text[])`;

/** A figure of a feature; what is written there without being a number is none. */
const numberAt = (field: "built_year" | "floor_area"): Fragment => sql`
  (case when jsonb_typeof(properties->${field}::text) = 'number'
        then (properties->>${field}::text)::numeric end)`;

const conditions: Readonly<Record<HeatKind, Fragment>> = {
  old_dwellings: sql`${kindIn(["walk-up dwelling", "tower dwelling", "makeshift dwelling"])}
                     and ${numberAt("built_year")} < ${oldBefore}`,
  offices: kindIn(["office"]),
  factories: kindIn(["factory", "warehouse"]),
};

type HeatRow = HeatMap["blocks"][number] & { readonly synthetic: boolean };

/** How many buildings of a kind stand in each block, and their known floor area. */
export async function listHeat(tx: Tx, kind: HeatKind): Promise<HeatRow[]> {
  const { rows } = await tx.query<HeatRow & { floorAreaM2: string }>(sql`
    with counted as (
      select properties->>'block' as block, count(*) as buildings, bool_or(synthetic) as synthetic,
             coalesce(sum(${numberAt("floor_area")}), 0) as area,
             count(*) filter (where ${numberAt("floor_area")} is null) as unmeasured
        from land.feature
       where layer = 'buildings' and ${conditions[kind]}
       group by 1)
    select block.id, counted.buildings, counted.area as "floorAreaM2", counted.unmeasured,
           counted.synthetic,
           jsonb_build_array(st_x(st_pointonsurface(geom)), st_y(st_pointonsurface(geom))) as at
      from counted join land.feature as block on block.layer = 'blocks' and block.id = counted.block
     order by block.id`);
  return rows.map((row) => ({ ...row, floorAreaM2: Number(row.floorAreaM2) }));
}
