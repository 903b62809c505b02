import { asGeoJson, geometryFromGeoJson } from "../../store/geometry.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { FeatureVersion, LayerId } from "../contract.ts";
import type { ReadyRow } from "../model/files/ready.ts";
import type { FileShape } from "../model/files/table.ts";
import { featureColumns, nextVersion } from "./changes.ts";
import { findHome } from "./districts.ts";

/** A feature as it stands, with its version: held until the transaction ends. */
export type Standing = {
  readonly version: number;
  readonly name: string;
  readonly name_en: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly synthetic: boolean;
  readonly geometry: FileShape;
};

export async function lockFeature(
  tx: Tx,
  layer: LayerId,
  id: string,
): Promise<Standing | undefined> {
  const { rows } = await tx.query<Standing>(sql`
    select version, name_zh as name, name_en, properties, synthetic,
           ${asGeoJson(sql`geom`, 7)} as geometry
      from land.feature where layer = ${layer} and id = ${id} for update`);
  return rows[0];
}

/** What the database says against a shape, and where; undefined for a good one. */
export async function findShapeFault(
  tx: Tx,
  planar: FileShape,
): Promise<readonly number[] | undefined> {
  const { rows } = await tx.query<{ at: number[] }>(sql`
    select jsonb_build_array(round(st_x(place)::numeric, 7), round(st_y(place)::numeric, 7)) as at
      from (select st_transform(st_setsrid((st_isvaliddetail(shape)).location, 4548), 4490)
                     as place
              from (select ${geometryFromGeoJson(planar, 4548)} as shape) as drawn
             where not st_isvalid(shape)) as wrong`);
  return rows[0]?.at;
}

type Standard = Pick<ReadyRow, "id" | "name_zh" | "name_en" | "geom" | "planar" | "area_dm2"> & {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly synthetic: boolean;
};

/** Puts one feature onto the map by a change; the answer is its version. */
export async function insertFeature(
  tx: Tx,
  { layer, change, day }: { layer: LayerId; change: string; day: string },
  made: Standard,
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(sql`
    insert into land.feature (${featureColumns})
    values (${layer}, ${made.id}, ${nextVersion(sql`${layer}`, sql`${made.id}`)}, ${made.name_zh},
            ${made.name_en}, ${geometryFromGeoJson(made.geom, 4490)},
            ${geometryFromGeoJson(made.planar, 4548)}, ${made.area_dm2},
            ${sql.json(made.properties)}, ${made.synthetic}, ${day}, ${change})
    returning version`);
  return rows[0]!.version;
}

type VersionRow = Omit<FeatureVersion, "change" | "areaM2"> & {
  readonly area_dm2: number;
  readonly change: string | null;
};

const versionColumns = (end: Fragment): Fragment => sql`
  version, valid_from as "validFrom", ${end} as "validTo", name_zh as name, area_dm2, synthetic,
  properties, ${asGeoJson(sql`geom`, 7)} as geometry, change`;

/** Every version of a feature, the newest first. */
export async function listVersions(tx: Tx, layer: LayerId, id: string): Promise<VersionRow[]> {
  const { rows } = await tx.query<VersionRow>(sql`
    select ${versionColumns(sql`null::date`)}
      from land.feature where layer = ${layer} and id = ${id}
    union all
    select ${versionColumns(sql`valid_to`)}
      from land.feature_past where layer = ${layer} and id = ${id}
    order by version desc`);
  return rows;
}

/** The district in which all of a feature lies; undefined for what is the whole city's. */
export async function findFeatureHome(
  tx: Tx,
  layer: string,
  id: string,
): Promise<string | undefined> {
  // By the districts themselves rights are decided: they are the whole city's.
  if (layer === "districts") return undefined;
  return findHome(tx, sql`(select planar from land.feature where layer = ${layer} and id = ${id})`);
}
