import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { decodeDistricts, stepsPerDegree, type EncodedMap } from "./decode.ts";

const map = createRequire(import.meta.url).resolve(
  "echarts-districts/map/json/province/beijing.json",
);

/**
 * The districts as echarts 4 published them, as GeoJSON: in GCJ-02, though the file says nothing of
 * it and every program takes it for WGS 84.
 */
export function originalDistricts(): string {
  const encoded = JSON.parse(readFileSync(map, "utf8")) as EncodedMap;
  const features = decodeDistricts(encoded).map(({ adcode, name, rings }) => ({
    type: "Feature",
    properties: { adcode, name },
    geometry: {
      type: "MultiPolygon",
      coordinates: rings.map((ring) => [ring.map((at) => at.map((step) => step / stepsPerDegree))]),
    },
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}
