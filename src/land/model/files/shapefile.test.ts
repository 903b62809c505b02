import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openDbf } from "./dbf.ts";
import { openFile } from "./open.ts";
import { FileBroken } from "./table.ts";
import { dbfFields, writeDbf } from "./write-dbf.ts";
import { writeShapefile } from "./write-shapefile.ts";
import type { ExportFeature } from "./write-table.ts";

const feature = (id: string): ExportFeature => ({
  ...{ id, name: id, name_en: id, synthetic: false, valid_from: null, properties: {} },
  geometry: {
    type: "LineString",
    coordinates: [
      [116.4, 39.9],
      [116.5, 39.9],
    ],
  },
});
const features = ["a", "b", "c"].map(feature);
const files = unzipSync(writeShapefile([{ layer: "faults", features }]));
const read = (change: (shp: Uint8Array) => Uint8Array, more: object = {}): number => {
  const changed = { ...files, "faults.shp": change(files["faults.shp"]!), ...more };
  return [...openFile(zipSync(changed)).rows()].length;
};
/** The head of a record, its kind, its box, two counts, where its part begins, two points. */
const record = 8 + 4 + 32 + 8 + 4 + 2 * 16;

describe("a shapefile", () => {
  test("is read to the end that its head tells", () => {
    expect(read((shp) => shp)).toBe(3);
    expect(read((shp) => new Uint8Array([...shp, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(3);
  });

  test.each([
    ["between two records", record],
    ["in a record", record - 5],
    ["in the head of a record", 2 * record - 4],
    ["in its own head", 3 * record + 50],
    ["to nothing", 3 * record + 100],
  ])("that is cut %s is broken", (_, bytes) => {
    expect(() => read((shp) => shp.slice(0, shp.length - bytes))).toThrow(FileBroken);
  });

  test("whose table has other rows than it has shapes is broken", () => {
    const fields = dbfFields(["id"], [["a"], ["b"]]);
    const table = { "faults.dbf": writeDbf(fields, [["a"], ["b"]]) };
    expect(() => read((shp) => shp, table)).toThrow(/SHP: 3, DBF: 2/);
  });
});

describe("the table of a shapefile", () => {
  const back = (rows: readonly (string | number)[][]) => {
    const table = openDbf(writeDbf(dbfFields(["figure"], rows), rows), "UTF-8");
    return rows.map((_, at) => table.row(at).map(([, cell]) => cell));
  };

  test("keeps every number, however unlike those of a column are", () => {
    const numbers = [12_345_678_901_234, 0.1234567890123456, -0.1, 3, -1.7976931348623, 1e-6];
    const rows = numbers.map((number) => [number]);
    expect(back(rows)).toEqual(rows);
  });

  test("writes as text what has no room as a number", () => {
    expect(back([[1e21], [5]])).toEqual([["1e+21"], ["5"]]);
  });

  test.each<[string, number, number, string]>([
    ["more columns than readers take", 256, 1, "too_many_columns"],
    ["a text that no column holds", 1, 255, "too_large"],
    ["all that the form has room for", 255, 254, "taken"],
  ])("with %s is taken, or refused by name", (_, columns, length, fate) => {
    const names = Array.from({ length: columns }, (_each, at) => `c${at}`);
    const row = names.map(() => "x".repeat(length));
    const write = (): string => {
      try {
        writeDbf(dbfFields(names, [row]), [row]);
        return "taken";
      } catch (cause) {
        if (cause instanceof FileBroken) return cause.fault;
        throw cause;
      }
    };
    expect(write()).toBe(fate);
  });
});
