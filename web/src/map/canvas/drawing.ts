import type { FeatureCollection } from "geojson";

/** What one source of the map holds. */
export type Drawing = { readonly source: string; readonly features: FeatureCollection };
