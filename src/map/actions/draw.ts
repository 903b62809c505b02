import type { PublishedLayer, Publisher } from "../../land/index.ts";
import type { EngineName } from "../../store/db.ts";
import type { Tx } from "../../store/transaction.ts";
import { encodeTile, type TileFeature, type TileValue } from "../model/encode.ts";
import { tileUnits, type TilePlace } from "../model/grid.ts";
import { cellZooms, countsOf, maxFeatures, maxTileBytes, showingOf } from "../model/policy.ts";
import { shapeOnGrid } from "../model/shape.ts";
import { listCells, type CellCount } from "../store/cells.ts";
import {
  cutFeatures,
  encodeLayers,
  type CutFeature,
  type DrawnLayer,
  type DrawOrder,
  type EncodedLayer,
} from "../store/features.ts";

export type TileOrder = {
  readonly engine: EngineName;
  readonly publishers: readonly Publisher[];
  /** Layers by id; of what no room publishes nothing is in the tile. */
  readonly layers: readonly string[];
  readonly place: TilePlace;
  /** The civil day as of which it is drawn, where that is not now. */
  readonly day?: string | undefined;
};

export type DrawnTile = {
  readonly bytes: Uint8Array;
  /** Features of each layer that were too many for the tile: the smallest ones. */
  readonly leftOut: Readonly<Record<string, number>>;
};

const dimensions = ["point", "line", "polygon"] as const;

const isTileValue = (value: unknown): value is TileValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

function valuesOf({ id, name, name_en, synthetic, fields }: CutFeature): TileFeature["values"] {
  const all: [string, unknown][] = Object.entries({ id, name, name_en, synthetic, ...fields });
  return Object.fromEntries(
    all.filter((each): each is [string, TileValue] => isTileValue(each[1])),
  );
}

function toTileFeature(cut: CutFeature, place: TilePlace): TileFeature | undefined {
  const shape = shapeOnGrid(cut.geometry, dimensions[cut.dimension], place);
  return shape && { shape, values: valuesOf(cut) };
}

/** Layers as the program encodes them, of features that the database has cut. */
function encodeHere(cuts: readonly CutFeature[], place: TilePlace): EncodedLayer[] {
  const layers = [...new Set(cuts.map(({ layer }) => layer))];
  return layers.map((layer) => {
    const own = cuts.filter((cut) => cut.layer === layer);
    const features = own
      .map((cut) => toTileFeature(cut, place))
      .filter((feature) => feature !== undefined);
    return { layer, bytes: encodeTile([{ name: layer, features }]), count: features.length };
  });
}

/** The one interface of both engines: PostgreSQL encodes, PGlite cuts and we encode. */
const drawLayers = async (tx: Tx, engine: EngineName, order: DrawOrder): Promise<EncodedLayer[]> =>
  engine === "postgresql"
    ? encodeLayers(tx, order)
    : encodeHere(await cutFeatures(tx, order), order.place);

/** A layer of a tile, how it was asked for, and how many there were before it was thinned. */
type Piece = EncodedLayer & { readonly order: DrawOrder; readonly met: number };

const sizeOf = (pieces: readonly Pick<Piece, "bytes">[]): number =>
  pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);

type Room = { readonly engine: EngineName; readonly bytes: number };

/** The piece that has too many features, or weighs most where all together weigh too much. */
function tooMuch(pieces: readonly Piece[], { bytes }: Room): Piece | undefined {
  const crowded = pieces.find(({ count }) => count > maxFeatures);
  if (crowded || sizeOf(pieces) <= bytes) return crowded;
  return pieces.reduce((most, piece) => (piece.bytes.length > most.bytes.length ? piece : most));
}

/** Draws again with fewer features what is too much, until the tile has room for all. */
async function thin(tx: Tx, pieces: readonly Piece[], room: Room): Promise<Piece[]> {
  let kept = [...pieces];
  for (let over = tooMuch(kept, room); over; over = tooMuch(kept, room)) {
    const { order, layer, met, count } = over;
    const layers = order.layers.filter(({ id }) => id === layer);
    const limit = Math.min(maxFeatures, count > maxFeatures ? count : Math.floor(count / 2));
    const less = { ...order, layers, limit };
    const [drawn] = await drawLayers(tx, room.engine, less);
    const empty = { layer, bytes: new Uint8Array(), count: 0 };
    const redrawn = { ...empty, ...drawn, order: less, met };
    kept = kept.map((piece) => (piece === over ? redrawn : piece));
  }
  return kept;
}

const isDrawn = (layer: PublishedLayer, z: number): DrawnLayer[] => {
  const showing = showingOf(layer, z);
  return showing.kind === "drawn" ? [{ id: layer.id, ...showing }] : [];
};

async function drawPieces(tx: Tx, order: TileOrder, publisher: Publisher): Promise<Piece[]> {
  const { engine, place } = order;
  const layers = publisher.layers
    .filter(({ id }) => order.layers.includes(id))
    .flatMap((layer) => isDrawn(layer, place.z));
  if (layers.length === 0) return [];
  const drawing: DrawOrder = { publisher, layers, place };
  const drawn = await drawLayers(tx, engine, drawing);
  return drawn.map((layer) => ({ ...layer, order: drawing, met: layer.count }));
}

const cellUnits = tileUnits / 2 ** cellZooms;

/** A count stands in the middle of its cell. */
function toCountFeature({ x, y, count }: CellCount, place: TilePlace): TileFeature {
  const side = 2 ** cellZooms;
  const along = (cell: number, tile: number): number => (cell - tile * side + 0.5) * cellUnits;
  const middle = [along(x, place.x), along(y, place.y)] as const;
  return { shape: { kind: "point", paths: [[middle]] }, values: { count } };
}

async function drawCounts(tx: Tx, order: TileOrder): Promise<Uint8Array> {
  const { place } = order;
  const counted = order.publishers
    .flatMap(({ layers }) => layers)
    .filter((layer) => order.layers.includes(layer.id))
    .filter((layer) => showingOf(layer, place.z).kind === "counted")
    .map(({ id }) => id);
  if (counted.length === 0) return new Uint8Array();
  const cells = await listCells(tx, counted, place);
  return encodeTile(
    counted.map((id) => ({
      name: countsOf(id),
      features: cells
        .filter(({ layer }) => layer === id)
        .map((cell) => toCountFeature(cell, place)),
    })),
  );
}

const asOf = (publisher: Publisher, day: string): Publisher => ({
  ...publisher,
  features: publisher.featuresOn(day),
});

/** Draws one tile: what is drawn, what is counted, and how much was too much for it. */
export async function drawTile(tx: Tx, order: TileOrder): Promise<DrawnTile> {
  const { day } = order;
  const pieces: Piece[] = [];
  for (const publisher of order.publishers) {
    const then = day === undefined ? publisher : asOf(publisher, day);
    pieces.push(...(await drawPieces(tx, order, then)));
  }
  // Only what stands now is counted.
  const counts = day === undefined ? await drawCounts(tx, order) : new Uint8Array();
  const room = { engine: order.engine, bytes: maxTileBytes - counts.length };
  const kept = await thin(tx, pieces, room);
  const over = kept.filter(({ met, count }) => met > count);
  return {
    bytes: Buffer.concat([...kept.map(({ bytes }) => bytes), counts]),
    leftOut: Object.fromEntries(over.map(({ layer, met, count }) => [layer, met - count])),
  };
}
