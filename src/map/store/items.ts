import type { Publisher, Span } from "../../land/index.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Crs } from "../model/crs.ts";
import type { Condition } from "../model/cql/expression.ts";
import type { Geometry } from "../model/shape.ts";
import { conditionSql, inDegrees } from "./filter.ts";

/** Which features of a layer are asked for, and in which system their places are told. */
export type ItemOrder = {
  readonly publisher: Publisher;
  readonly layer: string;
  readonly crs: Crs;
  readonly span: Span | undefined;
  readonly box: { readonly geometry: Geometry; readonly crs: Crs } | undefined;
  readonly filter: { readonly condition: Condition; readonly crs: Crs } | undefined;
  /** The id after which the page begins. */
  readonly after: string | undefined;
  readonly limit: number;
};

/** A feature in pieces of JSON, as the database wrote them: nothing is read only to be written. */
export type ItemRow = {
  readonly id: string;
  readonly geometry: string;
  /** The layer's own properties, none of them under a name that every feature has. */
  readonly properties: string;
  readonly name: string;
  readonly name_en: string;
  readonly synthetic: boolean;
  readonly valid_from: string | null;
};

const everyFeatureHas = ["name", "name_en", "synthetic", "valid_from"] as const;

const shapeIn = ({ srid, isNorthFirst, digits }: Crs): Fragment => {
  const stored = srid === 4548 ? sql`planar` : sql`geom`;
  const moved = srid === 3857 ? sql`st_transform(geom, 3857)` : stored;
  const ordered = isNorthFirst ? sql`st_flipcoordinates(${moved})` : moved;
  return sql`st_asgeojson(${ordered}, ${digits}::int, 0)`;
};

const columnsIn = (crs: Crs): Fragment => sql`
  id, ${shapeIn(crs)} as geometry, name_zh as name, name_en, synthetic, valid_from,
  case when properties ?| ${everyFeatureHas}::text[] then properties - ${everyFeatureHas}::text[]
       else properties end ::text as properties`;

const relationOf = ({ publisher, span }: Pick<ItemOrder, "publisher" | "span">): Fragment =>
  span ? publisher.featuresWithin(span) : publisher.features;

/** What of a layer is asked for. */
function asked({ layer, box, filter, after }: ItemOrder): Fragment {
  const shape = box && inDegrees(box.geometry, box.crs);
  return sql.and([
    sql`layer = ${layer}`,
    ...(after === undefined ? [] : [sql`id > ${after}`]),
    // What lies in the box as a whole meets it, and need not be looked at closely.
    ...(shape
      ? [sql`geom && ${shape} and (geom @ ${shape} or st_intersects(geom, ${shape}))`]
      : []),
    ...(filter ? [conditionSql(filter.condition, filter.crs)] : []),
  ]);
}

/**
 * A page of features in the order of their ids, however many there are in all: ids are put in order
 * alone, and the features of the page are read then.
 */
export async function listItems(tx: Tx, order: ItemOrder): Promise<ItemRow[]> {
  const { layer, crs, limit } = order;
  const relation = relationOf(order);
  const { rows } = await tx.query<ItemRow>(sql`
    with page as materialized (
      select id from ${relation} as feature where ${asked(order)} order by id limit ${limit}
    )
    select ${columnsIn(crs)}
      from page join ${relation} as feature using (id)
     where layer = ${layer}
     order by id`);
  return rows;
}

/** One feature as it stands today. */
export async function findItem(
  tx: Tx,
  { publisher, layer, crs }: Pick<ItemOrder, "publisher" | "layer" | "crs">,
  id: string,
): Promise<ItemRow | undefined> {
  const { rows } = await tx.query<ItemRow>(sql`
    select ${columnsIn(crs)}
      from ${publisher.features} as feature
     where layer = ${layer} and id = ${id}`);
  return rows[0];
}

/** A property by which features may be asked for, and the kind of its values. */
export type Queryable = { readonly name: string; readonly type: string };

/** The properties that features of a layer have or had, of whatever age the feature is. */
export async function listQueryables(
  tx: Tx,
  { properties }: Publisher,
  layer: string,
): Promise<Queryable[]> {
  const { rows } = await tx.query<Queryable>(sql`
    select name, coalesce(kind, 'string') as type
      from ${properties} as property
     where layer = ${layer}
     order by name`);
  return rows;
}
