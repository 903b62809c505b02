import type { GeoJSONSource, Map, MapMouseEvent } from "maplibre-gl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Bbox } from "../../api/land.ts";
import type { Spot } from "../address.ts";
import type { LngLat } from "../sketch/geometry.ts";
import { drawnBy, type StyleInput } from "../style/layer.ts";
import type { View } from "../view.ts";
import { createMap } from "./createMap.ts";
import { repaint } from "./repaint.ts";
import { hitOf, type MapHit } from "./hit.ts";
import type { Drawing } from "./drawing.ts";
import { useTilesAnew } from "./useTilesAnew.ts";

export type MapCanvasProps = {
  className?: string;
  input: StyleInput;
  bbox: Bbox;
  spot: Spot | undefined;
  words: { watermark: string; label: string };
  /** What the page itself draws now, by source. */
  drawings: readonly Drawing[];
  hidden: ReadonlySet<string>;
  cursor?: "pick" | "draw";
  onReady: (map: Map) => void;
  /** Something of the map did not come, or could not be drawn. */
  onFault: () => void;
  onView?: (view: View) => void;
  onClick?: (hit: MapHit) => void;
  onDouble?: () => void;
  onPointer?: (at: LngLat) => void;
};

function viewOf(map: Map): View {
  const centre = map.getCenter();
  const bounds = map.getBounds();
  return {
    zoom: map.getZoom(),
    centre: [centre.lng, centre.lat],
    bbox: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
  };
}

/** Makes the map once, and tells when its style stands. */
function useMap(props: MapCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Map>();
  const start = useEffectEvent((container: HTMLElement) =>
    createMap({ container, ...props, ...props.words }),
  );
  const ready = useEffectEvent((made: Map) => {
    props.onReady(made);
    props.onView?.(viewOf(made));
    setMap(made);
  });
  const view = useEffectEvent((made: Map) => props.onView?.(viewOf(made)));
  const fault = useEffectEvent((error: unknown) => {
    console.error("The map lacks something:", error);
    props.onFault();
  });

  useEffect(() => {
    if (!place.current) return;
    const made = start(place.current);
    made.once("style.load", () => ready(made));
    made.on("moveend", () => view(made));
    made.on("error", ({ error }) => fault(error));
    return () => made.remove();
  }, []);
  return { place, map };
}

function useDrawn(map: Map | undefined, drawings: readonly Drawing[]) {
  const last = useRef(new WeakMap<Map, globalThis.Map<string, unknown>>());
  useEffect(() => {
    if (!map) return;
    const known = last.current.get(map) ?? new globalThis.Map<string, unknown>();
    last.current.set(map, known);
    for (const { source, features } of drawings) {
      if (known.get(source) === features) continue;
      known.set(source, features);
      void map.getSource<GeoJSONSource>(source)?.setData(features);
    }
  }, [map, drawings]);
}

function useLook(map: Map | undefined, props: MapCanvasProps) {
  const { input, words, hidden } = props;
  useEffect(() => {
    if (map) repaint(map, input, words.watermark);
  }, [map, input, words.watermark]);

  useEffect(() => {
    if (!map) return;
    for (const layer of map.getStyle().layers) {
      if (!("source" in layer)) continue;
      const visibility = hidden.has(drawnBy(layer.id)) ? "none" : "visible";
      map.setLayoutProperty(layer.id, "visibility", visibility);
    }
  }, [map, hidden]);

  useEffect(() => {
    if (map) map.getCanvas().setAttribute("aria-label", words.label);
  }, [map, words.label]);
}

function usePointer(map: Map | undefined, props: MapCanvasProps) {
  const click = useEffectEvent((made: Map, event: MapMouseEvent) =>
    props.onClick?.(hitOf(made, event)),
  );
  const double = useEffectEvent(() => props.onDouble?.());
  const pointer = useEffectEvent((at: LngLat) => props.onPointer?.(at));
  useEffect(() => {
    if (!map) return;
    map.on("click", (event) => click(map, event));
    map.on("dblclick", () => double());
    map.on("mousemove", ({ lngLat }) => pointer([lngLat.lng, lngLat.lat]));
  }, [map]);

  useEffect(() => {
    if (!map) return;
    map.getCanvas().style.cursor = props.cursor === "draw" ? "crosshair" : "";
    if (props.cursor === "draw") map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
  }, [map, props.cursor]);
}

/** The drawn map. It shows what it is given and says what was clicked; it decides nothing. */
export default function MapCanvas(props: MapCanvasProps) {
  const { place, map } = useMap(props);
  useDrawn(map, props.drawings);
  useLook(map, props);
  usePointer(map, props);
  useTilesAnew(map);
  return <div ref={place} className={props.className ?? "canvas"} />;
}
