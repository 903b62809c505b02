import type { Coordinate } from "../layer.ts";
import { insideRing, signedArea } from "../planar.ts";
import { Cursor } from "./bytes.ts";
import { cellsOf, nextRow } from "./cells.ts";
import { openDbf, type Dbf } from "./dbf.ts";
import { FileBroken, type FileRow, type FileShape, type FileTable } from "./table.ts";
import { unpack } from "./zip.ts";

/** Codes of shapes, their kinds with heights and measures taken together. */
const kinds: Readonly<Record<number, "point" | "points" | "lines" | "rings">> = {
  1: "point",
  11: "point",
  21: "point",
  3: "lines",
  13: "lines",
  23: "lines",
  5: "rings",
  15: "rings",
  25: "rings",
  8: "points",
  18: "points",
  28: "points",
};

const position = (cursor: Cursor): Coordinate => [cursor.double(), cursor.double()];

function readParts(cursor: Cursor): Coordinate[][] {
  cursor.skip(32);
  const partCount = cursor.count(4);
  const pointCount = cursor.count(16);
  const starts = Array.from({ length: partCount }, () => cursor.int());
  const points = Array.from({ length: pointCount }, () => position(cursor));
  return starts.map((start, part) => points.slice(start, starts[part + 1] ?? pointCount));
}

/** Shells run clockwise and holes the other way; a hole belongs to the shell that it lies in. */
function polygonsOf(rings: readonly Coordinate[][]): FileShape {
  const polygons: Coordinate[][][] = [];
  for (const ring of rings) if (signedArea(ring) <= 0) polygons.push([ring]);
  for (const ring of rings) {
    if (signedArea(ring) <= 0) continue;
    const home = polygons.find(([shell]) => shell && insideRing(ring[0]!, shell));
    // Where no shell holds it, the hole stays what it is drawn as, and the database names it.
    (home ?? polygons[0])?.push(ring);
    if (polygons.length === 0) polygons.push([ring]);
  }
  return { type: "MultiPolygon", coordinates: polygons };
}

function readRecord(cursor: Cursor): FileShape | null | undefined {
  const code = cursor.int();
  if (code === 0) return null;
  const kind = kinds[code];
  if (!kind) return undefined;
  if (kind === "point") return { type: "Point", coordinates: position(cursor) };
  if (kind === "lines") return { type: "MultiLineString", coordinates: readParts(cursor) };
  if (kind === "rings") return polygonsOf(readParts(cursor));
  cursor.skip(32);
  const count = cursor.count(16);
  return {
    type: "MultiPoint",
    coordinates: Array.from({ length: count }, () => position(cursor)),
  };
}

/** Where the records end, as the head says: a file that is cut short ends before. */
function endOf(shp: Uint8Array): number {
  const head = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  if (shp.length < 100 || head.getInt32(0) !== 9994) throw new FileBroken("broken", "SHP: head");
  const end = head.getInt32(24) * 2;
  if (end > shp.length) throw new FileBroken("broken", `SHP: ${shp.length} < ${end}`);
  return end;
}

function* rowsOf(shp: Uint8Array, dbf: Dbf | undefined): Iterable<FileRow> {
  const end = endOf(shp);
  let number = 0;
  for (let at = 100; at < end;) {
    const head = new Cursor(shp, at);
    head.isLittle = false;
    head.skip(4);
    const bytes = head.int() * 2;
    if (bytes < 4) throw new FileBroken("broken", `SHP: record ${number + 1}`);
    const shape = readRecord(new Cursor(shp, head.at));
    const cells = cellsOf(dbf && number < dbf.rows ? dbf.row(number) : []);
    number = nextRow(number);
    const fault = shape === undefined ? ({ code: "shape_kind" } as const) : null;
    yield { number, cells, shape: shape ?? null, fault };
    at = head.at + bytes;
  }
  if (dbf && dbf.rows !== number) {
    throw new FileBroken("broken", `SHP: ${number}, DBF: ${dbf.rows}`);
  }
}

const wanted = /\.(shp|dbf|prj|cpg)$/i;

/** A shapefile in a ZIP: the first one, with what lies beside it under the same name. */
export function openShapefile(bytes: Uint8Array): FileTable {
  const files = unpack(bytes, (name) => wanted.test(name) && !/(^|\/)(__MACOSX|\.)/.test(name));
  const path = [...files.keys()].find((name) => /\.shp$/i.test(name));
  if (path === undefined) throw new FileBroken("broken", "ZIP: .shp");
  const stem = path.slice(0, -4).toLowerCase();
  const beside = (ending: string): Uint8Array | undefined =>
    [...files].find(([name]) => name.toLowerCase() === `${stem}.${ending}`)?.[1];
  const text = (ending: string): string | undefined => {
    const found = beside(ending);
    return found && new TextDecoder().decode(found);
  };
  const shp = files.get(path)!;
  endOf(shp);
  const table = beside("dbf");
  const dbf = table && openDbf(table, text("cpg"));
  return {
    form: "shapefile",
    encoding: dbf?.encoding ?? null,
    table: path.slice(path.lastIndexOf("/") + 1, -4),
    stated: text("prj") ?? null,
    rows: () => rowsOf(shp, dbf),
  };
}
