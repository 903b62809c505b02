import { geometryFromGeoJson } from "../../store/geometry.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Crs } from "../model/crs.ts";
import type { Comparison, Condition, Literal } from "../model/cql/expression.ts";
import type { Geometry } from "../model/shape.ts";

/** Columns of a feature that filters know by a name of their own. */
const ownColumns: Readonly<Record<string, Fragment>> = {
  id: sql`to_jsonb(id)`,
  name: sql`to_jsonb(name_zh)`,
  name_en: sql`to_jsonb(name_en)`,
  synthetic: sql`to_jsonb(synthetic)`,
  valid_from: sql`to_jsonb(valid_from::text)`,
};

/** Names of the columns that every layer has. */
export const ownProperties: readonly string[] = Object.keys(ownColumns);

const valueOf = (property: string): Fragment =>
  ownColumns[property] ?? sql`properties->${property}::text`;

const signs: Readonly<Record<Comparison, Fragment>> = {
  "=": sql`=`,
  "<>": sql`<>`,
  "<": sql`<`,
  ">": sql`>`,
  "<=": sql`<=`,
  ">=": sql`>=`,
};

/** Values of two kinds are neither equal nor different: such a feature does not answer. */
const compare = (property: string, by: Comparison, value: Literal): Fragment => sql`
  (case when jsonb_typeof(${valueOf(property)}) = ${typeof value}
        then ${valueOf(property)} ${signs[by]} ${sql.json(value)} end)`;

/** A geometry of an address in degrees, its coordinates in the order that its system has. */
export function inDegrees(geometry: Geometry, { srid, isNorthFirst }: Crs): Fragment {
  const given = geometryFromGeoJson(geometry, srid);
  const ordered = isNorthFirst ? sql`st_flipcoordinates(${given})` : given;
  return srid === 4490 ? ordered : sql`st_transform(${ordered}, 4490)`;
}

/** A sign that would escape what does not follow stands for itself. */
const wholePattern = (pattern: string): string =>
  /(^|[^\\])(\\\\)*\\$/.test(pattern) ? `${pattern}\\` : pattern;

/** A condition as SQL; every word of it that came from outside is a parameter. */
export function conditionSql(condition: Condition, crs: Crs): Fragment {
  switch (condition.kind) {
    case "all":
      return sql.and(condition.parts.map((part) => conditionSql(part, crs)));
    case "any":
      return sql.or(condition.parts.map((part) => conditionSql(part, crs)));
    case "not":
      return sql`(not ${conditionSql(condition.part, crs)})`;
    case "truth":
      return condition.isTrue ? sql`true` : sql`false`;
    case "compare":
      return compare(condition.property, condition.by, condition.value);
    case "like":
      return sql`(${valueOf(condition.property)} #>> '{}') like ${wholePattern(condition.pattern)}`;
    case "in":
      return sql.or(condition.values.map((value) => compare(condition.property, "=", value)));
    case "between":
      return sql.and([
        compare(condition.property, ">=", condition.from),
        compare(condition.property, "<=", condition.to),
      ]);
    case "empty":
      return sql`coalesce(jsonb_typeof(${valueOf(condition.property)}), 'null') = 'null'`;
    case "meets":
      return sql`st_intersects(geom, ${inDegrees(condition.geometry, crs)})`;
  }
}
