import { expect, test } from "vitest";
import { editedProperties, isChanged, typedProperties } from "./properties.ts";

const before = { name: "甲", synthetic: true, floors: 6, idle: false, use: "住宅", list: [1] };

test("what can be typed is text, numbers, and yes or no", () => {
  expect(typedProperties(before)).toEqual({ floors: "6", idle: "false", use: "住宅" });
});

test("what was typed keeps its kind, what was emptied is gone, and the rest stays", () => {
  const typed = { floors: "7", idle: "true", use: " " };
  expect(editedProperties(before, typed)).toEqual({ list: [1], floors: 7, idle: true });
  expect(isChanged(before, typed)).toBe(true);
  expect(isChanged(before, typedProperties(before))).toBe(false);
});

test("a number that is none any more is kept as it was typed", () => {
  expect(editedProperties(before, { floors: "六" })).toMatchObject({ floors: "六" });
});
