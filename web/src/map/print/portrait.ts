import { Map } from "maplibre-gl";
import { repaint } from "../canvas/repaint.ts";
import { drawnBy, type StyleInput } from "../style/layer.ts";
import { readPaperPalette } from "../style/palette.ts";
import { setPatterns } from "../style/patterns.ts";
import type { View } from "../view.ts";
import { sheetZoom, windowPx } from "./sheet.ts";

export type Portrait = {
  /** The drawn map as an image's address. */
  readonly image: string;
  readonly view: Pick<View, "zoom" | "centre">;
  /** The layers of which something is on the image. */
  readonly drawn: ReadonlySet<string>;
};

/** Why a sheet was not drawn. */
export type SheetFault = "code" | "canvas" | "tiles" | "image";

const notDrawn = (fault: SheetFault, cause?: unknown): Error & { fault: SheetFault } =>
  Object.assign(new Error(`The sheet was not drawn: ${fault}`, { cause }), { fault });

/** Twice the pixels of a screen: lines stay lines on paper. */
const pixelRatio = 2;

function placeOfSheet(): HTMLElement {
  const place = document.createElement("div");
  place.className = "portrait";
  place.style.width = `${windowPx.wide}px`;
  place.style.height = `${windowPx.high}px`;
  document.body.append(place);
  return place;
}

function mapOn(container: HTMLElement, screen: Map): Map {
  try {
    return new Map({
      container,
      style: screen.getStyle(),
      center: screen.getCenter(),
      zoom: sheetZoom(screen.getZoom(), screen.getContainer().clientWidth),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      pixelRatio,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
  } catch (cause) {
    throw notDrawn("canvas", cause);
  }
}

/** The drawn map as an image, unless something of it is missing. */
async function portraitOf(map: Map, faults: readonly unknown[]): Promise<Portrait> {
  await map.once("idle");
  if (faults.length > 0) throw notDrawn("tiles", faults[0]);
  const image = map.getCanvas().toDataURL("image/png");
  // A browser that has no room for the image gives an empty one.
  if (image === "data:,") throw notDrawn("image");
  const { lng, lat } = map.getCenter();
  const drawn = new Set(map.queryRenderedFeatures().map(({ layer }) => drawnBy(layer.id)));
  return { image, view: { zoom: map.getZoom(), centre: [lng, lat] }, drawn };
}

/** Draws the map that stands on the screen anew in the size of the sheet, in colours for paper. */
export async function portray(
  screen: Map,
  input: StyleInput,
  watermark: string,
): Promise<Portrait> {
  const place = placeOfSheet();
  const onPaper = { ...input, palette: readPaperPalette() };
  const faults: unknown[] = [];
  let map: Map | undefined;
  try {
    const made = mapOn(place, screen);
    map = made;
    made.on("error", ({ error }) => faults.push(error));
    made.on("styleimagemissing", () => setPatterns(made, onPaper.palette, watermark));
    made.on("style.load", () => repaint(made, onPaper, watermark));
    return await portraitOf(made, faults);
  } finally {
    map?.remove();
    place.remove();
  }
}
