import { describe, expect, test } from "vitest";
import { matches } from "./matches.ts";

describe("a filter by words", () => {
  test("wants every word, in any text and any case", () => {
    expect(matches("factory floor", ["Factory", "more floor area"])).toBe(true);
    expect(matches("factory roof", ["Factory", "more floor area"])).toBe(false);
    expect(matches("厂房", ["老旧厂房改造"])).toBe(true);
  });

  test("lets everything through where nothing is typed", () => {
    expect(matches("  ", ["anything"])).toBe(true);
  });
});
