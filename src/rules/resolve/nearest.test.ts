import { expect, test } from "vitest";
import { nearest, nearestId } from "./nearest.ts";

const ids = ["project.site_area", "project.free", "contribution.kind", "building.kind"];

test("a slip of letters finds the word that was meant", () => {
  expect(nearest("project.site_aera", ids)).toBe("project.site_area");
});

test("a name that was cut short is nearer than one of the same length", () => {
  expect(nearest("project.site", ids)).toBe("project.site_area");
});

test("the right name in the wrong group is nearer than another name in the right one", () => {
  expect(nearestId("project.kind", ids)).toMatch(/\.kind$/);
});

test("nothing is suggested where nothing is near", () => {
  expect(nearest("zzzzzz", ids)).toBeUndefined();
});
