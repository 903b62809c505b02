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

type Kind = FileShape["type"];

const kinds: Readonly<Record<number, Kind>> = {
  1: "Point",
  2: "LineString",
  3: "Polygon",
  4: "MultiPoint",
  5: "MultiLineString",
  6: "MultiPolygon",
};
const collection = 7;

/** What the parts of a kind are: no other may stand among them, and none holds parts itself. */
const partOf: Readonly<Partial<Record<Kind, Kind>>> = {
  MultiPoint: "Point",
  MultiLineString: "LineString",
  MultiPolygon: "Polygon",
};

type Head = { readonly code: number; readonly size: number };

function readHead(cursor: Cursor): Head {
  cursor.isLittle = cursor.byte() === 1;
  const code = cursor.int();
  if (code & 0x20000000) cursor.skip(4);
  return { code: (code & 0xffff) % 1000, size: sizeOf(code) };
}

/** The coordinates of a kind that has no parts. */
function readSimple(cursor: Cursor, kind: Kind, size: number): unknown {
  if (kind === "Point") return position(cursor, size);
  if (kind === "LineString") return line(cursor, size);
  return several(cursor, 4, () => line(cursor, size));
}

function readParts(cursor: Cursor, kind: Kind): unknown[] | undefined {
  const parts: unknown[] = [];
  for (let left = cursor.count(5); left > 0; left -= 1) {
    const { code, size } = readHead(cursor);
    if (kinds[code] !== kind) return undefined;
    parts.push(readSimple(cursor, kind, size));
  }
  return parts;
}

/** One geometry of well-known binary; undefined for what no layer holds. */
export function readWkb(cursor: Cursor): FileShape | "mixed" | undefined {
  const { code, size } = readHead(cursor);
  if (code === collection) return "mixed";
  const type = kinds[code];
  if (!type) return undefined;
  const part = partOf[type];
  const coordinates = part ? readParts(cursor, part) : readSimple(cursor, type, size);
  return coordinates === undefined ? undefined : ({ type, coordinates } as FileShape);
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
