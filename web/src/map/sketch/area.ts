import type { LngLat } from "./geometry.ts";

/** "116.397451,39.908722;…": the corners of a drawn area, to a tenth of a metre. */
export const areaText = (points: readonly LngLat[]): string =>
  points.map(([lng, lat]) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(";");

function cornerOf(word: string): LngLat | undefined {
  const [lng = NaN, lat = NaN, ...rest] = word.split(",").map((part) => Number(part || NaN));
  const isOnEarth = Math.abs(lng) <= 180 && Math.abs(lat) <= 85;
  return isOnEarth && rest.length === 0 ? [lng, lat] : undefined;
}

/** The corners that an address names; undefined where they are no area. */
export function readArea(area: string | undefined): readonly LngLat[] | undefined {
  if (area === undefined) return undefined;
  const corners = area.split(";").map(cornerOf);
  const points = corners.filter((corner) => corner !== undefined);
  return points.length === corners.length && points.length >= 3 ? points : undefined;
}
