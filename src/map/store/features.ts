import type { Publisher } from "../../land/index.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import {
  boxOf,
  bufferUnits,
  degreeScale,
  isAfar,
  lastAfar,
  metreScale,
  tileUnits,
  type Scale,
  type TilePlace,
} from "../model/grid.ts";
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

const envelope = (place: TilePlace, buffer: number): Fragment => {
  const [west, south, east, north] = boxOf(place, buffer);
  return sql`st_makeenvelope(${west}::float8, ${south}::float8,
                             ${east}::float8, ${north}::float8, 4490)`;
};

const square = ({ z, x, y }: TilePlace, margin: number): Fragment => sql`
  st_tileenvelope(${z}::int, ${x}::int, ${y}::int, margin => ${margin}::float8)`;

/** What reaches into the tile: from afar only what may be large enough, by an index of its own. */
const inBox = (place: TilePlace): Fragment =>
  isAfar(place)
    ? sql`from_zoom <= ${place.z} and afar && ${square(place, bufferUnits / tileUnits)}`
    : sql`geom && ${envelope(place, bufferUnits)}`;

const equatorM = 40_075_016.7;

/** From afar what lies within half a unit of the line is left out. */
const generalised = ({ z }: TilePlace): Fragment =>
  z === lastAfar
    ? sql`afar`
    : sql`st_simplify(afar, ${equatorM / 2 / 2 ** z / tileUnits}::float8, true)`;

const reaches = sql`greatest(st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom))`;

/**
 * What is wanted of the features: large enough to be seen, and in the tile. Layers are held against
 * each other by an expression, so that no plan looks all of a layer up to find the few in the box.
 */
const within = (place: TilePlace): Fragment => sql`
  wanted.layer = feature.layer || ''
    and ${inBox(place)}
    and area_dm2 >= least_dm2
    and (least_degrees = 0 or ${reaches} >= least_degrees)`;

/** The ids of the largest features, where there may not be more. */
const among = (order: DrawOrder): Fragment =>
  order.limit === undefined
    ? sql`true`
    : sql`id in (select id from ${order.publisher.features} as feature, wanted
                  where ${within(order.place)} order by area_dm2 desc, id limit ${order.limit})`;

/** The features that are in the tile, with what is told of them: less where they are many. */
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
    ), met as (
      select feature.layer, id, synthetic, geom, afar, area_dm2,
             case when is_named then shown else shown - ${[...publisher.told]}::text[] end
               as fields,
             case when is_named then name_zh end as name,
             case when is_named then name_en end as name_en
        from ${publisher.features} as feature
        join wanted on ${within(order.place)}
       where ${among(order)}
      offset 0
    )`;
}

const snapped = (shape: Fragment, { across, down }: Scale): Fragment => sql`
  st_forcepolygonccw(st_snaptogrid(
    st_affine(${shape}, ${across[0]}::float8, 0, 0, ${down[0]}::float8,
              ${across[1]}::float8, ${down[1]}::float8), 1))`;

/**
 * A shape on the grid of the tile. What lies in it as a whole need not be cut, and is only moved:
 * to cut it took as long as all the rest.
 */
function shapeOf(place: TilePlace): Fragment {
  const grid = sql`${tileUnits}::int, ${bufferUnits}::int, true`;
  const shape = isAfar(place) ? generalised(place) : sql`geom`;
  const tile = isAfar(place) ? square(place, 0) : envelope(place, 0);
  const wide = isAfar(place)
    ? sql`afar @ ${square(place, bufferUnits / tileUnits)}`
    : sql`geom @ ${envelope(place, bufferUnits)}`;
  const scale = isAfar(place) ? metreScale(place) : degreeScale(place);
  return sql`case when ${wide} then ${snapped(shape, scale)}
                  else st_asmvtgeom(${shape}, ${tile}, ${grid}) end`;
}

/** A shape cut to the box of the tile, in degrees. */
const pieceOf = (place: TilePlace): Fragment => {
  const box = square(place, bufferUnits / tileUnits);
  return isAfar(place)
    ? sql`st_transform(st_clipbybox2d(${generalised(place)}, ${box}), 4490)`
    : sql`st_clipbybox2d(geom, ${envelope(place, bufferUnits)})`;
};

/**
 * The layers of a tile, each encoded by the database itself: only PostgreSQL can. What is too small
 * is gone before shapes are made, and each is made once: `offset 0` keeps both apart.
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
     where not st_isempty(shown.shape)
     group by layer`);
  return rows;
}

/** The features of a tile, cut to its box: for the engine that cannot encode them. */
export async function cutFeatures(tx: Tx, order: DrawOrder): Promise<CutFeature[]> {
  const { rows } = await tx.query<CutFeature>(sql`
    with ${met(order)}
    select layer, id, name, name_en, synthetic, fields, st_dimension(geom) as dimension,
           st_asgeojson(${pieceOf(order.place)}, 9, 0)::jsonb as geometry
      from met
     order by layer, area_dm2 desc, id`);
  return rows;
}
