import type { DistrictFile } from "./districts.ts";
import type { Subdistrict } from "./subdistricts.ts";
import type { Zones } from "./zones.ts";

/** What the pack says of the ground: boundaries, subdistricts, rings, with the hash of all. */
export type Ground = {
  readonly districts: DistrictFile;
  readonly zones: Zones;
  readonly subdistricts: readonly Subdistrict[];
  readonly sha256: string;
};
