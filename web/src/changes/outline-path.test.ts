import { expect, test } from "vitest";
import { frameOf, pathOf } from "./outline-path.ts";

const square = (size: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [0, size],
      [size, size],
      [0, 0],
    ],
  ],
});

test("two outlines stand in one frame, so that the smaller looks smaller", () => {
  const frame = frameOf([square(1), square(2)], 100)!;
  expect(pathOf(square(2), frame)).toBe("M0.0 100.0L0.0 0.0 76.6 0.0 0.0 100.0");
  expect(pathOf(square(1), frame)).toBe("M0.0 100.0L0.0 50.0 38.3 50.0 0.0 100.0");
});

test("a point is drawn, and nothing has no frame", () => {
  const point = { type: "Point", coordinates: [116, 40] };
  expect(pathOf(point, frameOf([point], 100)!)).toBe("M0.0 0.0m-3 -3h6v6h-6z");
  expect(frameOf([null], 100)).toBeUndefined();
});
