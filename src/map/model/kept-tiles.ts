import type { Bbox } from "../../land/contract.ts";
import { boxesMeet, boxOf, type TilePlace } from "./grid.ts";

/** A tile that is ready to be sent, as it is and packed. */
export type KeptTile = {
  readonly place: TilePlace;
  readonly layers: readonly string[];
  readonly bytes: Uint8Array;
  readonly packed: Uint8Array;
  /** Names these very bytes. */
  readonly hash: string;
  readonly leftOut: Readonly<Record<string, number>>;
};

/** What changed on the map: a whole layer, or what lies in some boxes of it. */
export type MapChange = { readonly layer: string; readonly boxes: readonly Bbox[] | "all" };

/** Tiles kept in memory, those asked for longest ago leaving first. */
export type KeptTiles = {
  find(key: string): KeptTile | undefined;
  /** Keeps a tile, unless the map has changed since it was begun. */
  keep(key: string, tile: KeptTile, since: number): void;
  /** Lets go of what a change touches, and nothing else. */
  forget(change: MapChange): void;
  forgetAll(): void;
  /** Grows with each change: a tile begun under another number may be stale. */
  readonly changes: number;
  readonly size: number;
};

const usualBytes = 128_000_000;

const weightOf = ({ bytes, packed }: KeptTile): number => bytes.length + packed.length;

/** Whether a change may be seen in a tile; the buffer around it and the cells of counts included. */
export const isTouched = (tile: Pick<KeptTile, "place" | "layers">, change: MapChange): boolean =>
  tile.layers.includes(change.layer) &&
  (change.boxes === "all" || change.boxes.some((box) => boxesMeet(box, boxOf(tile.place))));

/** A memory for tiles that holds so many bytes. */
export function keepTiles(maxBytes = usualBytes): KeptTiles {
  const tiles = new Map<string, KeptTile>();
  const state = { bytes: 0, changes: 0 };
  const drop = (key: string, tile: KeptTile): void => {
    tiles.delete(key);
    state.bytes -= weightOf(tile);
  };
  const makeRoom = (): void => {
    for (const [key, tile] of tiles) {
      if (state.bytes <= maxBytes) return;
      drop(key, tile);
    }
  };
  return {
    find: (key) => {
      const tile = tiles.get(key);
      if (!tile) return undefined;
      tiles.delete(key);
      tiles.set(key, tile);
      return tile;
    },
    keep: (key, tile, since) => {
      if (since !== state.changes) return;
      const before = tiles.get(key);
      if (before) drop(key, before);
      tiles.set(key, tile);
      state.bytes += weightOf(tile);
      makeRoom();
    },
    forget: (change) => {
      state.changes += 1;
      for (const [key, tile] of tiles) if (isTouched(tile, change)) drop(key, tile);
    },
    forgetAll: () => {
      state.changes += 1;
      state.bytes = 0;
      tiles.clear();
    },
    get changes() {
      return state.changes;
    },
    get size() {
      return tiles.size;
    },
  };
}
