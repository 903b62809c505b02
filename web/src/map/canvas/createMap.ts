import { Map, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Bbox } from "../../api/land.ts";
import type { Spot } from "../address.ts";
import { setPatterns } from "../style/patterns.ts";
import { style } from "../style/style.ts";
import type { StyleInput } from "../style/layer.ts";

setWorkerUrl(workerUrl);

export type MapStart = {
  container: HTMLElement;
  input: StyleInput;
  bbox: Bbox;
  /** The exact view to begin with; else the box is seen whole. */
  spot: Spot | undefined;
  hidden: ReadonlySet<string>;
  watermark: string;
  label: string;
};

/**
 * Creates the map over the given box or at the spot. Attribution and scale stand in the margin
 * strip, not on it.
 */
export function createMap(start: MapStart): Map {
  const { container, input, bbox, spot, hidden, watermark, label } = start;
  const box = { bounds: bbox, fitBoundsOptions: { padding: paddingFor(container) } };
  const map = new Map({
    container,
    style: style(input, hidden),
    ...(spot ? { center: [...spot.centre], zoom: spot.zoom } : box),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 19,
    minZoom: 6,
    locale: { "Map.Title": label },
  });
  map.touchZoomRotate.disableRotation();
  map.on("styleimagemissing", () => setPatterns(map, input.palette, watermark));
  map.on("style.load", () => setPatterns(map, input.palette, watermark));
  return map;
}

const narrowPx = 760;

/** What the panels cover: the city fits into what is left. */
function paddingFor({ clientWidth: width, clientHeight: height }: HTMLElement) {
  if (width > narrowPx) return { left: 264, right: Math.min(404, width / 3), top: 72, bottom: 40 };
  // Beside a picked place the map is low, and nothing but the search field covers it.
  const isLow = height < 420;
  return { left: 16, right: 16, top: isLow ? 64 : 108, bottom: isLow ? 8 : height * 0.47 };
}
