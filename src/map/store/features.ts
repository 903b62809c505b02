import type { Publisher } from "../../land/index.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import { bufferUnits, boxOf, tileUnits, type TilePlace } from "../model/grid.ts";
import type { Threshold } from "../model/policy.ts";
import type { Geometry } from "../model/shape.ts";

/** A layer to be drawn, and how much of it. */
export type DrawnLayer = Threshold & { readonly id: string };

export type DrawOrder = {
  readonly publisher: Publisher;
  readonly layers: readonly DrawnLayer[];
  readonly place: TilePlace;
  /** No more features than these, the largest: of one layer alone. */
  readonly limit?: number;
};

/** A layer of a tile as the database encoded it. */
export type EncodedLayer = {
  readonly layer: string;
  readonly bytes: Uint8Array;
  /** Features that are in it. */
  readonly count: number;
};

/** A feature for a tile, cut to its box but not yet on its grid. */
export type CutFeature = {
  readonly layer: string;
  readonly id: string;
  readonly name: string | null;
  readonly name_en: string | null;
  readonly synthetic: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly dimension: 0 | 1 | 2;
  readonly geometry: Geometry;
};

/**
 * From this zoom on a tile is so low that degrees of latitude are even in it: by less than a unit
 * they stand where Web Mercator has them, and need no transformation.
 */
const evenFrom = 13;

const envelope = (place: TilePlace, buffer: number): Fragment => {
  const [west, south, east, north] = boxOf(place, buffer);
  return sql`st_makeenvelope(${west}::float8, ${south}::float8,
                             ${east}::float8, ${north}::float8, 4490)`;
};

/** From afar what lies within half a unit of the line is left out. */
const generalised = ({ z }: TilePlace): Fragment =>
  z >= evenFrom ? sql`geom` : sql`st_simplify(geom, ${180 / 2 ** z / tileUnits}::float8, true)`;

const reaches = sql`greatest(st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom))`;

/** What of its layers reaches into the tile and is large enough to be seen in it. */
function within({ layers, place }: DrawOrder): Fragment {
  const ids = layers.map(({ id }) => id);
  return sql`
    feature.layer = any(${ids}::text[])
      and geom && ${envelope(place, bufferUnits)}
      and area_dm2 >= least_dm2
      and (least_degrees = 0 or ${reaches} >= least_degrees)`;
}

/** The ids of the largest features, where there may not be more. */
const among = (order: DrawOrder): Fragment =>
  order.limit === undefined
    ? sql`true`
    : sql`id in (select id from ${order.publisher.features} as feature, wanted
                  where ${within(order)} order by area_dm2 desc, id limit ${order.limit})`;

/** Properties that are told of a feature: fewer while there are many of them. */
const fieldsOf = ({ drawn, told }: Publisher): Fragment => {
  const object = (fields: readonly string[]): Fragment =>
    sql`jsonb_build_object(${sql.join(
      fields.map((field) => sql`${field}::text, properties->${field}::text`),
    )})`;
  return sql`case when is_named then ${object([...drawn, ...told])} else ${object(drawn)} end`;
};

/**
 * The features that are in the tile, with what is told of them. Layers are joined by an expression,
 * so that no plan looks all of a layer up to find the few that are in the box.
 */
function met(order: DrawOrder): Fragment {
  const { publisher, layers } = order;
  return sql`
    wanted as (
      select layer, least_dm2, least_degrees, is_named
        from unnest(${layers.map(({ id }) => id)}::text[],
                    ${layers.map(({ leastAreaDm2 }) => leastAreaDm2)}::bigint[],
                    ${layers.map(({ leastDegrees }) => leastDegrees)}::float8[],
                    ${layers.map(({ isNamed }) => isNamed)}::boolean[])
          as wanted (layer, least_dm2, least_degrees, is_named)
    ), met as materialized (
      select feature.layer, id, synthetic, geom, area_dm2, ${fieldsOf(publisher)} as fields,
             case when is_named then name_zh end as name,
             case when is_named then name_en end as name_en
        from ${publisher.features} as feature
        join wanted on wanted.layer = feature.layer || ''
       where ${within(order)} and ${among(order)}
    )`;
}

const shapeOf = (place: TilePlace): Fragment => {
  const { z, x, y } = place;
  const grid = sql`${tileUnits}::int, ${bufferUnits}::int, true`;
  return z >= evenFrom
    ? sql`st_asmvtgeom(geom, ${envelope(place, 0)}, ${grid})`
    : sql`st_asmvtgeom(st_transform(${generalised(place)}, 3857),
                       st_tileenvelope(${z}::int, ${x}::int, ${y}::int), ${grid})`;
};

/**
 * The layers of a tile, each encoded by the database itself: only PostgreSQL can. What is too small
 * is gone before shapes are made (`materialized`), and each is made once (`offset 0`).
 */
export async function encodeLayers(tx: Tx, order: DrawOrder): Promise<EncodedLayer[]> {
  const { rows } = await tx.query<EncodedLayer>(sql`
    with ${met(order)}
    select layer, count(*) as count,
           st_asmvt(shown, layer, ${tileUnits}::int, 'shape' order by area_dm2 desc) as bytes
      from met
     cross join lateral (
       select id, name, name_en, synthetic, fields, ${shapeOf(order.place)} as shape
       offset 0) as shown
     where shown.shape is not null
     group by layer`);
  return rows;
}

/** The features of a tile, cut to its box: for the engine that cannot encode them. */
export async function cutFeatures(tx: Tx, order: DrawOrder): Promise<CutFeature[]> {
  const { rows } = await tx.query<CutFeature>(sql`
    with ${met(order)}
    select layer, id, name, name_en, synthetic, fields, st_dimension(geom) as dimension,
           st_asgeojson(st_clipbybox2d(${generalised(order.place)},
                                       ${envelope(order.place, bufferUnits)}), 9, 0)::jsonb
             as geometry
      from met
     order by layer, area_dm2 desc, id`);
  return rows;
}
