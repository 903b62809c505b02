import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runConformanceCase, type ConformanceCase } from "./conformance.ts";

const file = new URL("../../../../shared/data/feel-cases/cases.json", import.meta.url);
const isHere = existsSync(file);
const cure = "put feel-cases into ../shared/data, beside this folder";
const title = "the cases of the standard";

describe.skipIf(!isHere)(isHere ? title : `${title}: to run, ${cure}`, () => {
  const cases = isHere ? (JSON.parse(readFileSync(file, "utf8")) as ConformanceCase[]) : [];
  const results = cases.map((one) => ({ ...runConformanceCase(one), expected: one.expected }));

  test("have no wrong value", () => {
    expect(results.filter(({ status }) => status === "failed")).toEqual([]);
  });

  test("are met to the last digit, but for one in five hundred", () => {
    const near = results.filter(({ isNear }) => isNear);
    expect(near.length).toBeLessThan(cases.length / 500);
  });

  test("pass to 97 of 100, values and errors apart", () => {
    for (const isError of [false, true]) {
      const part = results.filter(({ err }) => err === isError);
      const passed = part.filter(({ status }) => status === "passed");
      expect(passed.length / part.length).toBeGreaterThan(0.97);
    }
  });

  test("say why, wherever they expect an error", () => {
    const silent = results.filter(({ err, error, unsupported }) => err && !error && !unsupported);
    expect(silent.map(({ suite, id }) => `${suite} ${id}`)).toEqual([]);
  });
});

describe("a case", () => {
  const one: ConformanceCase = {
    level: "3",
    suite: "own",
    id: "1",
    expr: "2 / 3",
    inputs: {},
    expected: "0.667",
    typeRef: "number",
    err: false,
  };

  test.each<[Partial<ConformanceCase>, string]>([
    [{}, "passed"],
    [{ expected: "0.666" }, "failed"],
    [{ expr: "a b * 3", inputs: { "a b": "1 / 3" }, expected: "1" }, "passed"],
    [{ expr: "[1]", expected: "1" }, "passed"],
    [{ expr: '"a"', expected: '"a"' }, "failed"],
    [{ expr: "1 instance of tOwn", expected: "true" }, "unsupported"],
    [{ expr: "1 +", err: true, expected: "null" }, "passed"],
    [{ expr: "1 / 0", err: true, expected: "null" }, "passed"],
    [{ expr: "1", err: true, expected: "null" }, "failed"],
  ])("%o is %s", (change, status) => {
    expect(runConformanceCase({ ...one, ...change }).status).toBe(status);
  });

  test.each([
    ["0.66666666666", { status: "passed", isNear: true }],
    ["0.6666666", { status: "failed" }],
  ])("of 2 / 3 that expects %s is %o", (expected, result) => {
    expect(runConformanceCase({ ...one, expected })).toMatchObject(result);
  });
});
