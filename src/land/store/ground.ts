import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Value } from "typebox/value";
import type { TSchema } from "typebox";
import { parse } from "yaml";
import { Fault } from "../../base/fault.ts";
import { sha256Hex } from "../../store/hash.ts";
import { DistrictFile } from "../model/districts.ts";
import type { Ground } from "../model/ground.ts";
import { parseSubdistricts } from "../model/subdistricts.ts";
import { Zones } from "../model/zones.ts";

/** The value as the schema's type, named by the caller: inferring it costs the compiler seconds. */
function checked<Type>(schema: TSchema, value: unknown, file: string): Type {
  if (Value.Check(schema, value)) return value as Type;
  const [first] = Value.Errors(schema, value);
  const where = first ? `${first.instancePath} ${first.message}` : "";
  throw unreadable(file, where);
}

const unreadable = (file: string, where: string): Fault =>
  new Fault("ground_unreadable", `${file} is not in the expected form: ${where}`);

/**
 * Reads the boundaries and rings of a pack's folder. @throws Fault when a file is not as expected.
 */
export async function readGround(packFolder: string): Promise<Ground> {
  const files = {
    districts: join(packFolder, "geo/districts.geojson"),
    zones: join(packFolder, "zones.yaml"),
    subdistricts: join(packFolder, "geo/subdistricts.csv"),
  };
  const [districts, zones, list] = await Promise.all([
    readFile(files.districts, "utf8"),
    readFile(files.zones, "utf8"),
    readFile(files.subdistricts, "utf8"),
  ]);
  const subdistricts = parseSubdistricts(list);
  if (!subdistricts) throw unreadable(files.subdistricts, "code,name");
  return {
    districts: checked<DistrictFile>(DistrictFile, JSON.parse(districts), files.districts),
    zones: checked<Zones>(Zones, parse(zones), files.zones),
    subdistricts,
    sha256: sha256Hex([districts, zones, list].map(sha256Hex).join("\n")),
  };
}
