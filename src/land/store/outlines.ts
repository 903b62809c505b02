import { asGeoJson } from "../../store/geometry.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { DistrictOutline } from "../model/files/city-outline.ts";
import { polygonsOf } from "../model/files/shape.ts";
import type { FileShape } from "../model/files/table.ts";

/** The districts as they stand, in metres. */
export async function listOutlines(tx: Tx): Promise<DistrictOutline[]> {
  const { rows } = await tx.query<{ adcode: string; name: string; planar: FileShape }>(sql`
    select id as adcode, name_zh as name, ${asGeoJson(sql`planar`, 2)} as planar
      from land.feature where layer = 'districts' order by id`);
  return rows.map(({ planar, ...row }) => ({ ...row, polygons: polygonsOf(planar) }));
}
