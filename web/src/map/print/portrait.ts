import { Map } from "maplibre-gl";
import { setPatterns } from "../style/patterns.ts";
import type { StyleInput } from "../style/layer.ts";
import type { View } from "../view.ts";
import { sheetZoom, windowPx } from "./sheet.ts";

export type Portrait = {
  /** The drawn map as an image's address. */
  readonly image: string;
  readonly view: Pick<View, "zoom" | "centre">;
};

/** Twice the pixels of a screen: lines stay lines on paper. */
const pixelRatio = 2;

/** Draws the map that stands on the screen anew in the size of the sheet. */
export async function portray(
  screen: Map,
  { palette }: StyleInput,
  watermark: string,
): Promise<Portrait> {
  const place = document.createElement("div");
  place.className = "portrait";
  place.style.width = `${windowPx.wide}px`;
  place.style.height = `${windowPx.high}px`;
  document.body.append(place);
  const { lng, lat } = screen.getCenter();
  const zoom = sheetZoom(screen.getZoom(), screen.getContainer().clientWidth);
  const map = new Map({
    container: place,
    style: screen.getStyle(),
    center: [lng, lat],
    zoom,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  map.on("styleimagemissing", () => setPatterns(map, palette, watermark));
  map.on("style.load", () => setPatterns(map, palette, watermark));
  try {
    await map.once("idle");
    return { image: map.getCanvas().toDataURL("image/png"), view: { zoom, centre: [lng, lat] } };
  } finally {
    map.remove();
    place.remove();
  }
}
