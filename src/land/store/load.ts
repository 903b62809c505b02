import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Bbox, LayerId } from "../contract.ts";
import type { CatalogueRow } from "../model/catalogue.ts";
import type { MapFeature, MapLayer } from "../model/layer.ts";
import type { Zones } from "../model/zones.ts";

/** Rows sent in one statement: enough to be fast, few enough to stay small in memory. */
const rowsAtOnce = 2000;

/** The stamp that a layer was loaded under; undefined when it never was. */
export async function findLayerStamp(tx: Tx, id: LayerId): Promise<string | undefined> {
  const { rows } = await tx.query<{ stamp: string }>(
    sql`select stamp from land.layer where id = ${id}`,
  );
  return rows[0]?.stamp;
}

/** Writes a layer and all its features in place of what the layer held. */
export async function putLayer(
  tx: Tx,
  row: CatalogueRow,
  { layer, stamp }: { layer: MapLayer; stamp: string },
): Promise<void> {
  await tx.query(sql`delete from land.layer where id = ${row.id}`);
  await tx.query(sql`
    insert into land.layer (id, title, layer_group, geometry_kind, level, rule_set, synthetic,
                            source, dated, min_zoom, coverage, coverage_planar, stamp)
    values (${row.id}, ${sql.json(row.title)}, ${row.group}, ${row.geometry}, ${row.level},
            ${row.ruleSet === null ? null : JSON.stringify(row.ruleSet)}::jsonb, ${row.synthetic},
            ${sql.json(row.source)}, ${row.date}, ${row.minZoom},
            st_setsrid(st_geomfromgeojson(${JSON.stringify(layer.coverage.geometry)}::text), 4490),
            st_setsrid(st_geomfromgeojson(${JSON.stringify(layer.coverage.planar)}::text), 4548),
            ${stamp})`);
  for (let from = 0; from < layer.features.length; from += rowsAtOnce) {
    await appendFeatures(tx, row, layer.features.slice(from, from + rowsAtOnce));
  }
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
                 area_dm2 bigint, properties jsonb)`);
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
