import type { DistrictFile } from "./districts.ts";
import type { Zones } from "./zones.ts";

/** What the pack says of the ground: real boundaries and the rings, with the hash of both. */
export type Ground = {
  readonly districts: DistrictFile;
  readonly zones: Zones;
  readonly sha256: string;
};
