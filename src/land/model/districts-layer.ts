import { districtAreaDm2, planePolygons, type DistrictFile } from "./districts.ts";
import type { MapFeature, MapLayer } from "./layer.ts";
import { districtTitle, districtWord, ringOfDistrict, type Zones } from "./zones.ts";

/** The districts as a layer: real, and speaking for themselves alone. */
export function districtLayer(file: DistrictFile, zones: Zones): MapLayer {
  const features = file.features.map((district): MapFeature => {
    const { adcode } = district.properties;
    const polygons = planePolygons(district);
    return {
      id: adcode,
      name: districtTitle(zones, district.properties),
      geometry: district.geometry,
      planar: { type: "MultiPolygon", coordinates: polygons },
      areaDm2: districtAreaDm2(polygons),
      properties: {
        adcode,
        class: districtWord(zones, adcode) ?? adcode,
        ring: ringOfDistrict(zones, adcode)?.id ?? null,
      },
    };
  });
  return { id: "districts", coverage: boxAround(features), features };
}

/** Districts answer everywhere: a place outside all of them is outside, not unknown. */
function boxAround(features: readonly MapFeature[]): MapLayer["coverage"] {
  const box = (which: "geometry" | "planar") => {
    const points = features.flatMap((feature) =>
      feature[which].type === "MultiPolygon" ? feature[which].coordinates.flat(2) : [],
    );
    const low = (axis: 0 | 1): number =>
      points.reduce((least, at) => Math.min(least, at[axis]), Infinity);
    const high = (axis: 0 | 1): number =>
      points.reduce((most, at) => Math.max(most, at[axis]), -Infinity);
    const [west, south, east, north] = [low(0), low(1), high(0), high(1)];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const;
    return { type: "Polygon", coordinates: [ring] } as const;
  };
  return { geometry: box("geometry"), planar: box("planar") };
}
