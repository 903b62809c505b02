import { geometryFromGeoJson } from "../../store/geometry.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox, LayerId } from "../contract.ts";
import type { CatalogueRow } from "../model/catalogue.ts";
import type { MapFeature, MapLayer } from "../model/layer.ts";
import type { Zones } from "../model/zones.ts";
import { refreshLayer } from "./changed-layer.ts";

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
  /** Hears how many features are written so far. */
  readonly told: (written: number) => void;
};

/**
 * Writes a layer and its features in place of what was loaded before. What somebody imported or
 * edited stays, and stands before what is loaded under the same id; what a change retired stays
 * away. Tells the number written.
 */
export async function putLayer(
  tx: Tx,
  row: CatalogueRow,
  { layer, stamp, told }: Load,
): Promise<number> {
  const geometry = geometryFromGeoJson(layer.coverage.geometry, 4490);
  const planar = geometryFromGeoJson(layer.coverage.planar, 4548);
  await tx.query(sql`
    insert into land.layer (id, title, layer_group, geometry_kind, level, rule_set, synthetic,
                            source, dated, accuracy, reach_m, min_zoom, coverage, coverage_planar,
                            loaded_coverage, loaded_coverage_planar, stamp)
    values (${row.id}, ${sql.json(row.title)}, ${row.group}, ${row.geometry}, ${row.level},
            ${jsonOrNull(row.ruleSet)}::jsonb, ${row.synthetic}, ${sql.json(row.source)},
            ${row.date}, ${jsonOrNull(row.accuracy)}::jsonb, ${row.reachM}, ${row.minZoom},
            ${geometry}, ${planar}, ${geometry}, ${planar}, ${stamp})
    on conflict (id) do update
       set title = excluded.title, layer_group = excluded.layer_group,
           geometry_kind = excluded.geometry_kind, level = excluded.level,
           rule_set = excluded.rule_set, synthetic = excluded.synthetic, source = excluded.source,
           dated = excluded.dated, accuracy = excluded.accuracy, reach_m = excluded.reach_m,
           min_zoom = excluded.min_zoom, coverage = excluded.coverage,
           coverage_planar = excluded.coverage_planar,
           loaded_coverage = excluded.loaded_coverage,
           loaded_coverage_planar = excluded.loaded_coverage_planar, stamp = excluded.stamp,
           version = land.layer.version + 1, loaded_at = now()`);
  await tx.query(sql`delete from land.feature where layer = ${row.id} and change is null`);
  let written = 0;
  for (const batch of batchesOf(layer.features)) {
    await appendFeatures(tx, row, batch);
    written += batch.length;
    told(written);
  }
  await refreshLayer(tx, row.id);
  return written;
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

const jsonOrNull = (value: object | null): string | null =>
  value === null ? null : JSON.stringify(value);

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

/** Takes away what was loaded into other layers: what somebody imported or edited stays. */
export async function emptyOtherLayers(tx: Tx, ids: readonly LayerId[]): Promise<void> {
  await tx.query(sql`
    delete from land.feature where layer <> all(${[...ids]}::text[]) and change is null`);
  await tx.query(sql`
    delete from land.layer
     where id <> all(${[...ids]}::text[])
       and not exists (select from land.feature where layer = land.layer.id)
       and not exists (select from land.change where layer = land.layer.id)`);
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

/** The box of a layer's features, or of where it speaks. */
export async function findExtent(tx: Tx, id: LayerId): Promise<Bbox | undefined> {
  const { rows } = await tx.query<{ box: Bbox | null }>(sql`
    select jsonb_build_array(st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)) as box
      from (select st_extent(geom) as box from land.feature where layer = ${id}) as extent
     where box is not null`);
  return rows[0]?.box ?? undefined;
}
