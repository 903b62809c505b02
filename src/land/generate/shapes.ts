import { place, type Frame, type Slot } from "./slots.ts";
import type { Point, Ring } from "./plane.ts";

/** What a building's outline looks like inside its slot. */
export type Shape = "bar" | "cross" | "u" | "l" | "oval";

const outlines: Readonly<Record<Shape, readonly Point[]>> = {
  bar: [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ],
  cross: [
    [28, 0],
    [72, 0],
    [72, 28],
    [100, 28],
    [100, 72],
    [72, 72],
    [72, 100],
    [28, 100],
    [28, 72],
    [0, 72],
    [0, 28],
    [28, 28],
  ],
  u: [
    [0, 0],
    [24, 0],
    [24, 66],
    [76, 66],
    [76, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ],
  l: [
    [0, 0],
    [100, 0],
    [100, 42],
    [38, 42],
    [38, 100],
    [0, 100],
  ],
  oval: [
    [50, 0],
    [69, 4],
    [85, 15],
    [96, 31],
    [100, 50],
    [96, 69],
    [85, 85],
    [69, 96],
    [50, 100],
    [31, 96],
    [15, 85],
    [4, 69],
    [0, 50],
    [4, 31],
    [15, 15],
    [31, 4],
  ],
};

/** The outline of a building of this shape that fills its slot. */
export function outlineOf(frame: Frame, slot: Slot, shape: Shape): Ring {
  return outlines[shape].map(([across, up]) =>
    place(frame, [slot.u + (slot.wide * across) / 100, slot.v + (slot.deep * up) / 100]),
  );
}
