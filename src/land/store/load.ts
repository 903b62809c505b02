import { geometryFromGeoJson } from "../../store/geometry.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox, LayerId } from "../contract.ts";
import type { CatalogueRow } from "../model/catalogue.ts";
import type { MapFeature, MapLayer } from "../model/layer.ts";
import type { Zones } from "../model/zones.ts";
import { catalogueColumns, catalogueValues, refreshLayer } from "./changed-layer.ts";

/** Rows sent in one statement: enough to be fast, few enough to stay small in memory. */
const rowsAtOnce = 2000;

/** The stamp that a layer was loaded under; undefined when it never was. */
export async function findLayerStamp(tx: Tx, id: LayerId): Promise<string | undefined> {
  const { rows } = await tx.query<{ stamp: string }>(
    sql`select stamp from land.layer where id = ${id}`,
  );
  return rows[0]?.stamp;
}

export type Load = {
  readonly layer: MapLayer;
  readonly stamp: string;
  /** Whether the same city was loaded before, if by an older pack or generator. */
  readonly isSameCity: boolean;
  /** Hears how many features are written so far. */
  readonly told: (written: number) => void;
};

/**
 * Writes a layer and its features in place of what was loaded before. What somebody imported or
 * edited stays, and stands before what is loaded under the same id; what a change retired of the
 * same city stays away. Another city has other things under those ids: the past of the former one
 * is gone with it. Tells the number written.
 */
export async function putLayer(
  tx: Tx,
  row: CatalogueRow,
  { layer, stamp, isSameCity, told }: Load,
): Promise<number> {
  const geometry = geometryFromGeoJson(layer.coverage.geometry, 4490);
  const planar = geometryFromGeoJson(layer.coverage.planar, 4548);
  await tx.query(sql`
    insert into land.layer (${catalogueColumns}, synthetic, coverage, coverage_planar,
                            loaded_coverage, loaded_coverage_planar, stamp, loaded_at)
    values (${catalogueValues(row)}, ${row.synthetic}, ${geometry}, ${planar}, ${geometry},
            ${planar}, ${stamp}, clock_timestamp())
    on conflict (id) do update
       set title = excluded.title, layer_group = excluded.layer_group,
           geometry_kind = excluded.geometry_kind, level = excluded.level,
           rule_set = excluded.rule_set, synthetic = excluded.synthetic, source = excluded.source,
           dated = excluded.dated, accuracy = excluded.accuracy, reach_m = excluded.reach_m,
           min_zoom = excluded.min_zoom, coverage = excluded.coverage,
           coverage_planar = excluded.coverage_planar,
           loaded_coverage = excluded.loaded_coverage,
           loaded_coverage_planar = excluded.loaded_coverage_planar, stamp = excluded.stamp,
           version = land.layer.version + 1, loaded_at = excluded.loaded_at`);
  await dropLoaded(tx, sql`layer = ${row.id}`, isSameCity);
  let written = 0;
  for (const batch of batchesOf(layer.features)) {
    await appendFeatures(tx, row, batch);
    written += batch.length;
    told(written);
  }
  await refreshLayer(tx, row.id);
  return written;
}

/** Takes away what was loaded; what changes ended of it, too, unless it is of the same city. */
async function dropLoaded(tx: Tx, which: Fragment, isSameCity: boolean): Promise<void> {
  await tx.query(sql`delete from land.feature where ${which} and change is null`);
  if (isSameCity) return;
  await tx.query(sql`delete from land.feature_past where ${which} and change is null`);
}

/** The features as they are drawn, some at a time. */
function* batchesOf(features: Iterable<MapFeature>): Iterable<MapFeature[]> {
  let batch: MapFeature[] = [];
  for (const feature of features) {
    batch.push(feature);
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const toRow = (feature: MapFeature) => ({
  id: feature.id,
  name_zh: feature.name.zh,
  name_en: feature.name.en,
  geom: feature.geometry,
  planar: feature.planar,
  area_dm2: feature.areaDm2,
  properties: feature.properties,
});

async function appendFeatures(
  tx: Tx,
  row: CatalogueRow,
  features: readonly MapFeature[],
): Promise<void> {
  await tx.query(sql`
    insert into land.feature (layer, id, name_zh, name_en, geom, planar, area_dm2, properties,
                              synthetic)
    select ${row.id}, id, name_zh, name_en,
           st_setsrid(st_geomfromgeojson(geom), 4490), st_setsrid(st_geomfromgeojson(planar), 4548),
           area_dm2, properties, ${row.synthetic}
      from jsonb_to_recordset(${sql.json(features.map(toRow))})
        as line (id text, name_zh text, name_en text, geom jsonb, planar jsonb,
                 area_dm2 bigint, properties jsonb)
     where not exists (select 1 from land.feature_past as past
                        where past.layer = ${row.id} and past.id = line.id
                          and past.change is null)
    on conflict (layer, id) do nothing`);
}

/**
 * Takes away what was loaded into other layers: what somebody imported or edited stays. A layer
 * that is kept for it speaks of nothing that was loaded, and is loaded anew when it is wanted.
 */
export async function emptyOtherLayers(tx: Tx, ids: readonly LayerId[]): Promise<void> {
  const others = sql`<> all(${[...ids]}::text[])`;
  await dropLoaded(tx, sql`layer ${others}`, false);
  await tx.query(sql`
    delete from land.layer
     where id ${others}
       and not exists (select from land.feature where layer = land.layer.id)
       and not exists (select from land.change where layer = land.layer.id)`);
  const { rows } = await tx.query<{ id: LayerId }>(sql`
    update land.layer
       set stamp = '', loaded_coverage = null, loaded_coverage_planar = null,
           loaded_at = clock_timestamp()
     where id ${others} and loaded_coverage is not null
    returning id`);
  for (const { id } of rows) await refreshLayer(tx, id);
}

/**
 * Tells the planner how large the layers are, so that it takes the spatial index from the start.
 */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await tx.query(sql`analyze land.feature`);
}

export type GeneratedRow = {
  readonly size: string;
  readonly seed: string;
  readonly blocks: number;
  readonly buildings: number;
  readonly floor_area_dm2: number;
};

export async function putCity(
  tx: Tx,
  city: { zones: Zones; generated: GeneratedRow | null; stamp: string },
): Promise<void> {
  const generated = city.generated === null ? null : JSON.stringify(city.generated);
  await tx.query(sql`
    insert into land.city (id, zones, generated, stamp)
    values (${city.zones.city.id}, ${sql.json(city.zones)},
            ${generated}::jsonb, ${city.stamp})
    on conflict (id) do update
       set zones = excluded.zones, generated = excluded.generated, stamp = excluded.stamp,
           loaded_at = now()`);
}

export type CityRow = {
  readonly zones: Zones;
  readonly generated: GeneratedRow | null;
  readonly stamp: string;
};

export async function findCity(tx: Tx): Promise<CityRow | undefined> {
  const { rows } = await tx.query<CityRow>(
    sql`select zones, generated, stamp from land.city order by id limit 1`,
  );
  return rows[0];
}

/** The box of a layer's features; undefined where it has none. */
export async function findExtent(tx: Tx, id: LayerId): Promise<Bbox | undefined> {
  const { rows } = await tx.query<{ box: Bbox | null }>(sql`
    select jsonb_build_array(st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)) as box
      from (select st_extent(geom) as box from land.feature where layer = ${id}) as extent
     where box is not null`);
  return rows[0]?.box ?? undefined;
}
