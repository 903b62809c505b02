import { describe, expect, test } from "vitest";
import type { FeatureVersion } from "../api/changes.ts";
import { differencesOf, hasMoved, withBefore } from "./versions.ts";

const version = (number: number, properties: Record<string, unknown>): FeatureVersion => ({
  ...{ version: number, validFrom: null, validTo: null, name: "甲", areaM2: 1, synthetic: false },
  ...{ properties, geometry: { type: "Point", coordinates: [116, 40] }, change: null },
});

describe("the versions of a feature", () => {
  test("are told by what differs, with what was added and what is gone", () => {
    const before = version(1, { floors: 6, use: "住宅" });
    const after = { ...version(2, { floors: 7, idle: true }), name: "乙" };
    expect(differencesOf(before, after)).toEqual([
      { name: "name", was: "甲", now: "乙" },
      { name: "floors", was: "6", now: "7" },
      { name: "use", was: "住宅", now: null },
      { name: "idle", was: null, now: "true" },
    ]);
    expect(hasMoved(before, after)).toBe(false);
  });

  test("stand newest first beside the one before, however they come", () => {
    const [one, two] = [version(1, {}), version(2, {})];
    expect(withBefore([one, two])).toEqual([
      { version: two, before: one },
      { version: one, before: undefined },
    ]);
  });
});
