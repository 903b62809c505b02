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

const isThere = (id: LayerId, which: Fragment = sql`true`): Fragment =>
  sql`exists (select from land.feature where layer = ${id} and ${which})`;

/**
 * Brings a layer in line with all its features: it is synthetic where any of them is, and speaks
 * where they say. One that changes alone had made is gone with the last of them.
 */
export async function refreshLayer(tx: Tx, id: LayerId): Promise<void> {
  const planar = spoken(id, sql`loaded_coverage_planar`, sql`coverage_planar`);
  await tx.query(sql`
    update land.layer
       set synthetic = case when ${isThere(id)} then ${isThere(id, sql`synthetic`)}
                            else synthetic end,
           coverage = coalesce(${spoken(id, sql`loaded_coverage`, sql`coverage`)}, coverage),
           coverage_planar = coalesce(${planar}, coverage_planar),
           version = version + 1
     where id = ${id}`);
  await tx.query(sql`
    delete from land.layer
     where id = ${id} and loaded_coverage is null and not ${isThere(id)}`);
}

type Touched = { readonly layer: LayerId; readonly change: string };

const ended = (change: string, which: Fragment): Fragment =>
  sql`exists (select from land.feature_past where ended_by = ${change} and ${which})`;

/** Whether a change took the last of what was loaded, or of all: then where it speaks shrinks. */
async function isShrunk(tx: Tx, { layer, change }: Touched): Promise<boolean> {
  const { rows } = await tx.query<{ shrunk: boolean }>(sql`
    select (${ended(change, sql`change is null`)} and not ${isThere(layer, sql`change is null`)})
           or not ${isThere(layer)} as shrunk`);
  return rows[0]?.shrunk === true;
}

/** Brings a layer in line with one change more: only what that touched is looked at. */
export async function followChange(tx: Tx, touched: Touched): Promise<void> {
  const { layer, change } = touched;
  if (await isShrunk(tx, touched)) return refreshLayer(tx, layer);
  const isKnown = sql`coalesce(st_covers(layer.coverage_planar, made.coverage_planar), true)`;
  await tx.query(sql`
    update land.layer as layer
       set synthetic = case
             when exists (select from land.feature where change = ${change} and synthetic) then true
             when ${ended(change, sql`synthetic`)} then ${isThere(layer, sql`synthetic`)}
             else layer.synthetic end,
           coverage = case when ${isKnown} then layer.coverage
                           else st_union(layer.coverage, made.coverage) end,
           coverage_planar = case when ${isKnown} then layer.coverage_planar
                                  else st_union(layer.coverage_planar, made.coverage_planar) end,
           version = layer.version + 1
      from land.change as made
     where layer.id = ${layer} and made.id = ${change}`);
}

const jsonOrNull = (value: object | null): Fragment =>
  value === null ? sql`null` : sql.json(value);

/** What the catalogue says of a layer, column by column. */
export const catalogueColumns = sql`
  id, title, layer_group, geometry_kind, level, rule_set, source, dated, accuracy, reach_m,
  min_zoom`;
export const catalogueValues = (row: CatalogueRow): Fragment => sql`
  ${row.id}, ${sql.json(row.title)}, ${row.group}, ${row.geometry}, ${row.level},
  ${jsonOrNull(row.ruleSet)}, ${sql.json(row.source)}, ${row.date}, ${jsonOrNull(row.accuracy)},
  ${row.reachM}::int, ${row.minZoom}`;

/** Makes the row of a layer that was never loaded: it speaks nowhere until it is changed. */
export async function ensureLayer(tx: Tx, row: CatalogueRow): Promise<void> {
  await tx.query(sql`
    insert into land.layer (${catalogueColumns}, synthetic, coverage, coverage_planar, stamp,
                            loaded_at)
    values (${catalogueValues(row)}, false, 'SRID=4490;POLYGON EMPTY'::geometry,
            'SRID=4548;POLYGON EMPTY'::geometry, '', '-infinity')
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
