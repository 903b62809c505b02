import { expect, test } from "vitest";
import type { Feature } from "../api/land.ts";
import { columnsOf, rowsOf } from "./table.ts";

const feature = (id: string, properties: Record<string, unknown>): Feature => ({
  type: "Feature",
  id,
  geometry: { type: "Point", coordinates: [116, 39] },
  properties: { id, synthetic: true, ...properties },
});
const houses = [
  feature("b-2", { name: "丙楼", name_en: "C", floors: 6, idle: true }),
  feature("b-10", { name: "甲楼", name_en: "A", floors: 12 }),
  feature("b-1", { name: "乙楼", name_en: "B" }),
];
const reading = {
  ...({ locale: "zh", words: "", column: "name", isDown: false } as const),
  wordOf: (column: string, code: string) => (code === "retail" ? `${column} 商业楼` : code),
};
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test("the name comes first, and what fewer features have comes later", () => {
  expect(columnsOf(houses)).toEqual(["name", "id", "floors", "idle"]);
});

test("rows stand in the order of a column, what is missing last either way", () => {
  expect(ids(rowsOf(houses, { ...reading, column: "floors" }))).toEqual(["b-2", "b-10", "b-1"]);
  const down = { ...reading, column: "floors", isDown: true };
  expect(ids(rowsOf(houses, down))).toEqual(["b-10", "b-2", "b-1"]);
});

test("codes are sorted by their numbers, names by the reader's language", () => {
  expect(ids(rowsOf(houses, { ...reading, column: "id" }))).toEqual(["b-1", "b-2", "b-10"]);
  expect(rowsOf(houses, { ...reading, locale: "en" })[0]!.cells["name"]).toBe("A");
});

test("words narrow the rows by any of their cells", () => {
  expect(ids(rowsOf(houses, { ...reading, words: "丙" }))).toEqual(["b-2"]);
  expect(rowsOf(houses, { ...reading, words: "none" })).toEqual([]);
});

test("codes are told in the reader's words, and found by them", () => {
  const shop = feature("b-3", { name: "丁楼", kind: "retail" });
  expect(rowsOf([shop], { ...reading, words: "商业楼" })[0]!.cells["kind"]).toBe("kind 商业楼");
});
