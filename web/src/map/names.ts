import type { Feature, FeatureCollection as GeoJson } from "geojson";
import type { Bbox, City, FeatureCollection } from "../api/land.ts";
import { districtNames } from "./district-names.ts";
import { bboxOf, centreOf } from "./feature.ts";

type Properties = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const point = (at: readonly [number, number], properties: Properties): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [...at] },
});

/** The beginning that all names share, without a number or a blank that hangs over. */
export function sharedBeginning(names: readonly string[]): string {
  const [first = "", ...others] = names;
  let length = first.length;
  for (const name of others) {
    while (!name.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length).replace(/[\s\d]+$/, "");
}

/** A compound is named once, in its middle: the part that the names of its buildings share. */
export function compoundNames(buildings: FeatureCollection | undefined): Feature[] {
  const byCompound = new Map<string, FeatureCollection["features"]>();
  for (const feature of buildings?.features ?? []) {
    const compound = text(feature.properties["compound"]);
    if (compound) byCompound.set(compound, [...(byCompound.get(compound) ?? []), feature]);
  }
  return [...byCompound.values()].flatMap((members) => {
    const at = centreOf(members.map(({ geometry }) => geometry.coordinates));
    const name = sharedBeginning(members.map(({ properties }) => text(properties["name"])));
    const english = sharedBeginning(members.map(({ properties }) => text(properties["name_en"])));
    if (!at || name.length < 2 || members.length < 2) return [];
    return [point(at, { kind: "compound", name, name_en: english || name })];
  });
}

/** A block's code stands inside its south-east corner, out of the way of what it holds. */
function blockCodes(blocks: FeatureCollection | undefined): Feature[] {
  return (blocks?.features ?? []).flatMap(({ id, geometry }) => {
    const box: Bbox | undefined = bboxOf(geometry.coordinates);
    return box ? [point([box[2], box[1]], { kind: "block", name: id, name_en: id })] : [];
  });
}

type Named = {
  districts: FeatureCollection | undefined;
  blocks: FeatureCollection | undefined;
  buildings: FeatureCollection | undefined;
};

/** Every name that stands at one point of the map: districts, blocks, compounds. */
export function mapNames({ districts, blocks, buildings }: Named, city: City): GeoJson {
  return {
    type: "FeatureCollection",
    features: [
      ...districtNames(districts, city),
      ...blockCodes(blocks),
      ...compoundNames(buildings),
    ],
  };
}
