import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaM2,
  lengthMetres,
  metresBetween,
  polygonOf,
  ringAround,
  type LngLat,
} from "./geometry.ts";

const inBeijing = fc.tuple(
  fc.double({ min: 115.5, max: 117.5, noNaN: true }),
  fc.double({ min: 39.5, max: 41, noNaN: true }),
);

describe("what is measured while one draws", () => {
  test("a degree of latitude is 111.2 km long", () => {
    expect(metresBetween([116, 39], [116, 40])).toBeCloseTo(111_195, -2);
  });

  test("a square of 100 m encloses one hectare", () => {
    const dLat = 100 / 111_195;
    const dLng = dLat / Math.cos((39.9 * Math.PI) / 180);
    const square: LngLat[] = [
      [116.4, 39.9],
      [116.4 + dLng, 39.9],
      [116.4 + dLng, 39.9 + dLat],
      [116.4, 39.9 + dLat],
    ];
    expect(areaM2(square)).toBeGreaterThan(9_990);
    expect(areaM2(square)).toBeLessThan(10_010);
    expect(lengthMetres(square)).toBeCloseTo(300, 0);
  });

  test("two points enclose nothing", () => {
    expect(
      areaM2([
        [116, 39],
        [117, 40],
      ]),
    ).toBe(0);
  });

  test("a reach stays at its distance all round", () => {
    fc.assert(
      fc.property(inBeijing, (centre) => {
        for (const point of ringAround(centre, 800)) {
          expect(Math.abs(metresBetween(centre, point) - 800)).toBeLessThan(1);
        }
      }),
    );
  });

  test("a polygon ends where it begins", () => {
    const ring = polygonOf([
      [116.1, 39.1],
      [116.2, 39.1],
      [116.2, 39.2],
    ]).coordinates[0];
    expect(ring).toHaveLength(4);
    expect(ring?.at(-1)).toEqual(ring?.[0]);
  });
});
