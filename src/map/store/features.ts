import type { Publisher } from "../../land/index.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import { bufferUnits, boxOf, tileUnits, type TilePlace } from "../model/grid.ts";
import type { Geometry } from "../model/shape.ts";

/** A layer to be drawn, and how much of it. */
export type DrawnLayer = {
  readonly id: string;
  readonly leastAreaDm2: number;
  readonly isNamed: boolean;
};

export type DrawOrder = {
  readonly publisher: Publisher;
  readonly layers: readonly DrawnLayer[];
  readonly place: TilePlace;
  /** No more features of one layer: the largest come first. */
  readonly limit: number;
};

/** A layer of a tile as the database encoded it. */
export type EncodedLayer = {
  readonly layer: string;
  readonly bytes: Uint8Array;
  /** Features that reach into the tile; beyond the limit they are not in it. */
  readonly met: number;
};

/** A feature for a tile, cut to its box but not yet on its grid. */
export type CutFeature = {
  readonly layer: string;
  readonly met: number;
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

/** The features that reach into the tile, the largest of each layer first. */
function ranked({ publisher, layers, place }: DrawOrder): Fragment {
  const ids = layers.map(({ id }) => id);
  return sql`
    wanted as (
      select layer, least_dm2, is_named
        from unnest(${ids}::text[], ${layers.map(({ leastAreaDm2 }) => leastAreaDm2)}::bigint[],
                    ${layers.map(({ isNamed }) => isNamed)}::boolean[])
          as wanted (layer, least_dm2, is_named)
    ), ranked as (
      select feature.layer, id, synthetic, properties, geom,
             case when is_named then name_zh end as name,
             case when is_named then name_en end as name_en,
             row_number() over (partition by feature.layer order by area_dm2 desc, id) as rank,
             count(*) over (partition by feature.layer) as met
        from ${publisher.features} as feature
        join wanted on wanted.layer = feature.layer
       where feature.layer = any(${ids}::text[])
         and geom && ${envelope(place, bufferUnits)}
         and area_dm2 >= least_dm2
    )`;
}

const fieldsOf = ({ drawn }: Publisher): Fragment =>
  sql`jsonb_build_object(${sql.join(
    drawn.map((field) => sql`${field}::text, properties->${field}::text`),
  )})`;

const shapeOf = (place: TilePlace): Fragment => {
  const { z, x, y } = place;
  const grid = sql`${tileUnits}::int, ${bufferUnits}::int, true`;
  return z >= evenFrom
    ? sql`st_asmvtgeom(geom, ${envelope(place, 0)}, ${grid})`
    : sql`st_asmvtgeom(st_transform(${generalised(place)}, 3857),
                       st_tileenvelope(${z}::int, ${x}::int, ${y}::int), ${grid})`;
};

/** The layers of a tile, each encoded by the database itself: only PostgreSQL can. */
export async function encodeLayers(tx: Tx, order: DrawOrder): Promise<EncodedLayer[]> {
  const { rows } = await tx.query<EncodedLayer>(sql`
    with ${ranked(order)}
    select layer, st_asmvt(shown, layer, ${tileUnits}::int, 'shape') as bytes, max(met) as met
      from ranked
     cross join lateral (
       select id, name, name_en, synthetic, ${fieldsOf(order.publisher)} as fields,
              ${shapeOf(order.place)} as shape) as shown
     where rank <= ${order.limit} and shown.shape is not null
     group by layer`);
  return rows;
}

/** The features of a tile, cut to its box: for the engine that cannot encode them. */
export async function cutFeatures(tx: Tx, order: DrawOrder): Promise<CutFeature[]> {
  const { rows } = await tx.query<CutFeature>(sql`
    with ${ranked(order)}
    select layer, met, id, name, name_en, synthetic, ${fieldsOf(order.publisher)} as fields,
           st_dimension(geom) as dimension,
           st_asgeojson(st_clipbybox2d(${generalised(order.place)},
                                       ${envelope(order.place, bufferUnits)}), 9, 0)::jsonb
             as geometry
      from ranked
     where rank <= ${order.limit}
     order by layer, rank`);
  return rows;
}
