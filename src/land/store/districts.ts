import { invariant } from "../../base/invariant.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";

/**
 * Metres by which a shape may reach over the border of its district: coordinates are kept to a
 * centimetre, and whoever traces a border never meets it to the point.
 */
const toleranceM = 1;

const widened = (planar: Fragment): Fragment => sql`st_buffer(${planar}, ${toleranceM}::float8)`;

/** The ground of a district with the tolerance around it; null where there is no such district. */
const groundOf = (district: string): Fragment => sql`
  (select ${widened(sql`home.planar`)} from land.feature as home
    where home.layer = 'districts' and home.id = ${district})`;

/** Whether all of a shape, in metres, lies in a district. */
export const liesWithin = (planar: Fragment, district: string): Fragment =>
  sql`coalesce(st_covers(${groundOf(district)}, ${planar}), false)`;

/** A point of a shape outside of a district, in degrees; any of its points where none is. */
export const placeOutside = (planar: Fragment, district: string): Fragment => sql`
  (select jsonb_build_array(round(st_x(place)::numeric, 7), round(st_y(place)::numeric, 7))
     from (select st_transform(coalesce(
             (select point.geom from st_dumppoints(${planar}) as point
               where not ${liesWithin(sql`point.geom`, district)} limit 1),
             st_pointonsurface(${planar})), 4490) as place) as beyond)`;

/** Where a shape reaches beyond a district; undefined where it does not. */
export async function findStray(
  tx: Tx,
  planar: Fragment,
  district: string,
): Promise<readonly number[] | undefined> {
  const shape = sql`drawn.planar`;
  const { rows } = await tx.query<{ within: boolean; at: number[] }>(sql`
    select ${liesWithin(shape, district)} as within, ${placeOutside(shape, district)} as at
      from (select ${planar} as planar) as drawn`);
  const [found] = rows;
  invariant(found, "a shape lies within a district or does not");
  return found.within ? undefined : found.at;
}

/** The district in which all of a shape lies; undefined where it lies in no single one. */
export async function findHome(tx: Tx, planar: Fragment): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(sql`
    select home.id
      from (select ${planar} as planar) as drawn
      join land.feature as home
        on home.layer = 'districts'
       and home.planar && st_expand(drawn.planar, ${toleranceM}::float8)
       and st_covers(${widened(sql`home.planar`)}, drawn.planar)
     order by st_covers(home.planar, drawn.planar) desc, home.id
     limit 1`);
  return rows[0]?.id;
}
