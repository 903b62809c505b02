import type { FeatureCollection as GeoJson } from "geojson";
import type { FeatureCollection } from "../../api/land.ts";

/** What one source of the map holds. */
export type Drawing = { readonly source: string; readonly features: GeoJson };

const made = new WeakMap<FeatureCollection, GeoJson>();

/** Puts a feature's id among its properties, because the drawn map forgets ids that are words. */
export function drawable(collection: FeatureCollection): GeoJson {
  const before = made.get(collection);
  if (before) return before;
  const features = collection.features.map(({ id, geometry, properties }) => ({
    type: "Feature",
    geometry,
    properties: { ...properties, id },
  }));
  const drawn = { type: "FeatureCollection", features } as unknown as GeoJson;
  made.set(collection, drawn);
  return drawn;
}
