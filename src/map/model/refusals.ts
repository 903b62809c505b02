import type { TilePlace } from "./grid.ts";

/** What this room refuses in words of its own. */
export type MapRefusal = { readonly code: "tile_missing" } & TilePlace;
