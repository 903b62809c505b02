import { PbfWriter } from "pbf";
import { tileUnits } from "./grid.ts";
import { shapeKinds, type GridPoint, type GridShape } from "./shape.ts";

/** A value that a vector tile can hold. */
export type TileValue = string | number | boolean;

/** A feature as it stands in a tile. What has no value is left out: missing is not empty. */
export type TileFeature = {
  readonly shape: GridShape;
  readonly values: Readonly<Record<string, TileValue>>;
};

export type TileLayer = { readonly name: string; readonly features: readonly TileFeature[] };

/** Numbers of the fields in the vector tile specification, version 2.1. */
const tileField = { layers: 3 } as const;
const layerField = { name: 1, features: 2, keys: 3, values: 4, extent: 5, version: 15 } as const;
const featureField = { tags: 2, type: 3, geometry: 4 } as const;
const valueField = { text: 1, double: 3, whole: 5, signed: 6, truth: 7 } as const;
const command = { moveTo: 1, lineTo: 2, closePath: 7 } as const;

/** Words that a layer's features share, each written once and then named by its number. */
type Words = { readonly keys: Map<string, number>; readonly values: Map<TileValue, number> };

function numberOf<Word>(words: Map<Word, number>, word: Word): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

const countedCommand = (id: number, count: number): number => (count << 3) | id;
const zigzag = (step: number): number => (step << 1) ^ (step >> 31);

/** The commands that draw a shape: each point is told by its step from the one before. */
export function commandsOf({ kind, paths }: GridShape): number[] {
  const words: number[] = [];
  let [x, y]: GridPoint = [0, 0];
  const go = (points: readonly GridPoint[]): void => {
    for (const [nextX, nextY] of points) {
      words.push(zigzag(nextX - x), zigzag(nextY - y));
      [x, y] = [nextX, nextY];
    }
  };
  if (kind === "point") {
    const points = paths.flat();
    words.push(countedCommand(command.moveTo, points.length));
    go(points);
    return words;
  }
  for (const path of paths) {
    words.push(countedCommand(command.moveTo, 1));
    go(path.slice(0, 1));
    words.push(countedCommand(command.lineTo, path.length - 1));
    go(path.slice(1));
    if (kind === "polygon") words.push(countedCommand(command.closePath, 1));
  }
  return words;
}

function writeFeature({ feature, words }: Written, pbf: PbfWriter): void {
  const tags = Object.entries(feature.values).flatMap(([key, value]) => [
    numberOf(words.keys, key),
    numberOf(words.values, value),
  ]);
  pbf.writePackedVarint(featureField.tags, tags);
  pbf.writeVarintField(featureField.type, shapeKinds[feature.shape.kind]);
  pbf.writePackedVarint(featureField.geometry, commandsOf(feature.shape));
}

type Written = { readonly feature: TileFeature; readonly words: Words };

function writeValue(value: TileValue, pbf: PbfWriter): void {
  if (typeof value === "string") pbf.writeStringField(valueField.text, value);
  else if (typeof value === "boolean") pbf.writeBooleanField(valueField.truth, value);
  else if (!Number.isSafeInteger(value)) pbf.writeDoubleField(valueField.double, value);
  else if (value < 0) pbf.writeSVarintField(valueField.signed, value);
  else pbf.writeVarintField(valueField.whole, value);
}

function writeLayer({ name, features }: TileLayer, pbf: PbfWriter): void {
  const words: Words = { keys: new Map(), values: new Map() };
  pbf.writeVarintField(layerField.version, 2);
  pbf.writeStringField(layerField.name, name);
  for (const feature of features) {
    pbf.writeMessage(layerField.features, writeFeature, { feature, words });
  }
  for (const key of words.keys.keys()) pbf.writeStringField(layerField.keys, key);
  for (const value of words.values.keys()) {
    pbf.writeMessage(layerField.values, writeValue, value);
  }
  pbf.writeVarintField(layerField.extent, tileUnits);
}

/** Layers as a vector tile. Tiles may be put one after the other: the whole is a tile again. */
export function encodeTile(layers: readonly TileLayer[]): Uint8Array {
  const pbf = new PbfWriter();
  for (const layer of layers) {
    if (layer.features.length > 0) pbf.writeMessage(tileField.layers, writeLayer, layer);
  }
  return pbf.finish();
}
