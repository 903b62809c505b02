import type { Coordinate } from "../layer.ts";
import type { FileShape } from "./table.ts";

/** The depth of brackets around a position, by kind. */
const depths = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const;
type Kind = keyof typeof depths;

const isKind = (word: unknown): word is Kind =>
  typeof word === "string" && Object.hasOwn(depths, word);

/** A position without its height; undefined for what is none. */
function readPosition(value: unknown): Coordinate | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [x, y] = value as unknown[];
  return typeof x === "number" && typeof y === "number" && Number.isFinite(x + y)
    ? [x, y]
    : undefined;
}

function readNested(value: unknown, depth: number): unknown {
  if (depth === 0) return readPosition(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part) => readNested(part, depth - 1));
  return parts.includes(undefined) ? undefined : parts;
}

/** A geometry as JSON states it; "mixed" for a collection, undefined for what is no geometry. */
export function readShape(value: unknown): FileShape | "mixed" | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type === "GeometryCollection") return "mixed";
  if (!isKind(type)) return undefined;
  const read = readNested(coordinates, depths[type]);
  return read === undefined ? undefined : ({ type, coordinates: read } as FileShape);
}

/** The connected courses of a shape: its lines, its rings, or each point by itself. */
export function coursesOf(shape: FileShape): readonly (readonly Coordinate[])[] {
  switch (shape.type) {
    case "Point":
      return [[shape.coordinates]];
    case "MultiPoint":
      return shape.coordinates.map((point) => [point]);
    case "LineString":
      return [shape.coordinates];
    case "MultiLineString":
    case "Polygon":
      return shape.coordinates;
    case "MultiPolygon":
      return shape.coordinates.flat();
  }
}

/** Every position of a shape, in its order. */
export const positionsOf = (shape: FileShape): readonly Coordinate[] => coursesOf(shape).flat();

/** The rings of polygons, each list one polygon; none for points and lines. */
export function polygonsOf(shape: FileShape): readonly (readonly (readonly Coordinate[])[])[] {
  switch (shape.type) {
    case "Polygon":
      return [shape.coordinates];
    case "MultiPolygon":
      return shape.coordinates;
    case "Point":
    case "MultiPoint":
    case "LineString":
    case "MultiLineString":
      return [];
  }
}

type Move = (point: Coordinate) => Coordinate;

/** The shape with each position moved. */
export function moved(shape: FileShape, move: Move): FileShape {
  const lines = (parts: readonly (readonly Coordinate[])[]) => parts.map((part) => part.map(move));
  switch (shape.type) {
    case "Point":
      return { type: shape.type, coordinates: move(shape.coordinates) };
    case "MultiPoint":
    case "LineString":
      return { type: shape.type, coordinates: shape.coordinates.map(move) };
    case "MultiLineString":
    case "Polygon":
      return { type: shape.type, coordinates: lines(shape.coordinates) };
    case "MultiPolygon":
      return { type: shape.type, coordinates: shape.coordinates.map(lines) };
  }
}

/** Which kind of layer a shape belongs to. */
export function kindOfShape({ type }: FileShape): "point" | "line" | "polygon" {
  switch (type) {
    case "Point":
    case "MultiPoint":
      return "point";
    case "LineString":
    case "MultiLineString":
      return "line";
    case "Polygon":
    case "MultiPolygon":
      return "polygon";
  }
}

/** A shape of one part as the simple kind; of several as it is. */
export function simplest(shape: FileShape): FileShape {
  const [only] = shape.coordinates as readonly unknown[];
  if (shape.coordinates.length !== 1 || !shape.type.startsWith("Multi")) return shape;
  return { type: shape.type.slice("Multi".length), coordinates: only } as FileShape;
}
