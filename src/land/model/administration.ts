import type { StatedOrganisation } from "../../people/index.ts";
import { districtTitle } from "./zones.ts";
import type { Ground } from "./ground.ts";

/** The city's own code: that of its districts, with the last four digits at zero. */
const cityCode = (adcode: string): string => `${adcode.slice(0, 2)}0000`;

/** The path of a district in the tree of organisations. */
export const scopeOfDistrict = (adcode: string): string => `${cityCode(adcode)}.${adcode}`;

/** The top of the tree of organisations, as the pack's boundaries state it: city and districts. */
export function organisationsOf({ districts, zones }: Ground): StatedOrganisation[] {
  const [first] = districts.features;
  if (!first) return [];
  const city = cityCode(first.properties.adcode);
  const below = districts.features.map(({ properties }): StatedOrganisation => ({
    path: scopeOfDistrict(properties.adcode),
    parent: city,
    kind: "district",
    title: districtTitle(zones, properties),
  }));
  return [{ path: city, parent: null, kind: "city", title: zones.city.title }, ...below];
}
