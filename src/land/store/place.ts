import { asGeoJson } from "../../store/geometry.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox } from "../contract.ts";
import type { Shape } from "../model/layer.ts";
import type { Area } from "../model/place.ts";
import { shapeOf } from "./shape.ts";

export type BuildingRow = {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly area_dm2: number;
  readonly properties: Record<string, unknown>;
  readonly synthetic: boolean;
  readonly geometry: Shape;
  readonly planar: Shape;
  readonly box: Bbox;
};

const buildingColumns = sql`
  id, name_zh, name_en, area_dm2, properties, synthetic,
  ${asGeoJson(sql`geom`, 7)} as geometry, ${asGeoJson(sql`planar`, 2)} as planar,
  jsonb_build_array(st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)) as box`;

export async function findBuilding(tx: Tx, id: string): Promise<BuildingRow | undefined> {
  const { rows } = await tx.query<BuildingRow>(
    sql`select ${buildingColumns} from land.feature where layer = 'buildings' and id = ${id}`,
  );
  return rows[0];
}

/** The features of a layer of which more than half lies in the area, in the order of their ids. */
export async function listInside(
  tx: Tx,
  area: Area,
  { layer, limit }: { layer: "buildings" | "parcels"; limit: number },
): Promise<BuildingRow[]> {
  const { rows } = await tx.query<BuildingRow>(sql`
    with place as (select ${shapeOf(area.planar)} as shape)
    select ${buildingColumns}
      from land.feature, place
     where layer = ${layer}
       and planar && shape
       and ${mostly}
     order by id
     limit ${limit}`);
  return rows;
}

/** More than half of the feature lies in the shape; only those on the border are cut. */
const mostly = sql`
  st_intersects(planar, shape) and (
    st_covers(shape, planar)
    or st_area(st_intersection(planar, shape)) * 2 > st_area(planar))`;

/** The buildings of which more than half lies in the area, and whether any of them is made. */
export async function listBuildingIds(
  tx: Tx,
  area: Area,
  limit: number,
): Promise<{ ids: string[]; synthetic: boolean }> {
  const { rows } = await tx.query<{ id: string; synthetic: boolean }>(sql`
    with place as (select ${shapeOf(area.planar)} as shape)
    select id, synthetic
      from land.feature, place
     where layer = 'buildings' and planar && shape and ${mostly}
     order by id
     limit ${limit}`);
  return { ids: rows.map(({ id }) => id), synthetic: rows.some(({ synthetic }) => synthetic) };
}

export async function findParcel(tx: Tx, id: string): Promise<BuildingRow | undefined> {
  const { rows } = await tx.query<BuildingRow>(
    sql`select ${buildingColumns} from land.feature where layer = 'parcels' and id = ${id}`,
  );
  return rows[0];
}
