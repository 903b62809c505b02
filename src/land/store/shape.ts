import { sql, type Fragment } from "../../store/sql.ts";
import type { Drawing } from "../model/layer.ts";

/** A shape in metres as geometry. */
export const shapeOf = (planar: Drawing): Fragment =>
  sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(planar)}::text), 4548)`;
