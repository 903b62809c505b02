import { describe, expect, test } from "vitest";
import { importsOf, reachedFrom } from "../../scripts/sources/stamps.ts";
import { sightOf, testStampsOf, type Found } from "../../scripts/sources/tests.ts";

const texts = new Map([
  ["src/base/ratio.ts", "export const one = 1;"],
  ["src/base/ratio.test.ts", 'import { test } from "vitest"; import { one } from "./ratio.ts";'],
  ["src/base/date.test.ts", 'import { test } from "vitest"; import { y } from "yaml";'],
  ["src/packs/load.ts", 'import { readFile } from "node:fs/promises"; import "../base/ratio.ts";'],
  ["src/packs/load.test.ts", 'import { test } from "vitest"; import "./load.ts";'],
  ["src/land/shape.test.ts", 'import { test } from "vitest"; import "./shape.css";'],
  ["src/land/tool.test.ts", 'import ts from "typescript";'],
  ["src/land/glob.test.ts", 'const all = import.meta.glob("*.yaml");'],
  ["src/land/late.test.ts", "const one = await import(name);"],
  ["src/land/soon.test.ts", 'const one = await import("../base/ratio.ts");'],
  ["src/rules/standard.test.ts", "test.skipIf(!isHere)(name, () => {});"],
]);

const tests = [...texts.keys()].filter((path) => path.endsWith(".test.ts"));

describe("what a test may see", () => {
  test.each([
    ["src/base/ratio.test.ts", "imports"],
    ["src/base/date.test.ts", "imports"],
    ["src/land/soon.test.ts", "imports"],
    ["src/packs/load.test.ts", "files"],
    ["src/land/shape.test.ts", "files"],
    ["src/land/tool.test.ts", "files"],
    ["src/land/glob.test.ts", "files"],
    ["src/land/late.test.ts", "files"],
    ["src/rules/standard.test.ts", "beside"],
  ])("follows from all that it reaches: %s sees %s", (path, sight) => {
    expect(sightOf(reachedFrom(path, importsOf(texts)), texts)).toBe(sight);
  });
});

const found: Found = { texts, files: "as they are", beside: "as it is" };

/** The tests whose stamps differ once something else is found. */
function changedWith(other: Partial<Found>, common = ""): readonly string[] {
  const before = testStampsOf(tests, found, "");
  const after = testStampsOf(tests, { ...found, ...other }, common);
  return tests.filter((path) => before.get(path) !== after.get(path));
}

const closed = ["src/base/ratio.test.ts", "src/base/date.test.ts", "src/land/soon.test.ts"];

describe("the stamp of a test", () => {
  test("changes with what it imports", () => {
    const base = new Map([...texts, ["src/base/ratio.ts", "export const one = 2;"]]);
    const near = ["src/base/ratio.test.ts", "src/packs/load.test.ts", "src/land/soon.test.ts"];
    expect(changedWith({ texts: base })).toEqual(near);
  });

  test("changes with any file, where the test may read it", () => {
    const readers = tests.filter((path) => !closed.includes(path));
    expect(changedWith({ files: "one of them changed" })).toEqual(readers);
  });

  test("changes with what stands beside the repository, where the test looks for it", () => {
    expect(changedWith({ beside: "more" })).toEqual(["src/rules/standard.test.ts"]);
  });

  test("changes with what is common to all, and with nothing else", () => {
    expect(changedWith({}, "a newer Node")).toEqual(tests);
    expect(changedWith({})).toEqual([]);
  });
});
