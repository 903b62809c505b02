import type { Bbox } from "../../land/contract.ts";
import { boxesMeet, boxOf, type TilePlace } from "./grid.ts";

/** A tile that is ready to be sent. */
export type KeptTile = {
  readonly place: TilePlace;
  readonly layers: readonly string[];
  readonly bytes: Uint8Array;
  /** The same bytes packed by gzip: when they are first asked for, and then kept. */
  readonly packed: () => Promise<Uint8Array>;
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

/** What a tile takes beside its bytes: its key, its place, its hash. */
const besideBytes = 1_000;

/** Room is kept for the packed bytes, too, whether they were asked for yet or not. */
const weightOf = ({ bytes }: KeptTile): number => bytes.length * 2 + besideBytes;

/** Whether a change may be seen in a tile, the buffer around it included. */
export const isTouched = (
  { layers, place }: Pick<KeptTile, "place" | "layers">,
  { layer, boxes }: MapChange,
): boolean =>
  layers.includes(layer) && (boxes === "all" || boxes.some((box) => boxesMeet(box, boxOf(place))));

/** Tiles under their keys, as many as have room: the key asked for longest ago stands first. */
class Shelf {
  readonly tiles = new Map<string, KeptTile>();
  readonly maxBytes: number;
  bytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  take(key: string): KeptTile | undefined {
    const tile = this.tiles.get(key);
    if (!tile) return undefined;
    this.tiles.delete(key);
    this.bytes -= weightOf(tile);
    return tile;
  }

  put(key: string, tile: KeptTile): void {
    this.take(key);
    this.tiles.set(key, tile);
    this.bytes += weightOf(tile);
    for (const oldest of this.tiles.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.take(oldest);
    }
  }
}

/** A memory for tiles that holds so many bytes. */
export function keepTiles(maxBytes = usualBytes): KeptTiles {
  const shelf = new Shelf(maxBytes);
  let changes = 0;
  const forgetWhere = (isStale: (tile: KeptTile) => boolean): void => {
    changes += 1;
    for (const [key, tile] of shelf.tiles) if (isStale(tile)) shelf.take(key);
  };
  return {
    find: (key) => {
      const tile = shelf.take(key);
      if (tile) shelf.put(key, tile);
      return tile;
    },
    keep: (key, tile, since) => {
      if (since === changes) shelf.put(key, tile);
    },
    forget: (change) => forgetWhere((tile) => isTouched(tile, change)),
    forgetAll: () => forgetWhere(() => true),
    get changes() {
      return changes;
    },
    get size() {
      return shelf.tiles.size;
    },
  };
}
