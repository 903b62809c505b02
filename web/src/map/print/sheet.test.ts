import { expect, test } from "vitest";
import { scaleNumber, scaleText, sheetZoom, windowPx } from "./sheet.ts";

test("the sheet shows as much ground across as the screen", () => {
  expect(sheetZoom(12, windowPx.wide)).toBe(12);
  expect(sheetZoom(12, windowPx.wide / 2)).toBe(13);
});

test("the scale is that of the paper: one zoom nearer, half the number", () => {
  const centre = [116.4, 39.9] as const;
  const near = scaleNumber({ zoom: 13, centre });
  expect(near).toBeCloseTo(scaleNumber({ zoom: 12, centre }) / 2, 6);
  // 40,075 km cos 39.9° over 2^22 pixels of 0.2646 mm.
  expect(near).toBeCloseTo(27_704, -1);
});

test("the scale is told to two figures", () => {
  expect(scaleText(27_704)).toBe("1:28,000");
  expect(scaleText(999)).toBe("1:1,000");
  expect(scaleText(7.4)).toBe("1:7");
});
