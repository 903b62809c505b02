import { invariant } from "../../base/invariant.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { ReadyRow } from "../model/files/ready.ts";
import { endFeatures, featureColumns, nextVersion, type Counts } from "./changes.ts";
import { liesWithin, placeOutside } from "./districts.ts";
import type { Refused, StoredImport } from "./imports.ts";

/** Rows that are in need no second place; what was refused stays to be read. */
export async function dropRows(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`delete from land.import_row where import = ${id}`);
}

/** Forgets what an earlier attempt made ready: a new one begins anew. */
export async function clearRows(tx: Tx, id: string): Promise<void> {
  await dropRows(tx, id);
  await tx.query(sql`delete from land.import_refusal where import = ${id}`);
}

export async function appendRefusals(
  tx: Tx,
  id: string,
  faults: readonly Refused[],
): Promise<void> {
  if (faults.length === 0) return;
  await tx.query(sql`
    insert into land.import_refusal (import, number, fault)
    select ${id}::uuid, number, fault
      from jsonb_to_recordset(${sql.json(faults)}) as line (number int, fault jsonb)
    on conflict do nothing`);
}

/** Makes rows ready; the database itself says of each shape whether it is one. */
export async function appendRows(tx: Tx, id: string, rows: readonly ReadyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(sql`
    with line as (
      select number, id, name_zh, name_en, area_dm2, properties, synthetic, valid_from,
             st_setsrid(st_geomfromgeojson(geom), 4490) as geom,
             st_setsrid(st_geomfromgeojson(planar), 4548) as planar
        from jsonb_to_recordset(${sql.json(rows)})
          as line (number int, id text, name_zh text, name_en text, geom jsonb, planar jsonb,
                   area_dm2 bigint, properties jsonb, synthetic boolean, valid_from date)
    ), wrong as (
      insert into land.import_refusal (import, number, fault)
      select ${id}::uuid, number,
             jsonb_build_object('code', 'shape_invalid', 'detail', (detail).reason,
               'at', jsonb_build_array(round(st_x(place)::numeric, 7),
                                       round(st_y(place)::numeric, 7)))
        from (select number, detail,
                     st_transform(st_setsrid((detail).location, 4548), 4490) as place
                from (select number, st_isvaliddetail(planar) as detail from line
                       where not st_isvalid(planar)) as found) as wrong
      on conflict do nothing
    )
    insert into land.import_row (import, number, id, name_zh, name_en, geom, planar, area_dm2,
                                 properties, synthetic, valid_from)
    select ${id}::uuid, number, id, name_zh, name_en, geom, planar, area_dm2, properties,
           synthetic, valid_from
      from line where st_isvalid(planar)`);
}

/** Refuses rows whose id an earlier row bears: which of them is meant nobody can know. */
export async function refuseTwice(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`
    with twice as (
      delete from land.import_row as later
       where import = ${id}
         and exists (select 1 from land.import_row as earlier
                      where earlier.import = later.import and earlier.id = later.id
                        and earlier.number < later.number)
      returning number, id
    )
    insert into land.import_refusal (import, number, fault)
    select ${id}::uuid, number, jsonb_build_object('code', 'id_twice', 'detail', id) from twice`);
}

/** Refuses rows that reach beyond the import's district, or would replace what does. */
export async function refuseForeign(tx: Tx, { id, layer }: StoredImport, district: string) {
  const { rows } = await tx.query(sql`
    with astray as (
      delete from land.import_row as row
       where row.import = ${id}
         and (not ${liesWithin(sql`row.planar`, district)}
              or exists (select from land.feature as feature
                          where feature.layer = ${layer} and feature.id = row.id
                            and not ${liesWithin(sql`feature.planar`, district)}))
      returning row.number, row.planar
    ), told as (
      insert into land.import_refusal (import, number, fault)
      select ${id}::uuid, number,
             jsonb_build_object('code', 'outside_district', 'detail', ${district}::text,
                                'at', ${placeOutside(sql`astray.planar`, district)})
        from astray
      returning 1
    )
    select count(*) from told`);
  invariant(rows.length === 1, "the rows were held against the district");
}

export async function countRows(
  tx: Tx,
  id: string,
): Promise<{ readonly good: number; readonly refused: number }> {
  const { rows } = await tx.query<{ good: number; refused: number }>(sql`
    select (select count(*)::int from land.import_row where import = ${id}) as good,
           (select count(*)::int from land.import_refusal where import = ${id}) as refused`);
  return rows[0]!;
}

type Switch = { readonly change: string; readonly day: string; readonly isInPlace: boolean };

/** Puts the rows that are ready onto the map, in place of what bears their ids. */
export async function switchRows(
  tx: Tx,
  { id, layer, district }: StoredImport,
  { change, day, isInPlace }: Switch,
): Promise<Counts> {
  const began = sql`(select row.valid_from from land.import_row as row
                      where row.import = ${id} and row.id = ended.id)`;
  const replaced = await endFeatures(tx, {
    change,
    // A new version that reaches back leaves no day to two versions.
    day: sql`least(${day}::date, coalesce(${began}, ${day}::date))`,
    which: sql`layer = ${layer}
      and exists (select 1 from land.import_row as row
                   where row.import = ${id} and row.id = feature.id)`,
  });
  const inPlace = district === null ? sql`true` : liesWithin(sql`feature.planar`, district);
  const retired = isInPlace
    ? await endFeatures(tx, {
        change,
        day: sql`${day}::date`,
        which: sql`layer = ${layer} and synthetic and ${inPlace}`,
      })
    : 0;
  const { rows } = await tx.query<{ count: number }>(sql`
    with standing as (
      insert into land.feature (${featureColumns})
      select ${layer}, row.id, ${nextVersion(sql`${layer}`, sql`row.id`)}, name_zh, name_en, geom,
             planar, area_dm2, properties, synthetic, coalesce(valid_from, ${day}::date),
             ${change}::uuid
        from land.import_row as row where import = ${id}
      returning 1
    )
    select count(*)::int as count from standing`);
  return { added: (rows[0]?.count ?? 0) - replaced, replaced, retired };
}
