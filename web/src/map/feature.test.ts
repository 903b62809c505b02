import { describe, expect, test } from "vitest";
import { bboxOf, centreOf, featuresIn } from "./feature.ts";

describe("the box around a feature", () => {
  test("holds a point, a line and the rings of a polygon", () => {
    expect(bboxOf([116, 39])).toEqual([116, 39, 116, 39]);
    expect(
      bboxOf([
        [116, 39],
        [117, 40],
      ]),
    ).toEqual([116, 39, 117, 40]);
    expect(
      bboxOf([
        [
          [
            [1, 2],
            [3, 0],
          ],
          [[2, 5]],
        ],
      ]),
    ).toEqual([1, 0, 3, 5]);
  });

  test("is absent where there is nothing", () => {
    expect(bboxOf([])).toBeUndefined();
    expect(centreOf(undefined)).toBeUndefined();
  });

  test("has a middle", () => {
    expect(
      centreOf([
        [0, 0],
        [2, 4],
      ]),
    ).toEqual([1, 2]);
  });
});

describe("the features in a box", () => {
  const line = (...coordinates: number[][]) => ({
    ...({ type: "Feature", id: String(coordinates), properties: {} } as const),
    geometry: { type: "LineString", coordinates },
  });
  const box = [0, 0, 2, 2] as const;

  test("are those of which a part lies in it, wherever their middle is", () => {
    const [through, edge, beside] = [
      line([-9, 1], [1, 1]),
      line([2, 2], [8, 8]),
      line([3, 0], [4, 2]),
    ];
    expect(featuresIn([through, edge, beside], [...box])).toEqual([through, edge]);
  });
});
