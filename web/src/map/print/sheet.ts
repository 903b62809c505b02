import type { View } from "../view.ts";

/** The map's window on a sheet of A3 across, in millimetres. */
export const windowMm = { wide: 396, high: 240 } as const;

const pxPerMm = 96 / 25.4;

/** The same window in the pixels of a style sheet. */
export const windowPx = {
  wide: Math.round(windowMm.wide * pxPerMm),
  high: Math.round(windowMm.high * pxPerMm),
} as const;

/** The zoom at which the sheet shows as much ground across as the screen did. */
export const sheetZoom = (zoom: number, screenPx: number): number =>
  zoom + Math.log2(windowPx.wide / screenPx);

const equatorMetres = 40_075_016.7;

/** The N of 1:N on the paper, at the middle of the view. */
export function scaleNumber({ zoom, centre }: Pick<View, "zoom" | "centre">): number {
  const metresPerPx = (equatorMetres * Math.cos((centre[1] * Math.PI) / 180)) / 2 ** (zoom + 9);
  return metresPerPx * 1000 * pxPerMm;
}

/** To two figures: more would promise what a screen's map does not hold. */
export function scaleText(number: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 1);
  return `1:${(Math.round(number / step) * step).toLocaleString("en")}`;
}
