import { zipSync } from "fflate";
import type { Coordinate } from "../layer.ts";
import { signedArea } from "../planar.ts";
import { ByteWriter } from "./byte-writer.ts";
import { kindOfShape, polygonsOf, positionsOf } from "./shape.ts";
import type { FileShape } from "./table.ts";
import { dbfFields, writeDbf, type DbfField } from "./write-dbf.ts";
import { csvText } from "./write-text.ts";
import { cellsIn, columnsOf, type ExportTable } from "./write-table.ts";

const codes = { point: 1, line: 3, polygon: 5 } as const;

/** The definition of EPSG:4490 as GIS programs write it beside a shapefile. */
const definition =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
  'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],' +
  'UNIT["Degree",0.0174532925199433]]';

const turned = (ring: readonly Coordinate[], isClockwise: boolean): readonly Coordinate[] =>
  signedArea(ring) < 0 === isClockwise ? ring : [...ring].reverse();

/** Shells clockwise, holes the other way: so the form tells them apart. */
function partsOf(shape: FileShape): readonly (readonly Coordinate[])[] {
  if (shape.type === "LineString") return [shape.coordinates];
  if (shape.type === "MultiLineString") return shape.coordinates;
  return polygonsOf(shape).flatMap((rings) => rings.map((ring, at) => turned(ring, at === 0)));
}

function writeBox(out: ByteWriter, points: readonly Coordinate[]): void {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  for (const edge of points.length > 0 ? [west, south, east, north] : [0, 0, 0, 0]) {
    out.double(edge);
  }
}

function recordOf(shape: FileShape): Uint8Array {
  const out = new ByteWriter();
  out.int(codes[kindOfShape(shape)]);
  if (shape.type === "Point") {
    shape.coordinates.forEach((value) => out.double(value));
    return out.bytes();
  }
  const parts = partsOf(shape);
  const points = parts.flat();
  writeBox(out, points);
  out.int(parts.length);
  out.int(points.length);
  let start = 0;
  for (const part of parts) {
    out.int(start);
    start += part.length;
  }
  for (const point of points) point.forEach((value) => out.double(value));
  return out.bytes();
}

function headOf(shapes: readonly FileShape[], bytes: number): Uint8Array {
  const out = new ByteWriter();
  out.big(9994);
  out.zeros(20);
  out.big(bytes / 2);
  out.int(1000);
  out.int(shapes[0] ? codes[kindOfShape(shapes[0])] : 0);
  writeBox(out, shapes.flatMap(positionsOf));
  out.zeros(32);
  return out.bytes();
}

type Written = { readonly shp: Uint8Array; readonly shx: Uint8Array };

function writeShapes(shapes: readonly FileShape[]): Written {
  const [body, index] = [new ByteWriter(), new ByteWriter()];
  shapes.forEach((shape, place) => {
    const record = recordOf(shape);
    index.big((100 + body.size) / 2);
    index.big(record.length / 2);
    body.big(place + 1);
    body.big(record.length / 2);
    body.add(record);
  });
  const join = (part: ByteWriter): Uint8Array => {
    const out = new ByteWriter();
    out.add(headOf(shapes, 100 + part.size));
    out.add(part.bytes());
    return out.bytes();
  };
  return { shp: join(body), shx: join(index) };
}

type Files = Record<string, Uint8Array>;
const encoder = new TextEncoder();

function filesOf(table: ExportTable): { files: Files; fields: DbfField[] } {
  const { layer, features } = table;
  const columns = columnsOf(table);
  const rows = features.map((feature) => cellsIn(feature, columns));
  const fields = dbfFields(columns, rows);
  const { shp, shx } = writeShapes(features.map(({ geometry }) => geometry));
  const files = {
    [`${layer}.shp`]: shp,
    [`${layer}.shx`]: shx,
    [`${layer}.dbf`]: writeDbf(fields, rows),
    [`${layer}.prj`]: encoder.encode(definition),
    [`${layer}.cpg`]: encoder.encode("UTF-8"),
  };
  return { files, fields };
}

/** Shapefiles in a ZIP, one for each layer, and a table that tells which names were cut. */
export function writeShapefile(tables: readonly ExportTable[]): Uint8Array {
  const all: Files = {};
  const names: string[][] = [["layer", "field", "column"]];
  for (const table of tables) {
    const { files, fields } = filesOf(table);
    Object.assign(all, files);
    for (const { name, column } of fields) names.push([table.layer, name, column]);
  }
  return zipSync({ ...all, "fields.csv": encoder.encode(csvText(names)) });
}
