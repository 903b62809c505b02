import type { Archetype, Plan, RowPlan, Split } from "./plans.ts";
import type { Shape } from "./shapes.ts";

type Range = readonly [number, number];

export const rows = (plan: Omit<RowPlan, "kind">): RowPlan => ({ kind: "rows", ...plan });
export const one = (
  archetype: Archetype,
  shape: Shape,
  [wide, deep]: readonly [Range, Range],
): RowPlan =>
  rows({ archetype, shape, setback: 8, deep, wide, apart: [12, 14], behind: [400, 500], most: 1 });

export const slabs = (archetype: Archetype, behind: Range): RowPlan =>
  rows({
    archetype,
    shape: "bar",
    setback: 6,
    deep: [11, 13],
    wide: [34, 62],
    apart: [9, 13],
    behind,
  });

export const shops = rows({
  archetype: "shop",
  shape: "bar",
  setback: 3,
  deep: [9, 12],
  wide: [16, 28],
  apart: [4, 7],
  behind: [12, 16],
});
export const services = rows({
  archetype: "service",
  shape: "bar",
  setback: 3,
  deep: [6, 9],
  wide: [10, 18],
  apart: [14, 30],
  behind: [60, 80],
  most: 3,
});
export const halls = rows({
  archetype: "hall",
  shape: "bar",
  setback: 6,
  deep: [30, 42],
  wide: [48, 76],
  apart: [10, 14],
  behind: [12, 16],
});
/** A shed of many bays, each its own building with a slot between. */
export const bays = rows({
  archetype: "hall",
  shape: "bar",
  setback: 6,
  deep: [56, 66],
  wide: [15, 15],
  apart: [1, 1],
  behind: [14, 18],
});
export const stores = rows({
  archetype: "warehouse",
  shape: "bar",
  setback: 6,
  deep: [18, 24],
  wide: [30, 46],
  apart: [8, 12],
  behind: [12, 16],
});

export const split = (
  way: "across" | "up",
  gap: number,
  parts: readonly (readonly [number, Plan])[],
): Split => ({
  kind: "split",
  way,
  gap,
  shares: parts.map(([share]) => share),
  parts: parts.map(([, plan]) => plan),
});
