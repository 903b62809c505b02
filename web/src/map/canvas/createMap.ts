import { Map, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Bbox } from "../../api/land.ts";
import { setPatterns } from "../style/patterns.ts";
import { style } from "../style/style.ts";
import type { StyleInput } from "../style/layer.ts";

setWorkerUrl(workerUrl);

export type MapStart = {
  container: HTMLElement;
  input: StyleInput;
  bbox: Bbox;
  watermark: string;
  label: string;
};

/** Creates the map over the given box. Attribution and scale stand in the margin strip, not on it. */
export function createMap({ container, input, bbox, watermark, label }: MapStart): Map {
  const map = new Map({
    container,
    style: style(input),
    bounds: bbox,
    fitBoundsOptions: { padding: paddingFor(container.clientWidth, "city") },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 19,
    minZoom: 6,
    locale: { "Map.Title": label },
  });
  map.touchZoomRotate.disableRotation();
  map.on("styleimagemissing", () => setPatterns(map, input.palette, watermark));
  map.on("load", () => setPatterns(map, input.palette, watermark));
  return map;
}

/** What the panels cover: the map fits things into what is left. */
export function paddingFor(widthPx: number, panel: "city" | "place") {
  if (widthPx <= 760) {
    return panel === "city"
      ? { left: 16, right: 16, top: 64, bottom: 300 }
      : { left: 24, right: 24, top: 80, bottom: 24 };
  }
  const right = panel === "place" ? 40 : 404;
  return { left: 264, right: Math.min(right, widthPx / 3), top: 72, bottom: 40 };
}
