import type { Feature as GeoFeature, FeatureCollection as GeoJson, Polygon } from "geojson";
import type { PlaceLine } from "../../../src/policy/contract.ts";
import type { Feature } from "../api/land.ts";
import { collection } from "./canvas/drawing.ts";

/** What has been picked or is looked at. */
export type Marked = {
  readonly place: PlaceLine | undefined;
  /** What has been drawn and is asked about: it stands on the map before its answer is there. */
  readonly asked: Polygon | undefined;
  readonly seen: Feature | undefined;
};

export const unmarked: Marked = { place: undefined, asked: undefined, seen: undefined };

/** The one thing that stands out on the map, with how it is drawn; empty where nothing does. */
export function markedOf({ place, asked, seen }: Marked): GeoJson {
  const known = place?.geometry as GeoFeature["geometry"] | undefined;
  const geometry = known ?? asked ?? (seen?.geometry as GeoFeature["geometry"] | undefined);
  if (!geometry) return collection([]);
  const role = place?.kind ?? (asked ? "polygon" : "seen");
  return collection([{ type: "Feature", properties: { role }, geometry }]);
}
