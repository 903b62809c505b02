import { describe, expect, test } from "vitest";
import { areaText, readArea } from "./area.ts";

describe("a drawn area in the address", () => {
  test("is read back to a tenth of a metre", () => {
    const drawn = [
      [116.3974512, 39.9087221],
      [116.4, 39.9],
      [-0.5, -12.25],
    ] as const;
    expect(areaText(drawn)).toBe("116.397451,39.908722;116.400000,39.900000;-0.500000,-12.250000");
    expect(readArea(areaText(drawn))).toEqual([
      [116.397451, 39.908722],
      [116.4, 39.9],
      [-0.5, -12.25],
    ]);
  });

  test.each([
    undefined,
    "",
    "1,2;3,4",
    "1,2;3,4;5",
    "1,2;3,4;5,x",
    "1,2;3,4;5,86",
    "1,2;3,4;5,6,7",
  ])("%s is none", (area) => expect(readArea(area)).toBeUndefined());
});
