import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { excessesOf, limits, type Excess } from "./sizes.ts";
import { code, read } from "./sources.ts";

type Exception = { path: string; limit: string; name?: string; size: number; reason: string };

const exceptions = (parseYaml(read("test/tidy/exceptions.yaml")) as { sizes: Exception[] }).sizes;

const isExcused = (excess: Excess): boolean =>
  exceptions.some(
    ({ path, limit, name, size }) =>
      path === excess.path && limit === excess.limit && name === excess.name && excess.size <= size,
  );

const say = ({ path, line, limit, name, size }: Excess): string =>
  `${path}:${line} ${limit} ${name ?? ""} is ${size}, the limit is ${limits[limit]}`;

const lines = (count: number, text: string): string => `${text}\n`.repeat(count);
const found = (text: string, path = "src/land/model.ts") =>
  excessesOf({ path, text }).map(({ limit, name, size }) => ({ limit, name, size }));

describe("sizes", () => {
  const excesses = code().flatMap(excessesOf);

  test("stay within the limits: split the file by noun, the function by step", () => {
    expect(excesses.filter((excess) => !isExcused(excess)).map(say)).toEqual([]);
  });

  test("have no exception that is not needed, nor looser than needed", () => {
    const idle = exceptions.filter(
      (row) =>
        !excesses.some(
          ({ path, limit, name, size }) =>
            path === row.path && limit === row.limit && name === row.name && size === row.size,
        ),
    );
    expect(idle).toEqual([]);
  });

  test("have a reason for each exception", () => {
    expect(exceptions.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe("the measure of sizes", () => {
  test("sees a file of 301 lines and lets 300 pass", () => {
    expect(found(lines(301, "export {};"))).toEqual([
      { limit: "file", name: undefined, size: 301 },
    ]);
    expect(found(lines(300, "export {};"))).toEqual([]);
  });

  test("sees a function of 41 lines and lets 40 pass", () => {
    const ofLines = (count: number) => `function long() {\n${lines(count - 2, "  step();")}}\n`;
    expect(found(ofLines(41))).toEqual([{ limit: "function", name: "long", size: 41 }]);
    expect(found(ofLines(40))).toEqual([]);
  });

  test("sees an arrow function by the name that it is given", () => {
    const text = `const long = () => {\n${lines(40, "  step();")}};\n`;
    expect(found(text)).toEqual([{ limit: "function", name: "long", size: 42 }]);
  });

  test("lets a chapter of tests be long, but not a test", () => {
    const text = `describe("x", () => {\n${lines(41, "  step();")}});\n`;
    expect(found(text, "src/land/model.test.ts")).toEqual([]);
    expect(found(text.replace("describe", "test"), "src/land/model.test.ts")).toHaveLength(1);
  });

  test("sees four parameters, a line of 101 characters and a third level", () => {
    expect(found("const f = (a, b, c, d) => a;\n")).toEqual([
      { limit: "parameters", name: "f", size: 4 },
    ]);
    expect(found(`// ${"x".repeat(98)}\n`)).toEqual([
      { limit: "line", name: undefined, size: 101 },
    ]);
    expect(found("function f() { if (a) for (;;) if (b) c(); }\n")).toEqual([
      { limit: "nesting", name: "f", size: 3 },
    ]);
  });

  test("lets a sentence of a message table be longer than a line of code", () => {
    expect(found(`// ${"x".repeat(98)}\n`, "src/land/messages.zh.ts")).toEqual([]);
    expect(found(`// ${"x".repeat(158)}\n`, "src/land/messages.zh.ts")).toHaveLength(1);
  });

  test("lets a sentence alone on its line stay whole", () => {
    const text = "x".repeat(110);
    expect(found(`f(\n  "${text}",\n);\n`)).toEqual([]);
    expect(found(`f("${text}", "b");\n`)).toHaveLength(1);
    expect(found(`f(\n  "${text}${text}",\n);\n`)).toHaveLength(1);
  });

  test("counts else-if as one level", () => {
    expect(found("function f() { if (a) b(); else if (c) d(); else if (e) g(); }\n")).toEqual([]);
  });
});
