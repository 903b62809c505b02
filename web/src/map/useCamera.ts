import type { Map } from "maplibre-gl";
import { useEffect } from "react";
import type { Bbox, Feature } from "../api/land.ts";
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
  /** The feature that an address names, and the layer that it is of. */
  seen: { layer: string; feature: Feature | undefined } | undefined;
  /** The exact view that an address names: nothing else that it names moves the map away. */
  at: string | undefined;
  place: { key: string; coordinates: unknown } | undefined;
};

/** Goes to what the address names, and to what is picked where it lies outside the view. */
export function useCamera(map: Map | undefined, { box: asked, seen, at, place }: Target): void {
  useEffect(() => {
    if (map && asked) showBox(map, asked, "whole");
  }, [map, asked]);

  const spot = readSpot(at);
  const isHeld = spot !== undefined;
  useEffect(() => {
    if (map && spot) map.jumpTo({ center: [...spot.centre], zoom: spot.zoom });
    // What an address says is one wish, however often it is read.
  }, [map, at]);

  const { layer, feature } = seen ?? {};
  useEffect(() => {
    const box = bboxOf(feature?.geometry.coordinates);
    if (!map || !box || isHeld) return;
    showBox(map, box, layer === "districts" ? "beside-cart" : "whole");
  }, [map, feature, layer, isHeld]);

  useEffect(() => {
    const box = bboxOf(place?.coordinates);
    if (!map || !box || isHeld) return;
    // The panel takes its room first; what is picked then lies in the middle of the rest.
    map.resize();
    showBox(map, box, "whole");
    // The same place asked again with another answer is no reason to move.
  }, [map, place?.key, isHeld]);
}
