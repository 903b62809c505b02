import type { Map, StyleSpecification, VectorTileSource } from "maplibre-gl";
import { useEffect } from "react";
import { tilesOf } from "../style/style.ts";

/** Draws the tiles of a day, or those of now. */
function showDay(map: Map, day: string | undefined): void {
  // A map that is gone already has no style.
  const sources = (map.getStyle() as StyleSpecification | undefined)?.sources ?? {};
  for (const [id, { type }] of Object.entries(sources)) {
    if (type === "vector") map.getSource<VectorTileSource>(id)?.setTiles([tilesOf(id, day)]);
  }
}

/** Shows the ground of a day as long as it is wanted, and of now afterwards. */
export function useDay(map: Map, day: string): void {
  useEffect(() => showDay(map, day), [map, day]);
  useEffect(() => () => showDay(map, undefined), [map]);
}
