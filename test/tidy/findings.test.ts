import { describe, expect, test } from "vitest";
import { faultyAmong, tell, type Told } from "../../scripts/sources/findings.ts";

const given = ["src/a.ts", "src/b.ts"];

const told = (...diagnostics: Told["diagnostics"]): Told => ({
  diagnostics,
  number_of_files: given.length,
});

const inA = {
  message: "It is never used.",
  code: "eslint(no-unused-vars)",
  filename: "src/a.ts",
  help: "Remove it.",
  labels: [{ span: { line: 7 } }],
};

describe("what is found in sources", () => {
  test("leaves those in which nothing is found clean", () => {
    expect([...faultyAmong(given, told(inA))]).toEqual(["src/a.ts"]);
    expect([...faultyAmong(given, told())]).toEqual([]);
  });

  test("in none of them leaves none clean: it may concern all", () => {
    const setting = { message: "Unknown compiler option.", filename: "tsconfig.json" };
    expect([...faultyAmong(given, told(setting))]).toEqual(given);
    expect(tell(given, told(setting))).toEqual(["tsconfig.json Unknown compiler option. "]);
  });

  test("is told with its place, its rule and its cure", () => {
    const line = "src/a.ts:7 It is never used. eslint(no-unused-vars)\n    Remove it.";
    expect(tell(given, told(inA))).toEqual([line]);
  });

  test("by a linter that saw less than it was given is no proof", () => {
    const short = { diagnostics: [], number_of_files: 1 };
    expect([...faultyAmong(given, short)]).toEqual(given);
    expect(tell(given, short)).toEqual(["the linter saw 1 of 2 sources"]);
  });
});
