import type { Coordinate } from "../layer.ts";
import { Cursor } from "./bytes.ts";
import type { FileShape } from "./table.ts";

/** How many numbers a position has, by the thousands of its code (ISO) or its flags (EWKB). */
const sizeOf = (code: number): number => {
  const thousands = Math.floor((code & 0xffff) / 1000);
  const iso = thousands === 3 ? 4 : thousands > 0 ? 3 : 2;
  const flags = (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0);
  return Math.max(iso, 2 + flags);
};

function position(cursor: Cursor, size: number): Coordinate {
  const at: Coordinate = [cursor.double(), cursor.double()];
  cursor.skip(8 * (size - 2));
  return at;
}

const several = <T>(cursor: Cursor, least: number, one: () => T): T[] =>
  Array.from({ length: cursor.count(least) }, one);

const line = (cursor: Cursor, size: number): Coordinate[] =>
  several(cursor, 8 * size, () => position(cursor, size));

/** One geometry of well-known binary; undefined for a kind that no layer holds. */
export function readWkb(cursor: Cursor): FileShape | "mixed" | undefined {
  cursor.isLittle = cursor.byte() === 1;
  const code = cursor.int();
  const size = sizeOf(code);
  if (code & 0x20000000) cursor.skip(4);
  const lines = (): Coordinate[][] => several(cursor, 4, () => line(cursor, size));
  const parts = () => several(cursor, 5, () => readWkb(cursor)) as { coordinates: unknown }[];
  const collect = (type: string): FileShape =>
    ({ type, coordinates: parts().map(({ coordinates }) => coordinates) }) as FileShape;
  switch ((code & 0xffff) % 1000) {
    case 1:
      return { type: "Point", coordinates: position(cursor, size) };
    case 2:
      return { type: "LineString", coordinates: line(cursor, size) };
    case 3:
      return { type: "Polygon", coordinates: lines() };
    case 4:
      return collect("MultiPoint");
    case 5:
      return collect("MultiLineString");
    case 6:
      return collect("MultiPolygon");
    case 7:
      return "mixed";
    default:
      return undefined;
  }
}

const envelopeSizes = [0, 32, 48, 48, 64];

/** The geometry of a GeoPackage: a head with a box, then well-known binary. */
export function readPackageShape(bytes: Uint8Array): FileShape | "mixed" | "empty" | undefined {
  const cursor = new Cursor(bytes);
  const isPackage = cursor.byte() === 0x47 && cursor.byte() === 0x50;
  if (!isPackage) return undefined;
  cursor.skip(1);
  const flags = cursor.byte();
  cursor.skip(4 + (envelopeSizes[(flags >> 1) & 7] ?? 0));
  return flags & 16 ? "empty" : readWkb(cursor);
}
