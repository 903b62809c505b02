import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Bbox, PublishedLayer, Publisher } from "../../land/index.ts";
import type { Tx } from "../../store/transaction.ts";
import { listExtents } from "../store/extents.ts";
import type { KeptTile } from "../model/kept-tiles.ts";
import type { TilePlace } from "../model/grid.ts";
import type { DrawnTile } from "./draw.ts";

const pack = promisify(gzip);

/** Little is won by packing harder, and time is lost while somebody waits. */
const level = 1;

/** Makes a drawn tile ready to be sent many times. */
export function readyTile(
  { bytes, leftOut }: DrawnTile,
  place: TilePlace,
  layers: readonly string[],
): KeptTile {
  let begun: Promise<Uint8Array> | undefined;
  const packed = (): Promise<Uint8Array> => (begun ??= pack(bytes, { level }));
  const hash = createHash("sha256").update(bytes).digest("base64url");
  return { place, layers, bytes, packed, hash, leftOut };
}

/** The box where each loaded layer speaks. */
export async function extentsOf(
  tx: Tx,
  publishers: readonly Publisher[],
  layers: readonly PublishedLayer[],
): Promise<ReadonlyMap<string, Bbox>> {
  const ids = layers.map(({ id }) => id);
  const extents = new Map<string, Bbox>();
  for (const publisher of publishers) {
    for (const [id, box] of await listExtents(tx, publisher, ids)) extents.set(id, box);
  }
  return extents;
}

/** The box around all that the layers speak of; undefined where none is loaded. */
export async function boundsOf(
  tx: Tx,
  publishers: readonly Publisher[],
  layers: readonly PublishedLayer[],
): Promise<Bbox | undefined> {
  const [first, ...rest] = (await extentsOf(tx, publishers, layers)).values();
  if (!first) return undefined;
  return rest.reduce(
    ([west, south, east, north], box): Bbox => [
      Math.min(west, box[0]),
      Math.min(south, box[1]),
      Math.max(east, box[2]),
      Math.max(north, box[3]),
    ],
    first,
  );
}
