import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insideRing } from "../../model/planar.ts";
import { crossesItself } from "../../model/simple.ts";
import { doubleArea, type Point, type Ring } from "../plane.ts";
import { makeBorders } from "./borders.ts";
import { divide } from "./divide.ts";
import { openHole } from "./open-hole.ts";
import { outlinesOf } from "./outline.ts";
import { convexRoom, deepestPoint } from "./room.ts";

const km = 100_000;
const bay: Ring = [
  [0, 0],
  [4 * km, 0],
  [4 * km, 3 * km],
  [2.4 * km, 3 * km],
  [2.2 * km, 1.4 * km],
  [2 * km, 3 * km],
  [0, 3 * km],
];
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

describe("land divided among a list", () => {
  test("is all given out, in rings that share every point of their borders", () => {
    const weights = fc.array(fc.integer({ min: 50, max: 150 }), { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(weights, fc.integer({ min: -80, max: 80 }), (list, tilt) => {
        const borders = makeBorders();
        const shares = list.map((weight, item) => ({ item, weight }));
        const parts = divide({ ring: bay, shares, borders, tilt: () => tilt });
        const rings = parts.map(({ ring }) => borders.through(ring));
        expect(rings).toHaveLength(list.length);
        for (const ring of rings) expect(crossesItself([ring])).toBeUndefined();
        const outlines = outlinesOf(rings);
        expect(outlines).toHaveLength(1);
        expect(outlines[0]).toHaveLength(1);
        expect(doubleArea(outlines[0]![0]!)).toBe(sum(rings.map(doubleArea)));
      }),
    );
  });

  test("gives each about its share", () => {
    const shares = [1, 2, 3, 4].map((weight) => ({ item: weight, weight }));
    const parts = divide({ ring: bay, shares, borders: makeBorders() });
    for (const { item, ring } of parts) {
      const share = doubleArea(ring) / doubleArea(bay);
      expect(Math.abs(share - item / 10)).toBeLessThan(0.02);
    }
  });
});

describe("a shell with a hole", () => {
  const hole: Ring = [
    [km, km],
    [km, 2 * km],
    [1.6 * km, 2 * km],
    [1.6 * km, km],
  ];
  const shell: Ring = [
    [0, 0],
    [4 * km, 0],
    [4 * km, 3 * km],
    [0, 3 * km],
  ];

  test("becomes two rings without one, and one shell with a hole when they are joined", () => {
    const borders = makeBorders();
    const halves = openHole(shell, hole, borders);
    for (const half of halves) expect(crossesItself([half])).toBeUndefined();
    const whole = doubleArea(shell) + doubleArea(hole);
    expect(sum(halves.map(doubleArea))).toBe(whole);
    const [outline, ...others] = outlinesOf(halves);
    expect(others).toEqual([]);
    expect(outline!.map((ring) => Math.sign(doubleArea(ring)))).toEqual([1, -1]);
  });
});

test("rings that meet in a corner stay two, and a ring that closes on itself gets a hole", () => {
  const square = ([x, y]: Point): Ring => [
    [x, y],
    [x + km, y],
    [x + km, y + km],
    [x, y + km],
  ];
  const corner = outlinesOf([square([0, 0]), square([km, km])]);
  expect(corner).toHaveLength(2);
  const around = [0, 1, 2, 3, 5, 6, 7, 8].map((place) =>
    square([(place % 3) * km, Math.floor(place / 3) * km]),
  );
  expect(outlinesOf(around).map((rings) => rings.length)).toEqual([2]);
  const bitten = [...around, square([km, km])].filter((_, place) => place !== 0 && place !== 4);
  for (const rings of outlinesOf(bitten)) expect(crossesItself(rings.slice(0, 1))).toBeUndefined();
});

test("the room of a ring is convex, inside it, and as far from its border as is asked", () => {
  const setback = 1600;
  const room = convexRoom(bay, deepestPoint(bay), setback);
  expect(doubleArea(room) * 3).toBeGreaterThan(doubleArea(bay));
  room.forEach((point, index) => {
    const [next, after] = [room[(index + 1) % room.length]!, room[(index + 2) % room.length]!];
    expect(doubleArea([point, next, after])).toBeGreaterThan(0);
    expect(insideRing(point, bay)).toBe(true);
  });
  expect(crossesItself([bay, room])).toBeUndefined();
});
