import { expect, test } from "vitest";
import { ColumnCollector } from "./columns.ts";
import type { Cell } from "./table.ts";

const sampleOf = (cell: Cell): (string | null)[][] => {
  const columns = new ColumnCollector();
  columns.add({ number: 1, cells: new Map([["a", cell]]), shape: null, fault: null });
  return columns.told().sample;
};

test.each<[string, string, string]>([
  ["the sign of nothing", "x\0y", "x\ufffdy"],
  ["half a sign", "x\ud800y", "x\ufffdy"],
  ["a sign that the cut goes through", `${"x".repeat(99)}🏘`, `${"x".repeat(99)}\ufffd`],
])("the sample of a cell with %s is one that any database keeps", (_, cell, shown) => {
  expect(sampleOf(cell)).toEqual([[shown]]);
});
