import type { Map } from "maplibre-gl";
import { useEffect } from "react";
import { useFeature, type Bbox } from "../api/land.ts";
import { readSpot } from "./address.ts";
import { bboxOf } from "./feature.ts";

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const narrowPx = 760;

/** Whether the title block with the table of rings covers the right side. */
type Room = "whole" | "beside-cart";

function padding(map: Map, room: Room) {
  const widthPx = map.getContainer().clientWidth;
  if (widthPx <= narrowPx) return { left: 24, right: 24, top: 76, bottom: 24 };
  return { left: 264, right: room === "whole" ? 48 : 420, top: 80, bottom: 48 };
}

/** Flying over half the city shows nothing on the way: a far target is simply there. */
function isFar(map: Map, [west, south, east, north]: Bbox): boolean {
  const seen = map.getBounds();
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2];
  const isSmall = (east - west) * 40 < seen.getEast() - seen.getWest();
  return isSmall || !seen.contains(middle);
}

/** Brings a box into what the panels leave free. */
function showBox(map: Map, bbox: Bbox, room: Room): void {
  map.fitBounds(bbox, {
    padding: padding(map, room),
    maxZoom: 16.2,
    duration: isStill() || isFar(map, bbox) ? 0 : 500,
  });
}

type Target = {
  /** A box just asked for; it waits for the map where the map is not there yet. */
  box: Bbox | undefined;
  see: string | undefined;
  /** The exact view that an address names. */
  at: string | undefined;
  place: { key: string; coordinates: unknown } | undefined;
};

/** Goes to what the address names, and to what is picked where it lies outside the view. */
export function useCamera(map: Map | undefined, { box: asked, see, at, place }: Target): void {
  useEffect(() => {
    if (map && asked) showBox(map, asked, "whole");
  }, [map, asked]);

  useEffect(() => {
    const spot = readSpot(at);
    if (map && spot) map.jumpTo({ center: [...spot.centre], zoom: spot.zoom });
  }, [map, at]);

  const [layer, id] = see?.split(":") ?? [];
  const feature = useFeature(layer, id);
  const seen = feature.data?.geometry.coordinates;
  useEffect(() => {
    const box = bboxOf(seen);
    if (map && box) showBox(map, box, layer === "districts" ? "beside-cart" : "whole");
  }, [map, seen, layer]);

  useEffect(() => {
    const box = bboxOf(place?.coordinates);
    if (!map || !box) return;
    // The panel takes its room first; what is picked then lies in the middle of the rest.
    map.resize();
    showBox(map, box, "whole");
    // The same place asked again with another answer is no reason to move.
  }, [map, place?.key]);
}
