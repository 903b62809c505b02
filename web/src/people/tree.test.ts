import { describe, expect, test } from "vitest";
import { branchesOf, isOpen } from "./tree.ts";

const at = (path: string) => ({
  path,
  parent: path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : null,
});

describe("the tree of organisations", () => {
  test("puts each below its parent", () => {
    const [city] = branchesOf([at("1"), at("1.5"), at("1.2"), at("1.5.a")]);
    expect(city?.below.map(({ line }) => line.path)).toEqual(["1.5", "1.2"]);
    expect(city?.below[0]?.below.map(({ line }) => line.path)).toEqual(["1.5.a"]);
  });

  test("begins where the reader may see", () => {
    expect(branchesOf([at("1.5"), at("1.5.a")]).map(({ line }) => line.path)).toEqual(["1.5"]);
  });

  test("stands open on the way to what is picked", () => {
    expect(isOpen("1", "")).toBe(true);
    expect(isOpen("1.5", "")).toBe(false);
    expect(isOpen("1.5", "1.5.a")).toBe(true);
    expect(isOpen("1.5", "1.55")).toBe(false);
  });
});
