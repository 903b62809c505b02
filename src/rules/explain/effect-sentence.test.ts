import { describe, expect, test } from "vitest";
import { forces } from "../contract/pack.ts";
import { deedText } from "./effect-sentence.ts";

describe("what is barred", () => {
  test("is told as firmly as the clause says, and never encouraged", () => {
    const title = { zh: "住宅", en: "Housing" };
    const told = forces.map((force) => deedText({ kind: "prohibit", force, title }));
    expect(told.map(({ zh }) => zh).sort()).toEqual(
      ["禁止住宅", "原则上禁止住宅", "可以禁止住宅", "不宜住宅"].sort(),
    );
    const advised = deedText({ kind: "prohibit", force: "advice", title });
    expect(advised).toEqual({ zh: "不宜住宅", en: "Is better not: housing" });
    expect(told.map(({ zh }) => zh).join()).not.toContain("鼓励");
  });
});
