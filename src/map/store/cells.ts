import type { Bbox, Publisher } from "../../land/index.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import { cellZooms } from "../model/policy.ts";
import type { TilePlace } from "../model/grid.ts";

/** How many features of a layer lie in one square. */
export type CellCount = {
  readonly layer: string;
  readonly x: number;
  readonly y: number;
  readonly count: number;
};

/** The counts of a tile's cells. */
export async function listCells(
  tx: Tx,
  layers: readonly string[],
  { z, x, y }: TilePlace,
): Promise<CellCount[]> {
  const side = 2 ** cellZooms;
  const { rows } = await tx.query<CellCount>(sql`
    select layer, x, y, feature_count as count
      from map.cell
     where layer = any(${[...layers]}::text[])
       and zoom = ${z + cellZooms}
       and x >= ${x * side} and x < ${(x + 1) * side}
       and y >= ${y * side} and y < ${(y + 1) * side}
     order by layer, y, x`);
  return rows;
}

/** The cells of one zoom that a box touches. */
export type CellRange = {
  readonly zoom: number;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
};

const inRange = ({ zoom, west, east, north, south }: CellRange): Fragment => sql`
  zoom = ${zoom} and x between ${west} and ${east} and y between ${north} and ${south}`;

/** Where the middle of a feature's box lies among the squares of a zoom. */
const columnOf = (zoom: number): Fragment => sql`
  floor(((st_xmin(geom) + st_xmax(geom)) / 2 + 180) / 360 * ${2 ** zoom}::float8)::int`;
const rowOf = (zoom: number): Fragment => sql`
  floor((1 - asinh(tan(radians((st_ymin(geom) + st_ymax(geom)) / 2))) / pi()) / 2
        * ${2 ** zoom}::float8)::int`;

/** Counts anew what lies in some cells of the finest zoom. */
export async function countFeatures(
  tx: Tx,
  { features }: Publisher,
  { layer, range, box }: { layer: string; range: CellRange; box: Bbox },
): Promise<void> {
  const [west, south, east, north] = box;
  const { zoom } = range;
  await tx.query(sql`delete from map.cell where layer = ${layer} and ${inRange(range)}`);
  await tx.query(sql`
    insert into map.cell (layer, zoom, x, y, feature_count)
    select ${layer}, zoom, x, y, count(*)
      from (select ${zoom}::int as zoom, ${columnOf(zoom)} as x, ${rowOf(zoom)} as y
              from ${features} as feature
             where layer = ${layer}
               and geom && st_makeenvelope(${west}::float8, ${south}::float8,
                                           ${east}::float8, ${north}::float8, 4490)) as counted
     where ${inRange(range)}
     group by zoom, x, y`);
}

/** Adds up the counts of a zoom from those of the next finer one. */
export async function addUpCells(tx: Tx, layer: string, range: CellRange): Promise<void> {
  const { zoom, west, east, north, south } = range;
  const finer: CellRange = {
    zoom: zoom + 1,
    west: west * 2,
    east: east * 2 + 1,
    north: north * 2,
    south: south * 2 + 1,
  };
  await tx.query(sql`delete from map.cell where layer = ${layer} and ${inRange(range)}`);
  await tx.query(sql`
    insert into map.cell (layer, zoom, x, y, feature_count)
    select layer, zoom, x, y, sum(feature_count)
      from (select layer, (zoom - 1)::int as zoom, x / 2 as x, y / 2 as y, feature_count
              from map.cell
             where layer = ${layer} and ${inRange(finer)}) as finer
     group by layer, zoom, x, y`);
}
