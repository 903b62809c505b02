import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox, LayerId } from "../contract.ts";
import type { CatalogueRow } from "../model/catalogue.ts";

/** Where a layer speaks: what was loaded, while any of it stands, and what changes brought. */
const spoken = (id: LayerId, loaded: Fragment, brought: Fragment): Fragment => sql`
  (select st_union(part) from (
     select ${loaded} as part from land.layer
      where id = ${id}
        and exists (select 1 from land.feature where layer = ${id} and change is null)
     union all
     select ${brought} from land.change as made
      where layer = ${id} and kind <> 'undo'
        and not exists (select 1 from land.change where undoes = made.id)
   ) as parts)`;

/**
 * Brings a layer in line with its features: it is synthetic where any of them is, and speaks where
 * they say. One that changes alone had made is gone with the last of them.
 */
export async function refreshLayer(tx: Tx, id: LayerId): Promise<void> {
  const isSynthetic = sql`exists (select 1 from land.feature where layer = ${id} and synthetic)`;
  const isThere = sql`exists (select 1 from land.feature where layer = ${id})`;
  const planar = spoken(id, sql`loaded_coverage_planar`, sql`coverage_planar`);
  await tx.query(sql`
    update land.layer
       set synthetic = case when ${isThere} then ${isSynthetic} else synthetic end,
           coverage = coalesce(${spoken(id, sql`loaded_coverage`, sql`coverage`)}, coverage),
           coverage_planar = coalesce(${planar}, coverage_planar),
           version = version + 1
     where id = ${id}`);
  await tx.query(sql`
    delete from land.layer
     where id = ${id} and loaded_coverage is null and not ${isThere}`);
}

/** Makes the row of a layer into which nothing was loaded; its coverage follows. */
export async function ensureLayer(tx: Tx, row: CatalogueRow): Promise<void> {
  const jsonOrNull = (value: object | null): string | null => value && JSON.stringify(value);
  await tx.query(sql`
    insert into land.layer (id, title, layer_group, geometry_kind, level, rule_set, synthetic,
                            source, dated, accuracy, reach_m, min_zoom, coverage, coverage_planar,
                            stamp)
    select ${row.id}, ${sql.json(row.title)}, ${row.group}, ${row.geometry}, ${row.level},
           ${jsonOrNull(row.ruleSet)}::jsonb, false, ${sql.json(row.source)}, ${row.date},
           ${jsonOrNull(row.accuracy)}::jsonb, ${row.reachM}::int, ${row.minZoom},
           coverage, coverage_planar, ''
      from land.layer where id = 'districts'
    on conflict (id) do nothing`);
}

/** Boxes sent with one event: beyond that one box around them all says enough. */
const mostBoxes = 200;

/** The boxes of shapes, those near each other taken together. */
export async function boxesOf(tx: Tx, shapes: Fragment): Promise<Bbox[]> {
  const { rows } = await tx.query<{ box: Bbox }>(sql`
    select jsonb_build_array(st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)) as box
      from (select st_extent(geom) as box from (${shapes}) as shape
             group by floor(st_xmin(geom) * 50), floor(st_ymin(geom) * 50)) as near`);
  const boxes = rows.map(({ box }) => box);
  if (boxes.length <= mostBoxes) return boxes;
  const all = (place: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[place]);
  return [[Math.min(...all(0)), Math.min(...all(1)), Math.max(...all(2)), Math.max(...all(3))]];
}
