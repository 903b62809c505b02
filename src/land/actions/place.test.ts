import { describe, expect, test } from "vitest";
import { layersAsked } from "./place.ts";

describe("the layers that measures ask", () => {
  test("are looked at however far wherever the nearest feature answers, also with a no", () => {
    const { layers, far } = layersAsked([
      { layer: "faults", measure: "within", metres: 1000 },
      { layer: "rivers", measure: "distance" },
      { layer: "farmland", measure: "within" },
      { layer: "blue_lines", measure: "overlaps" },
    ]);
    expect(layers).toEqual(["faults", "rivers", "farmland", "blue_lines"]);
    expect(far).toEqual(["faults", "rivers"]);
  });
});
