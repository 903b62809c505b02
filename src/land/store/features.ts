import { asGeoJson } from "../../store/geometry.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox, City, Feature, Hit, Layer, LayerId } from "../contract.ts";
import type { ExportFeature } from "../model/files/write-table.ts";

/** What is kept of a layer; what its catalogue says of it may have been mended since. */
type LayerRow = Omit<Layer, "level" | "levels" | "classes" | "ruleSet" | "basis">;

const box = (geometry: Fragment): Fragment =>
  sql`jsonb_build_array(st_xmin(${geometry}), st_ymin(${geometry}),
                        st_xmax(${geometry}), st_ymax(${geometry}))`;

/** The layers that are loaded, with their number of features. */
export async function listLayers(tx: Tx): Promise<LayerRow[]> {
  const { rows } = await tx.query<LayerRow & { minZoom: string }>(sql`
    select id, title, layer_group as "group", geometry_kind as geometry, synthetic, source,
           dated as date, accuracy, reach_m as "reachM", min_zoom as "minZoom",
           ${box(sql`coverage`)} as coverage,
           (select count(*) from land.feature where layer = land.layer.id) as count
      from land.layer`);
  return rows.map((row) => ({ ...row, minZoom: Number(row.minZoom) }));
}

type FeatureRow = {
  id: string;
  name_zh: string;
  name_en: string;
  properties: Record<string, unknown>;
  synthetic: boolean;
  geometry: Feature["geometry"];
};
type DatedRow = FeatureRow & { valid_from: string | null };

const columns = sql`
  id, name_zh, name_en, properties, synthetic, ${asGeoJson(sql`geom`, 7)} as geometry`;

const toFeature = (row: FeatureRow): Feature => ({
  type: "Feature",
  id: row.id,
  geometry: row.geometry,
  properties: {
    ...row.properties,
    id: row.id,
    name: row.name_zh,
    name_en: row.name_en,
    synthetic: row.synthetic,
  },
});

/** The condition of a box, written so that the spatial index answers it. */
export const inBox = ([west, south, east, north]: Bbox): Fragment =>
  sql`geom && st_makeenvelope(${west}::float8, ${south}::float8,
                              ${east}::float8, ${north}::float8, 4490)`;

export type FeatureOrder = {
  readonly layer: LayerId;
  readonly bbox: Bbox | undefined;
  readonly limit: number;
  /** The features as they stood on that day; as they stand unless it is said. */
  readonly asOf?: string | undefined;
  readonly class?: string | undefined;
};

const held = sql`
  layer, id, name_zh, name_en, geom, properties, synthetic, valid_from`;

/** The features of a day: those that stand and had begun, and those that ended later. */
const standingOn = (day: string | undefined): Fragment =>
  day === undefined
    ? sql`land.feature`
    : sql`(select ${held} from land.feature where coalesce(valid_from, ${day}) <= ${day}::date
            union all
           select ${held} from land.feature_past
            where coalesce(valid_from, ${day}) <= ${day}::date and valid_to > ${day}::date)`;

/** The features of a layer in a box, in the order of their ids; at most `limit`. */
export const featurePage = (order: FeatureOrder): Fragment => sql`
  select ${columns}, valid_from
    from ${standingOn(order.asOf)} as feature
   where ${sql.and([
     sql`layer = ${order.layer}`,
     ...(order.bbox ? [inBox(order.bbox)] : []),
     ...(order.class === undefined ? [] : [sql`properties ->> 'class' = ${order.class}`]),
   ])}
   order by id
   limit ${order.limit}`;

export async function listFeatures(tx: Tx, order: FeatureOrder): Promise<Feature[]> {
  const { rows } = await tx.query<FeatureRow>(featurePage(order));
  return rows.map(toFeature);
}

/** The features of a layer as they go into a file. */
export async function listExported(tx: Tx, order: FeatureOrder): Promise<ExportFeature[]> {
  const { rows } = await tx.query<DatedRow>(featurePage(order));
  return rows.map(({ name_zh, geometry, ...row }) => ({
    ...row,
    name: name_zh,
    geometry: geometry as ExportFeature["geometry"],
  }));
}

export async function findFeature(
  tx: Tx,
  layer: LayerId,
  id: string,
): Promise<Feature | undefined> {
  const { rows } = await tx.query<FeatureRow>(
    sql`select ${columns} from land.feature where layer = ${layer} and id = ${id}`,
  );
  const [row] = rows;
  return row && toFeature(row);
}

type HitRow = {
  layer: LayerId;
  id: string;
  name_zh: string;
  name_en: string;
  kind: string | null;
  synthetic: boolean;
  centre: [number, number];
  bbox: Bbox;
};

/** The words as a pattern in which `%`, `_` and `\` mean themselves. */
const pattern = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/**
 * Features whose name or id holds the words: names that begin with them first, then by the order of
 * the layers, then the shorter name.
 */
export async function searchFeatures(
  tx: Tx,
  words: string,
  { layers, limit }: { layers: readonly LayerId[]; limit: number },
): Promise<Hit[]> {
  const like = pattern(words);
  const start = like.slice(1);
  const { rows } = await tx.query<HitRow>(sql`
    select layer, id, name_zh, name_en, synthetic,
           coalesce(properties->>'kind', properties->>'class') as kind,
           jsonb_build_array(st_x(st_pointonsurface(geom)), st_y(st_pointonsurface(geom)))
             as centre,
           ${box(sql`geom`)} as bbox
      from land.feature
     where layer = any(${[...layers]}::text[])
       and (name_zh ilike ${like} or name_en ilike ${like} or id ilike ${like})
     order by not (name_zh ilike ${start} or name_en ilike ${start} or id ilike ${start}),
              array_position(${[...layers]}::text[], layer), length(name_zh), id
     limit ${limit}`);
  return rows.map(({ name_zh, name_en, ...row }) => ({
    ...row,
    title: { zh: name_zh, en: name_en },
  }));
}

type DistrictRow = {
  adcode: string;
  name_zh: string;
  name_en: string;
  ring: string;
  area_dm2: number;
  synthetic: boolean;
};

export async function listDistricts(tx: Tx): Promise<City["districts"]> {
  const { rows } = await tx.query<DistrictRow>(sql`
    select id as adcode, name_zh, name_en, area_dm2, synthetic,
           coalesce(properties->>'ring', '') as ring
      from land.feature where layer = 'districts' order by id`);
  return rows.map(({ adcode, name_zh, name_en, ring, area_dm2, synthetic }) => ({
    adcode,
    title: { zh: name_zh, en: name_en },
    ring,
    areaKm2: area_dm2 / 1e8,
    synthetic,
  }));
}
