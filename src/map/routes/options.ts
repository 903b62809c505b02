import type { Publisher } from "../../land/index.ts";
import type { KeptTiles } from "../model/kept-tiles.ts";

/** What the room is composed of: who publishes, and the memory of tiles of this node. */
export type MapOptions = {
  readonly publishers: readonly Publisher[];
  readonly kept: KeptTiles;
  /** Where users reach the server: addresses in answers begin with it. */
  readonly publicUrl: string;
};
