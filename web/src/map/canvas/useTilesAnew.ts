import type { ErrorEvent, Map, VectorTileSource } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useMapRefresh } from "../refresh.ts";

type Place = { readonly x: number; readonly y: number; readonly z: number };

/** An error of the map, where it tells of a tile that did not come. */
type Failure = ErrorEvent & {
  readonly sourceId?: string;
  readonly tile?: { readonly tileID: { readonly canonical: Place } };
};

/** The tiles that did not come, by source, until they are asked for again. */
function useLost(map: Map | undefined) {
  const lost = useRef(new globalThis.Map<string, Place[]>());
  useEffect(() => {
    if (!map) return;
    const heard = map.on("error", ({ sourceId, tile }: Failure) => {
      if (sourceId === undefined || !tile) return;
      const { x, y, z } = tile.tileID.canonical;
      lost.current.set(sourceId, [...(lost.current.get(sourceId) ?? []), { x, y, z }]);
    });
    return () => heard.unsubscribe();
  }, [map]);
  return lost;
}

/** Asks for the tiles anew after each change made on this page; those that stayed cost no bytes. */
export function useTilesAnew(map: Map | undefined): void {
  const count = useMapRefresh();
  const lost = useLost(map);
  useEffect(() => {
    if (!map || count === 0) return;
    // First by name what did not come: a source that is given its tiles again passes it over.
    for (const [id, places] of lost.current) map.refreshTiles(id, places);
    lost.current.clear();
    for (const [id, { type }] of Object.entries(map.getStyle().sources)) {
      if (type !== "vector") continue;
      const source = map.getSource<VectorTileSource>(id);
      if (source) source.setTiles([...source.tiles]);
    }
  }, [map, count]);
}
