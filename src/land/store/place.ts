import { asGeoJson } from "../../store/geometry.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox, LayerId } from "../contract.ts";
import type { Shape } from "../model/layer.ts";
import type { LayerReading, MetFeature } from "../model/measure.ts";
import type { Area } from "../model/place.ts";

/** A shape in metres as geometry. */
const shapeOf = (planar: Shape): Fragment =>
  sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(planar)}::text), 4548)`;

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
       and st_intersects(planar, shape)
       and st_area(st_intersection(planar, shape)) * 2 > st_area(planar)
     order by id
     limit ${limit}`);
  return rows;
}

export async function findParcel(tx: Tx, id: string): Promise<BuildingRow | undefined> {
  const { rows } = await tx.query<BuildingRow>(
    sql`select ${buildingColumns} from land.feature where layer = 'parcels' and id = ${id}`,
  );
  return rows[0];
}

type CoverageRow = { id: LayerId; covered: boolean; synthetic: boolean };
type MetRow = {
  layer: string;
  id: string;
  name_zh: string;
  name_en: string;
  class: string | null;
  dimension: number;
  area_dm2: number;
};
type UnionRow = { layer: string; covered_dm2: number };
type NearRow = { layer: string; id: string; name_zh: string; name_en: string; centimetres: number };

/** Everything the named layers hold at the area, each layer read once. */
export async function readLayers(
  tx: Tx,
  area: Area,
  layers: readonly LayerId[],
): Promise<Map<string, LayerReading>> {
  const place = sql`place as (select ${shapeOf(area.planar)} as shape)`;
  const wanted = sql`layer = any(${[...layers]}::text[])`;
  const coverage = await tx.query<CoverageRow>(sql`
    with ${place}
    select id, synthetic, st_covers(coverage_planar, shape) as covered
      from land.layer, place where id = any(${[...layers]}::text[])`);
  const met = await tx.query<MetRow>(sql`
    with ${place}
    select layer, id, name_zh, name_en, properties->>'class' as class,
           st_dimension(planar) as dimension,
           round((st_area(st_intersection(planar, shape)) * 100)::numeric)::bigint as area_dm2
      from land.feature, place
     where ${wanted} and planar && shape and st_intersects(planar, shape)
     order by layer, area_dm2 desc, id`);
  const unions = await tx.query<UnionRow>(sql`
    with ${place}
    select layer,
           round((st_area(st_union(st_intersection(planar, shape))) * 100)::numeric)::bigint
             as covered_dm2
      from land.feature, place
     where ${wanted} and st_dimension(planar) = 2
       and planar && shape and st_intersects(planar, shape)
     group by layer`);
  return readings({
    coverage: coverage.rows,
    met: met.rows,
    unions: new Map(unions.rows.map((row) => [row.layer, row.covered_dm2])),
    near: await findNearest(tx, area, layers),
  });
}

/** The nearest feature of each layer; of equally near ones the one whose id comes first. */
async function findNearest(
  tx: Tx,
  area: Area,
  layers: readonly LayerId[],
): Promise<Map<string, NearRow>> {
  const { rows } = await tx.query<NearRow>(sql`
    with place as (select ${shapeOf(area.planar)} as shape)
    select distinct on (layer) layer, id, name_zh, name_en,
           round((st_distance(planar, shape) * 100)::numeric)::bigint as centimetres
      from land.feature, place
     where layer = any(${[...layers]}::text[])
     order by layer, st_distance(planar, shape), id`);
  return new Map(rows.map((row) => [row.layer, row]));
}

type Rows = {
  coverage: readonly CoverageRow[];
  met: readonly MetRow[];
  unions: ReadonlyMap<string, number>;
  near: ReadonlyMap<string, NearRow>;
};

const toMet = (row: MetRow): MetFeature => ({
  id: row.id,
  name: { zh: row.name_zh, en: row.name_en },
  class: row.class,
  areaDm2: row.area_dm2,
  dimension: row.dimension,
});

function readings({ coverage, met, unions, near }: Rows): Map<string, LayerReading> {
  return new Map(
    coverage.map(({ id, covered, synthetic }): [string, LayerReading] => {
      const nearest = near.get(id);
      return [
        id,
        {
          layer: id,
          covered,
          synthetic,
          coveredDm2: unions.get(id) ?? 0,
          // Polygons that only touch the place along a border do not overlap it.
          met: met
            .filter((row) => row.layer === id && (row.dimension < 2 || row.area_dm2 > 0))
            .map(toMet),
          nearest: nearest && {
            id: nearest.id,
            name: { zh: nearest.name_zh, en: nearest.name_en },
            metres: nearest.centimetres / 100,
          },
        },
      ];
    }),
  );
}
