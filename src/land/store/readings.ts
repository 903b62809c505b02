import type { Bilingual } from "../../base/message.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { LayerId } from "../contract.ts";
import type { LayerReading, MetFeature, NearFeature } from "../model/measure.ts";
import type { Area } from "../model/place.ts";
import { shapeOf } from "./shape.ts";

type CoverageRow = { id: LayerId; covered: boolean; synthetic: boolean; source: Bilingual };
type Named = { layer: string; id: string; name_zh: string; name_en: string; class: string | null };
type MetRow = Named & { dimension: number; size: number; length_cm: number };
type SizeRow = { layer: string; class: string | null; whole: boolean; size: number };
type NearRow = Named & { centimetres: number; reach_m: number };

/** What the map is asked at once. */
type Question = {
  readonly area: Area;
  readonly layers: readonly LayerId[];
  /** Layers whose nearest feature is wanted however far it is; of others within sight. */
  readonly far?: readonly LayerId[];
};

/** How far the map looks around a place for what is near it. */
export const sightM = 1000;

const placeOf = ({ planar }: Area): Fragment => sql`place as (select ${shapeOf(planar)} as shape)`;
const among = (layers: readonly string[]): Fragment => sql`layer = any(${[...layers]}::text[])`;

/** How much there is of a piece of a place, in whole units of the place. */
function sizeOf(piece: Fragment, { dimension }: Area): Fragment {
  if (dimension === 2) return sql`round((st_area(${piece}) * 100)::numeric)::bigint`;
  if (dimension === 1) return sql`round((st_length(${piece}) * 100)::numeric)::bigint`;
  return sql`st_npoints(${piece})::bigint`;
}

/**
 * On a grid of a micrometre: the union without one starts over when corners all but meet, which the
 * embedded engine answers with neither rows nor an error.
 */
const unionOfParts = sql`st_union(part, 1e-6)`;

/** The pieces of the place that features hold: each feature of the box is cut once. */
const cutPieces = (area: Area, layers: readonly string[]): Fragment => sql`
  ${placeOf(area)}, piece as materialized (
    select layer, id, name_zh, name_en, properties->>'class' as class,
           st_dimension(planar) as dimension, st_intersection(planar, shape) as part
      from land.feature, place
     where ${among(layers)} and planar && shape and st_intersects(planar, shape))`;

async function listMet(tx: Tx, { area, layers }: Question): Promise<[MetRow[], SizeRow[]]> {
  const { rows } = await tx.query<{ met: MetRow[]; sizes: SizeRow[] }>(sql`
    with ${cutPieces(area, layers)},
    met as (
      select layer, id, name_zh, name_en, class, dimension,
             case when dimension = 2 then ${sizeOf(sql`part`, area)} else 0 end as size,
             case when dimension = 1 then round((st_length(part) * 100)::numeric)::bigint
                  else 0 end as length_cm
        from piece),
    covered as (
      select layer, class, grouping(class) = 1 as whole,
             ${sizeOf(unionOfParts, area)} as size
        from piece where dimension = 2
       group by grouping sets ((layer), (layer, class)))
    select (select coalesce(jsonb_agg(met order by layer, size desc, id), '[]') from met) as met,
           (select coalesce(jsonb_agg(covered), '[]') from covered) as sizes`);
  return [rows[0]!.met, rows[0]!.sizes];
}

/** A feature may reach farther or less far than its layer does. */
const reachColumn = sql`
  case when jsonb_typeof(properties->'reach_m') = 'number' then (properties->>'reach_m')::float8
       else coalesce(land.layer.reach_m, 0) end`;

/** How far is looked: as far as one sees, or a layer reaches. */
const lookM = (layers: readonly LayerId[]): Fragment => sql`
  (select greatest(${sightM}::float8, max(reach_m))
     from land.layer where id = any(${[...layers]}::text[]))`;

/** Of each class the nearest feature within sight, and every one that the place is in reach of. */
async function listNear(tx: Tx, { area, layers }: Question): Promise<NearRow[]> {
  const { rows } = await tx.query<NearRow>(sql`
    with ${placeOf(area)}, seen as (
      select layer, feature.id, name_zh, name_en, properties->>'class' as class,
             ${reachColumn} as reach_m,
             round((st_distance(planar, shape) * 100)::numeric)::bigint as centimetres
        from land.feature as feature join land.layer on land.layer.id = layer, place
       where ${among(layers)} and st_dwithin(planar, shape, ${lookM(layers)})),
    ranked as (
      select *, row_number() over (partition by layer, class order by centimetres, id) as place
        from seen)
    select layer, id, name_zh, name_en, class, centimetres, reach_m
      from ranked where place = 1 or centimetres <= reach_m * 100
     order by layer, centimetres, id`);
  return rows;
}

/**
 * The nearest feature of each class of layers that hold nothing within sight: they are sparse.
 * Taken out first: for a few hundred distances PostgreSQL would start workers, which costs more.
 */
async function listFar(tx: Tx, { area }: Question, layers: readonly LayerId[]): Promise<NearRow[]> {
  const { rows } = await tx.query<NearRow>(sql`
    with ${placeOf(area)}, sparse as materialized (
      select layer, feature.id, name_zh, name_en, planar, properties->>'class' as class,
             ${reachColumn} as reach_m
        from land.feature as feature join land.layer on land.layer.id = layer
       where ${among(layers)})
    select distinct on (layer, class) layer, id, name_zh, name_en, class, reach_m,
           round((st_distance(planar, shape) * 100)::numeric)::bigint as centimetres
      from sparse, place
     order by layer, class, st_distance(planar, shape), id`);
  return rows.sort((a, b) => a.centimetres - b.centimetres);
}

/** Most layers speak for the same ground, which has thousands of corners: each is asked once. */
async function listCoverage(tx: Tx, { area, layers }: Question): Promise<CoverageRow[]> {
  const { rows } = await tx.query<CoverageRow>(sql`
    with ${placeOf(area)}, asked as (
      select id from unnest(${[...layers]}::text[]) as asked (id)),
    ground as (
      select distinct on (coverage_hash) coverage_hash, coverage_planar
        from land.layer join asked using (id)),
    known as materialized (
      select coverage_hash, st_covers(coverage_planar, shape) as covered from ground, place)
    select id, synthetic, source, covered
      from land.layer join asked using (id) join known using (coverage_hash)`);
  return rows;
}

/** How much of the place lies under a layer's polygons; undefined where the layer is not loaded. */
export async function findCoveredSize(
  tx: Tx,
  area: Area,
  layer: LayerId,
): Promise<number | undefined> {
  const { rows } = await tx.query<{ size: number }>(sql`
    with ${cutPieces(area, [layer])}
    select coalesce((select ${sizeOf(unionOfParts, area)} from piece where dimension = 2), 0)
             as size
      from land.layer where id = ${layer}`);
  return rows[0]?.size;
}

const named = ({ id, name_zh, name_en, class: word }: Named) => ({
  id,
  name: { zh: name_zh, en: name_en },
  class: word,
});

const toMet = (row: MetRow): MetFeature => ({
  ...named(row),
  size: row.size,
  lengthCm: row.length_cm,
  dimension: row.dimension,
});

const toNear = (row: NearRow): NearFeature => ({
  ...named(row),
  metres: row.centimetres / 100,
  reachM: row.reach_m,
});

const by = <Row extends { readonly layer: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.layer, [...(groups.get(row.layer) ?? []), row]);
  return groups;
};

/** Everything the named layers hold at the area: each feature is looked at once. */
export async function readLayers(tx: Tx, question: Question): Promise<Map<string, LayerReading>> {
  const { layers, far = [] } = question;
  const coverage = await listCoverage(tx, question);
  const [metRows, sizeRows] = await listMet(tx, question);
  const nearRows = await listNear(tx, question);
  const seen = new Set(nearRows.map(({ layer }) => layer));
  const unseen = far.filter((layer) => layers.includes(layer) && !seen.has(layer));
  const farRows = unseen.length > 0 ? await listFar(tx, question, unseen) : [];
  const [met, sizes, near] = [by(metRows), by(sizeRows), by([...nearRows, ...farRows])];
  // Polygons that only touch the place along a border do not overlap it.
  const isMet = ({ dimension, size }: MetRow): boolean =>
    dimension < 2 || question.area.dimension === 0 || size > 0;
  return new Map(
    coverage.map(({ id, covered, synthetic, source }): [string, LayerReading] => {
      const covering = (sizes.get(id) ?? []).filter(({ size }) => size > 0);
      return [
        id,
        {
          layer: id,
          covered,
          synthetic,
          source,
          coveredSize: covering.find(({ whole }) => whole)?.size ?? 0,
          classSizes: new Map(
            covering.filter(({ whole }) => !whole).map((row) => [row.class, row.size]),
          ),
          met: (met.get(id) ?? []).filter(isMet).map(toMet),
          near: (near.get(id) ?? []).map(toNear),
        },
      ];
    }),
  );
}

/** Two layers of which the second gives way to the first. */
export type LayerPair = { readonly first: string; readonly second: string };
export type SharedGround = LayerPair & { readonly size: number };

/** How much of the place lies in both layers of a pair; pairs that share nothing are left out. */
export async function listShared(
  tx: Tx,
  area: Area,
  pairs: readonly LayerPair[],
): Promise<SharedGround[]> {
  const layers = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const { rows } = await tx.query<SharedGround>(sql`
    with ${cutPieces(area, layers)},
    cover as (select layer, ${unionOfParts} as part from piece where dimension = 2 group by layer),
    pair as (
      select * from unnest(${pairs.map(({ first }) => first)}::text[],
                           ${pairs.map(({ second }) => second)}::text[]) as pair (first, second)),
    shared as (
      select first, second,
             ${sizeOf(sql`st_intersection(upper.part, lower.part)`, area)} as size
        from pair join cover as upper on upper.layer = first
                  join cover as lower on lower.layer = second)
    select first, second, size from shared where size > 0 order by first, second`);
  return rows;
}
