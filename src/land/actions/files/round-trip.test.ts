import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../../../../test/harness/need.ts";
import { fileForms, type FileForm } from "../../contract.ts";
import { isGeoPackage, openFile } from "../../model/files/open.ts";
import { readDay } from "../../model/files/ready.ts";
import { simplest } from "../../model/files/shape.ts";
import { readWkt } from "../../model/files/wkt.ts";
import type { Cell, FileRow, FileShape, FileTable } from "../../model/files/table.ts";
import type { ExportFeature, ExportTable } from "../../model/files/write-table.ts";
import { openGeoPackage } from "./geopackage.ts";
import { writeFileOf } from "./write-file.ts";

const shell = [
  [116.4, 39.9],
  [116.41, 39.9],
  [116.41, 39.91],
  [116.4, 39.91],
  [116.4, 39.9],
] as const;
const hole = [
  [116.402, 39.902],
  [116.402, 39.904],
  [116.404, 39.904],
  [116.404, 39.902],
  [116.402, 39.902],
] as const;
const far = shell.map(([x, y]) => [x + 0.05, y + 0.0123456] as const);

/** More points than a record has room for at first. */
const round = Array.from({ length: 401 }, (_, at) => {
  const turn = ((at % 400) / 400) * 2 * Math.PI;
  const rounded = (value: number) => Math.round(value * 1e7) / 1e7;
  return [rounded(116.4 + Math.cos(turn) / 100), rounded(39.9 + Math.sin(turn) / 100)] as const;
});

const polygons: readonly FileShape[] = [
  { type: "Polygon", coordinates: [round] },
  { type: "Polygon", coordinates: [shell] },
  { type: "Polygon", coordinates: [shell, hole] },
  { type: "MultiPolygon", coordinates: [[shell, hole], [far]] },
];
const lines: readonly FileShape[] = [
  { type: "LineString", coordinates: shell.slice(0, 3) },
  { type: "MultiLineString", coordinates: [shell.slice(0, 2), far.slice(1, 4)] },
];
const points: readonly FileShape[] = [{ type: "Point", coordinates: [116.4123457, 39.9087654] }];

const table = (layer: string, shapes: readonly FileShape[]): ExportTable => ({
  layer,
  features: shapes.map((geometry, at): ExportFeature => ({
    id: `${layer}-${at}`,
    name: ["胡同“甲”, 一号", "=1+1", "东城\n西城"][at % 3]!,
    name_en: 'O\'Hare; "x"',
    synthetic: true,
    valid_from: "2020-02-29",
    properties: { height_m: 12.345 + at, floors: at - 2, 用途: "住宅", note: "<a & b>" },
    geometry,
  })),
});
const tables: Readonly<Record<string, ExportTable>> = {
  polygons: table("polygons", polygons),
  lines: table("lines", lines),
  points: table("points", points),
};
const kinds = Object.keys(tables);

const open = async (bytes: Uint8Array): Promise<FileTable> =>
  isGeoPackage(bytes) ? openGeoPackage(bytes) : openFile(bytes);

const stated = ["id", "name", "name_en", "valid_from", "height_m", "floors", "用途", "note"];

/** A row as far as a feature has it: forms differ in columns of their own, and in how they nest. */
const toldRow = ({ cells, shape }: FileRow) => ({
  ...Object.fromEntries(stated.map((name) => [name, cells.get(name) ?? null])),
  valid_from: dayOf(cells.get("valid_from") ?? null),
  synthetic: /^(true|1|T)$/.test(String(cells.get("synthetic"))),
  shape: shape && unwound(simplest(shape)),
});
const dayOf = (cell: Cell): string | null => {
  const day = readDay(cell);
  return day.ok ? day.value : day.refusal.code;
};
const toldFeature = (feature: ExportFeature) => ({
  ...{ id: feature.id, name: feature.name, name_en: feature.name_en },
  valid_from: feature.valid_from,
  ...feature.properties,
  synthetic: feature.synthetic,
  shape: unwound(feature.geometry),
});

/** Rings run either way round by form: told from their least point on, always the same way. */
function unwound(shape: FileShape): unknown {
  const ring = (points: readonly (readonly [number, number])[]): string => {
    const open = points.slice(1).map(String);
    const start = open.indexOf([...open].sort()[0]!);
    const turned = [...open.slice(start), ...open.slice(0, start)];
    return turned[1]! < turned.at(-1)!
      ? turned.join(" ")
      : [turned[0], ...turned.slice(1).reverse()].join(" ");
  };
  if (shape.type === "Polygon") return shape.coordinates.map(ring);
  if (shape.type === "MultiPolygon") return shape.coordinates.map((rings) => rings.map(ring));
  return shape.coordinates;
}

const rowsIn = async (bytes: Uint8Array) => [...(await open(bytes)).rows()].map(toldRow);

describe("a file of ours, read by ourselves", () => {
  test.each(fileForms.flatMap((form) => kinds.map((kind) => [form, kind] as const)))(
    "as %s with %s is what was written",
    async (form, kind) => {
      const bytes = await writeFileOf(form, [tables[kind]!]);
      expect(await rowsIn(bytes)).toEqual(tables[kind]!.features.map(toldFeature));
    },
  );
});

const gdal = need("gdal");
const drivers: Readonly<Record<FileForm, { ending: string; driver: string; more: string[] }>> = {
  geojson: { ending: "geojson", driver: "GeoJSON", more: ["-lco", "COORDINATE_PRECISION=9"] },
  geopackage: { ending: "gpkg", driver: "GPKG", more: [] },
  shapefile: { ending: "shp.zip", driver: "ESRI Shapefile", more: ["-lco", "ENCODING=UTF-8"] },
  csv: { ending: "csv", driver: "CSV", more: ["-lco", "GEOMETRY=AS_WKT"] },
  excel: { ending: "xlsx", driver: "XLSX", more: [] },
};

describe("with GDAL between", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "zhibu-files-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  type Maker = { readonly driver: string; readonly more: readonly string[] };
  const convert = (from: string, to: string, { driver, more }: Maker): void => {
    execFileSync("ogr2ogr", ["-f", driver, to, from, ...more], { stdio: "pipe" });
  };
  const each = fileForms.flatMap((form) => kinds.map((kind) => [form, kind] as const));

  test.skipIf(!gdal.present).each(each)(
    nameWithCure("what we write as %s with %s ogr2ogr reads without loss", gdal),
    async (form, kind) => {
      const { ending } = drivers[form];
      const path = join(folder, `out-${kind}.${ending}`);
      const back = join(folder, `back-${form}-${kind}.geojson`);
      writeFileSync(path, await writeFileOf(form, [tables[kind]!]));
      convert(path, back, drivers.geojson);
      const rows = [...(await open(new Uint8Array(readFileSync(back)))).rows()];
      // Excel knows no geometry: the driver gives its text, which is held to be the same.
      const placed = rows.map((row): FileRow => {
        const wkt = row.cells.get("WKT");
        if (form !== "excel" || typeof wkt !== "string") return row;
        const { shape } = readWkt(wkt);
        return { ...row, shape: typeof shape === "object" ? shape : null };
      });
      const guarded = (told: object) =>
        JSON.parse(JSON.stringify(told).replaceAll('"\'=1+1"', '"=1+1"')) as unknown;
      const numbers = form === "csv" ? asText : (told: unknown) => told;
      const expected = tables[kind]!.features.map(toldFeature);
      expect(placed.map(toldRow).map(guarded).map(numbers)).toEqual(expected.map(numbers));
    },
  );

  test.skipIf(!gdal.present).each(each.filter(([form]) => form !== "excel"))(
    nameWithCure("what ogr2ogr writes as %s with %s we read without loss", gdal),
    async (form, kind) => {
      const { ending, driver, more } = drivers[form];
      const path = join(folder, `in-${kind}.geojson`);
      const made = join(folder, `made-${kind}.${ending}`);
      writeFileSync(path, await writeFileOf("geojson", [tables[kind]!]));
      convert(path, made, { driver, more });
      const numbers = form === "csv" ? asText : (told: unknown) => told;
      expect((await rowsIn(new Uint8Array(readFileSync(made)))).map(numbers)).toEqual(
        tables[kind]!.features.map(toldFeature).map(numbers),
      );
    },
  );
});

/** CSV has texts alone: a number is what it is written as. */
const asText = (told: unknown): unknown =>
  Object.fromEntries(
    Object.entries(told as object).map(([name, value]) => [
      name,
      typeof value === "number" ? String(value) : (value as unknown),
    ]),
  );
