import type { Draws } from "./draw.ts";
import { lengthOf, minus, shrunk, type Point, type Ring } from "./plane.ts";

/** A rectangle in the upright coordinates of a cell, in centimetres. */
export type Slot = {
  readonly u: number;
  readonly v: number;
  readonly wide: number;
  readonly deep: number;
};

/** The upright coordinates of a cell: `u` runs along its southern side. */
export type Frame = { readonly origin: Point; readonly right: Point; readonly length: number };

/** The frame of a convex cell: along its longest side that runs nearly east. */
export function frameOf(ring: Ring): Frame {
  const sides = ring.map((from, index) => ({
    from,
    along: minus(ring[(index + 1) % ring.length]!, from),
  }));
  const east = sides.filter(({ along: [x, y] }) => x > 0 && Math.abs(y) * 2 < x);
  const [first, ...rest] = east.length > 0 ? east : [{ from: ring[0]!, along: [1, 0] as Point }];
  const best = rest.reduce((a, b) => (lengthOf(b.along) > lengthOf(a.along) ? b : a), first!);
  return { origin: best.from, right: best.along, length: lengthOf(best.along) };
}

/** From upright coordinates to the plane, on the grid. */
export function place({ origin, right, length }: Frame, [u, v]: Point): Point {
  return [
    Math.round(origin[0] + (u * right[0] - v * right[1]) / length),
    Math.round(origin[1] + (u * right[1] + v * right[0]) / length),
  ];
}

/** From the plane to upright coordinates. */
export function upright({ origin, right, length }: Frame, point: Point): Point {
  const [x, y] = minus(point, origin);
  return [(x * right[0] + y * right[1]) / length, (y * right[0] - x * right[1]) / length];
}

/** From where to where a horizontal at height v runs inside the ring (upright coordinates). */
function span(ring: readonly Point[], v: number): readonly [number, number] | undefined {
  const crossings = ring.flatMap(([u, w], index) => {
    const [nextU, nextW] = ring[(index + 1) % ring.length]!;
    return w <= v === nextW <= v ? [] : [u + ((v - w) / (nextW - w)) * (nextU - u)];
  });
  return crossings.length < 2 ? undefined : [Math.min(...crossings), Math.max(...crossings)];
}

export type Rows = {
  /** Free strip along the cell's sides. */
  readonly setback: number;
  readonly deep: readonly [number, number];
  readonly wide: readonly [number, number];
  /** Between neighbours in a row, and between rows. */
  readonly apart: readonly [number, number];
  readonly behind: readonly [number, number];
};

function fillRow(
  row: { from: number; to: number; v: number; deep: number },
  rows: Rows,
  draws: Draws,
): Slot[] {
  const slots: Slot[] = [];
  let u = row.from;
  for (;;) {
    const wide = draws.whole(...rows.wide);
    const fits = u + wide <= row.to ? wide : row.to - u >= rows.wide[0] ? row.to - u : 0;
    if (fits <= 0) break;
    slots.push({ u, v: row.v, wide: Math.floor(fits), deep: row.deep });
    u += Math.floor(fits) + draws.whole(...rows.apart);
  }
  const last = slots.at(-1);
  const spare = last ? Math.floor((row.to - last.u - last.wide) / 2) : 0;
  return slots.map((slot) => ({ ...slot, u: slot.u + spare }));
}

/** Where each row starts and how deep it is; what is left over goes half below and half above. */
function levels(
  [low, top]: readonly [number, number],
  rows: Rows,
  draws: Draws,
): { v: number; deep: number }[] {
  const found: { v: number; deep: number }[] = [];
  for (let v = low; ;) {
    const drawn = draws.whole(...rows.deep);
    const deep = v + drawn <= top ? drawn : Math.floor(top - v);
    if (deep < rows.deep[0]) break;
    found.push({ v, deep });
    v += deep + draws.whole(...rows.behind);
  }
  const last = found.at(-1);
  const spare = last ? Math.floor((top - last.v - last.deep) / 2) : 0;
  return found.map((level) => ({ ...level, v: level.v + spare }));
}

/** Fills a convex cell with rows of rectangles that stay inside it and apart from each other. */
export function rowsOfSlots(ring: Ring, rows: Rows, draws: Draws): { frame: Frame; slots: Slot[] } {
  const frame = frameOf(ring);
  const inner = shrunk(ring, rows.setback).map((point) => upright(frame, point));
  if (inner.length === 0) return { frame, slots: [] };
  const heights = inner.map(([, v]) => v);
  const [low, top] = [Math.ceil(Math.min(...heights)) + 1, Math.floor(Math.max(...heights)) - 1];
  const slots = levels([low, top], rows, draws).flatMap(({ v, deep }) => {
    const [below, above] = [span(inner, v), span(inner, v + deep)];
    if (!below || !above) return [];
    const from = Math.ceil(Math.max(below[0], above[0]));
    const to = Math.floor(Math.min(below[1], above[1]));
    return fillRow({ from, to, v, deep }, rows, draws);
  });
  return { frame, slots };
}
