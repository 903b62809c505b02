import { sql, type Fragment } from "./sql.ts";

/** EPSG codes: GeoJSON and the wire use longitude and latitude, areas are measured in 4548. */
export type Srid = 4326 | 4490 | 4548 | 3857;

/** A GeoJSON geometry whose coordinates are already in `srid`, as PostGIS geometry. */
export function geometryFromGeoJson(value: object, srid: Srid): Fragment {
  return sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(value)}::text), ${srid}::int)`;
}

/** A geometry column as GeoJSON in its own coordinates, parsed; `digits` after the point. */
export function asGeoJson(column: Fragment, digits = 9): Fragment {
  return sql`st_asgeojson(${column}, ${digits}::int, 0)::jsonb`;
}
