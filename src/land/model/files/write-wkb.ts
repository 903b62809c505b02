import type { Coordinate } from "../layer.ts";
import { ByteWriter } from "./byte-writer.ts";
import type { FileShape } from "./table.ts";

const codes = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;

function writeLine(out: ByteWriter, points: readonly Coordinate[]): void {
  out.int(points.length);
  for (const [x, y] of points) {
    out.double(x);
    out.double(y);
  }
}

function writeParts(out: ByteWriter, type: FileShape["type"], parts: readonly unknown[]): void {
  out.int(parts.length);
  for (const coordinates of parts) write(out, { type, coordinates } as FileShape);
}

function write(out: ByteWriter, shape: FileShape): void {
  out.byte(1);
  out.int(codes[shape.type]);
  switch (shape.type) {
    case "Point":
      shape.coordinates.forEach((value) => out.double(value));
      return;
    case "LineString":
      return writeLine(out, shape.coordinates);
    case "Polygon":
      out.int(shape.coordinates.length);
      for (const ring of shape.coordinates) writeLine(out, ring);
      return;
    case "MultiPoint":
      return writeParts(out, "Point", shape.coordinates);
    case "MultiLineString":
      return writeParts(out, "LineString", shape.coordinates);
    case "MultiPolygon":
      return writeParts(out, "Polygon", shape.coordinates);
  }
}

/** The geometry of a GeoPackage: its head, then well-known binary. */
export function writePackageShape(shape: FileShape, srid: number): Uint8Array {
  const out = new ByteWriter();
  out.add(new Uint8Array([0x47, 0x50, 0, 1]));
  out.int(srid);
  write(out, shape);
  return out.bytes();
}
