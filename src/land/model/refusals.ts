/** What a question to the map may be refused for. */
export type MapRefusal =
  | { code: "layer_unknown"; layer: string }
  | { code: "feature_missing"; layer: string; id: string }
  | { code: "bbox_invalid"; bbox: string }
  | { code: "city_missing" };
