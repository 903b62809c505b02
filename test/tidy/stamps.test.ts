import { describe, expect, test } from "vitest";
import { stampsOf } from "../../scripts/sources/stamps.ts";

const texts = new Map([
  ["src/base/ratio.ts", "export const one = 1;"],
  ["src/rules/amount.ts", 'import { one } from "../base/ratio.ts"; export const two = one + one;'],
  ["src/rules/lazy.ts", 'export const later = () => import("./amount.ts");'],
  ["src/rules/typed.ts", 'export type Two = typeof import("./amount.ts").two;'],
  ["src/land/circle.ts", 'export * from "./square.ts";'],
  ["src/land/square.ts", 'export * from "./circle.ts";'],
  ["src/http/more.d.ts", 'declare module "fastify" { interface Request { more: 1 } }'],
  ["web/src/page.tsx", 'import type { Two } from "../../src/rules/typed.ts"; export type A = Two;'],
  ["web/src/app/router.ts", 'declare module "router" { interface Register { of: 1 } }'],
  ["web/src/alone.ts", "export const alone = 1;"],
]);

/** The sources whose stamps differ once one of them says something else. */
function changedWith(path: string, common = ""): readonly string[] {
  const before = stampsOf(texts, "");
  const text = `${texts.get(path) ?? ""}\nexport type More = 1;`;
  const after = stampsOf(new Map([...texts, [path, text]]), common);
  return [...before.keys()].filter((each) => before.get(each) !== after.get(each));
}

describe("the stamp of a source", () => {
  test("changes with its text and with whatever it reaches by imports of any kind", () => {
    expect(changedWith("src/rules/amount.ts")).toEqual([
      "src/rules/amount.ts",
      "src/rules/lazy.ts",
      "src/rules/typed.ts",
      "web/src/page.tsx",
    ]);
  });

  test("stays as it is while nothing changes that it reaches", () => {
    expect(changedWith("src/rules/lazy.ts")).toEqual(["src/rules/lazy.ts"]);
  });

  test("of sources that import each other changes with either", () => {
    expect(changedWith("src/land/square.ts")).toEqual(["src/land/circle.ts", "src/land/square.ts"]);
  });

  test("changes with what adds to the types of a folder that it reaches", () => {
    const inPages = ["web/src/page.tsx", "web/src/app/router.ts", "web/src/alone.ts"];
    expect(changedWith("web/src/app/router.ts")).toEqual(inPages);
    const apart = ["web/src/app/router.ts", "web/src/alone.ts"];
    const seeing = [...texts.keys()].filter((path) => !apart.includes(path));
    expect(changedWith("src/http/more.d.ts")).toEqual(seeing);
  });

  test("changes with what is common to all", () => {
    expect(changedWith("web/src/alone.ts", "a newer compiler")).toEqual([...texts.keys()]);
  });
});
