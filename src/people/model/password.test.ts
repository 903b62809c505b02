import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decidePassword, passwordLength } from "./password.ts";

const knowledge = {
  names: ["lin.wanqing", "朝阳区规划和自然资源分局", "Chaoyang planning"],
  isCommon: (text: string) => text === "unbelievable",
};
const codeOf = (password: string): string => {
  const decided = decidePassword(password, knowledge);
  return decided.ok ? "taken" : decided.refusal.code;
};

describe("a new password", () => {
  test.each([
    ["correct horse battery", "taken"],
    ["四季青桥边的老槐树开花了", "taken"],
    ["739281640275", "taken"],
    ["ttxkqmwzrbvn", "taken"],
    ["elevencharss", "taken"],
    ["eleven char", "password_too_short"],
    ["unbelievable", "password_common"],
    ["UNBELIEVABLE", "password_common"],
    ["aaaaaaaaaaaa", "password_common"],
    ["abababababab", "password_common"],
    ["123456789012", "password_common"],
    ["qwertyuiop12", "password_common"],
    ["Password2026!", "password_common"],
    ["P@ssw0rd1234", "password_common"],
    ["beijing2026!!", "password_common"],
    ["Admin@123456", "password_common"],
    ["lin.wanqing1", "password_made_of_names"],
    ["Chaoyang@2026planning", "password_made_of_names"],
    ["朝阳区规划和自然资源分局", "password_made_of_names"],
  ])("%s is %s", (password, outcome) => {
    expect(codeOf(password)).toBe(outcome);
  });

  test("says how long it is, in characters as people count them", () => {
    expect(decidePassword("😀😀", knowledge)).toEqual({
      ok: false,
      refusal: { code: "password_too_short", length: 2, min: passwordLength.min },
    });
    expect(decidePassword("长".repeat(129), knowledge)).toEqual({
      ok: false,
      refusal: { code: "password_too_long", length: 129, max: passwordLength.max },
    });
  });

  test("is kept as it was typed, and known to be common in any form of its letters", () => {
    const apart = "e\u0301le\u0300ve du quartier";
    expect(decidePassword(apart, knowledge)).toEqual({ ok: true, value: apart });
    expect(codeOf("ｕｎｂｅｌｉｅｖａｂｌｅ")).toBe("password_common");
  });

  test("is judged without ever failing, and never taken outside its lengths", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (password) => {
        const decided = decidePassword(password, knowledge);
        if (!decided.ok) return;
        const length = [...decided.value].length;
        expect(length).toBeGreaterThanOrEqual(passwordLength.min);
        expect(length).toBeLessThanOrEqual(passwordLength.max);
      }),
    );
  });
});
