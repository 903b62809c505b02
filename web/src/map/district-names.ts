import type { Feature } from "geojson";
import type { City, FeatureCollection } from "../api/land.ts";
import { bboxOf, centreOf } from "./feature.ts";

/** Districts smaller than this get a smaller name, so that the inner city stays legible. */
const smallKm2 = 600;

/** On a map of districts the word for district goes without saying. */
const short = (name: string): string =>
  name.length > 2 && name.endsWith("区") ? name.slice(0, -1) : name.replace(/ District$/, "");

function size(part: unknown): number {
  const box = bboxOf(part);
  return box ? (box[2] - box[0]) * (box[3] - box[1]) : 0;
}

/** The middle of the largest part: a district with an exclave is named once. */
function nameAt({ type, coordinates }: FeatureCollection["features"][number]["geometry"]) {
  if (type !== "MultiPolygon") return centreOf(coordinates);
  const [largest] = [...coordinates].sort((a, b) => size(b) - size(a));
  return centreOf(largest);
}

/** One point a district, with its name in both languages and how soon it yields to others. */
export function districtNames(districts: FeatureCollection | undefined, city: City): Feature[] {
  return (districts?.features ?? []).flatMap(({ id, geometry }): Feature[] => {
    const district = city.districts.find(({ adcode }) => adcode === id);
    const at = nameAt(geometry);
    if (!district || !at) return [];
    const { title, areaKm2 } = district;
    const properties = {
      kind: "district",
      name: short(title.zh),
      name_en: short(title.en),
      isSmall: areaKm2 < smallKm2,
      rank: -areaKm2,
    };
    return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: [...at] } }];
  });
}
