import type { Feature, FeatureCollection } from "geojson";

/** What one source of the map holds. */
export type Drawing = { readonly source: string; readonly features: FeatureCollection };

export const collection = (features: Feature[]): FeatureCollection => ({
  type: "FeatureCollection",
  features,
});
