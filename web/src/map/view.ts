import type { Bbox } from "../api/land.ts";

/** What the map shows now. */
export type View = {
  readonly zoom: number;
  readonly centre: readonly [number, number];
  readonly bbox: Bbox;
};

/** The zoom from which a reader sees blocks rather than the city. */
export const blockZoom = 12;

/** Boxes are asked for in steps, so that a small move asks for nothing anew. */
export function snapped(bbox: Bbox, zoom: number): Bbox {
  const step = 360 / 2 ** Math.min(15, Math.max(6, Math.floor(zoom)));
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  return [down(bbox[0]), down(bbox[1]), up(bbox[2]), up(bbox[3])].map(
    (value) => Math.round(value * 1e6) / 1e6,
  ) as Bbox;
}

const nice = [1, 2, 5];

/** The longest round distance that fits into the width, and how wide it is drawn. */
export function scaleBar(
  { zoom, centre }: Pick<View, "zoom" | "centre">,
  widthPx: number,
): { metres: number; px: number } {
  const metresPerPx = (40_075_016.7 * Math.cos((centre[1] * Math.PI) / 180)) / 2 ** (zoom + 9);
  const most = widthPx * metresPerPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (nice.findLast((step) => step * power <= most) ?? 1);
  return { metres, px: metres / metresPerPx };
}

export const distanceText = (metres: number): string =>
  metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;

/** "116.4803° E 39.9202° N" */
export function coordinateText([lng, lat]: readonly [number, number]): string {
  const east = lng >= 0 ? "E" : "W";
  const north = lat >= 0 ? "N" : "S";
  return `${Math.abs(lng).toFixed(4)}° ${east} ${Math.abs(lat).toFixed(4)}° ${north}`;
}

/** Whether two boxes share any ground, be it an edge. */
export const overlaps = (one: Bbox, other: Bbox): boolean =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
