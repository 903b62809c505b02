import { describe, expect, test } from "vitest";
import { faultsOfParts, isAllowed, partsOf, type Part } from "../../scripts/dependencies-page.ts";
import { writtenDependencies } from "../../scripts/dependencies.ts";
import { read, root } from "./sources.ts";

describe("what ships", () => {
  test("stands under licences that we may take, each choice with its record", () => {
    const parts = partsOf(root);
    expect(faultsOfParts(parts)).toEqual([]);
    expect(parts.length).toBeGreaterThan(100);
  });

  test("is listed in docs/dependencies.md: npx tsx scripts/dependencies.ts", async () => {
    expect(read("docs/dependencies.md")).toBe(await writtenDependencies());
  });
});

describe("the reading of licences", () => {
  test.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0)", true],
    ["(MIT AND GPL-3.0)", false],
    ["MIT AND ISC", true],
    ["AGPL-3.0", false],
    ["SEE LICENSE IN LICENSE.txt", false],
    ["", false],
  ])("takes %s: %s", (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });

  test("finds a part without a licence, and a choice without a reason", () => {
    const part: Part = { name: "x", version: "1", licence: "", reason: undefined, isDirect: true };
    expect(faultsOfParts([part])).toEqual([
      "x: no licence is not on the list",
      "x: no record says why",
    ]);
  });
});
