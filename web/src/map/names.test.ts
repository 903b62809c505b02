import { describe, expect, test } from "vitest";
import type { FeatureCollection } from "../api/land.ts";
import { compoundNames, sharedBeginning } from "./names.ts";

const building = (name: string, compound: string, lng: number) => ({
  type: "Feature" as const,
  id: name,
  geometry: { type: "Polygon", coordinates: [[[lng, 39] as unknown, [lng + 2, 41] as unknown]] },
  properties: { name, name_en: "", compound },
});

const collection = (features: FeatureCollection["features"]): FeatureCollection => ({
  type: "FeatureCollection",
  truncated: false,
  features,
});

describe("the names of compounds", () => {
  test("are what their buildings' names share, without a dangling number", () => {
    expect(sharedBeginning(["锦泰新村 1 号楼", "锦泰新村 12 号楼"])).toBe("锦泰新村");
    expect(sharedBeginning(["Works Hall 1", "Works Hall 2"])).toBe("Works Hall");
    expect(sharedBeginning(["甲", "乙"])).toBe("");
    expect(sharedBeginning([])).toBe("");
  });

  test("stand once in the middle, and only where there are several buildings", () => {
    const [name, ...others] = compoundNames(
      collection([
        building("纱石厂 1 号", "a", 116),
        building("纱石厂 2 号", "a", 118),
        building("独栋", "b", 110),
      ]),
    );
    expect(others).toEqual([]);
    expect(name?.properties).toMatchObject({ name: "纱石厂", name_en: "纱石厂" });
    expect(name?.geometry).toEqual({ type: "Point", coordinates: [118, 40] });
  });
});
