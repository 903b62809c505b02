import { describe, expect, test } from "vitest";
import { Cursor } from "./bytes.ts";
import { FileBroken, type FileShape } from "./table.ts";
import { readPackageShape, readWkb } from "./wkb.ts";
import { writePackageShape } from "./write-wkb.ts";

const number = (value: number): number[] => [...new Uint8Array(new Uint32Array([value]).buffer)];
const double = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const head = (code: number): number[] => [1, ...number(code)];
const point = [...head(1), ...double(116.4), ...double(39.9)];
const line = [...head(2), ...number(2), ...[116.4, 39.9, 116.5, 39.9].flatMap(double)];
const read = (bytes: readonly number[]) => readWkb(new Cursor(new Uint8Array(bytes)));

describe("well-known binary", () => {
  test.each<[string, number[]]>([
    ["polygons, of points", [...head(6), ...number(1), ...point]],
    ["polygons, of lines", [...head(6), ...number(1), ...line]],
    ["lines, of points", [...head(5), ...number(2), ...line, ...point]],
    ["points, of lines", [...head(4), ...number(1), ...line]],
    ["polygons, of polygons of polygons", [...head(6), ...number(1), ...head(6), ...number(0)]],
    ["lines, of a collection", [...head(5), ...number(1), ...head(7), ...number(0)]],
    ["no known kind", [...head(99), ...number(0)]],
  ])("of %s is no geometry", (_, bytes) => {
    expect(read(bytes)).toBeUndefined();
  });

  test("of parts in parts without end is no geometry", () => {
    const deep = Array.from({ length: 20_000 }, () => [...head(6), ...number(1)]).flat();
    expect(read(deep)).toBeUndefined();
  });

  test("that counts more than it holds is broken", () => {
    expect(() => read([...head(2), ...number(0xffffffff)])).toThrow(FileBroken);
    expect(() => read([...head(4), ...number(2), ...point])).toThrow(FileBroken);
  });

  const shell = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ] as const;
  test.each<FileShape>([
    { type: "MultiPoint", coordinates: [[1, 2]] },
    { type: "MultiLineString", coordinates: [shell] },
    { type: "MultiPolygon", coordinates: [[shell], [shell]] },
    { type: "LineString", coordinates: Array.from({ length: 1_000 }, (_, at) => [116, at / 1e3]) },
  ])("that we write as $type is read as it was", (shape) => {
    expect(readPackageShape(writePackageShape(shape, 4490))).toEqual(shape);
  });
});
