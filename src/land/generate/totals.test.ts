import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion, settleStoreys } from "./totals.ts";

describe("sharing out a total", () => {
  test("adds up to it exactly, and moves no part by more than one from its fair share", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 200_000_000 }), (given, total) => {
        const shares = apportion(given, total);
        const sum = given.reduce((all, part) => all + part, 0);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
        for (const [index, share] of shares.entries()) {
          expect(Math.abs(share - (given[index]! * total) / sum)).toBeLessThan(1.001);
        }
      }),
    );
  });
});

describe("settling storeys", () => {
  const tower = (floors: number) => ({
    id: "t",
    footprintDm2: 50_000,
    floors,
    fewest: 5,
    most: 30,
  });

  test("comes as near to the target as whole storeys can", () => {
    const list = [tower(10), tower(12)];
    const sum = settleStoreys(list, { sumDm2: 1_100_000, targetDm2: 1_370_000 });
    expect(sum).toBe(1_350_000);
    expect(list.map(({ floors }) => floors).reduce((a, b) => a + b)).toBe(27);
  });

  test("stays within the storeys that a building may have", () => {
    const list = [tower(29)];
    expect(settleStoreys(list, { sumDm2: 1_450_000, targetDm2: 9_000_000 })).toBe(1_500_000);
    expect(list[0]?.floors).toBe(30);
  });
});
