import { describe, expect, test } from "vitest";
import {
  forgeryTokenOf,
  hashPassword,
  isCommonPassword,
  isPassword,
  isSameSecret,
  newRecoveryCode,
  newToken,
  recoveryCodeSha256,
} from "./secrets.ts";

describe("a password", () => {
  test("is known again by its hash, which names the parameters that OWASP asks for", async () => {
    const hashed = await hashPassword("四季青桥边的老槐树");
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(hashed, "四季青桥边的老槐树")).toBe(true);
    expect(await isPassword(hashed, "四季青桥边的老槐树 ")).toBe(false);
  });

  test.each([
    ["a capital", "correct Horse battery", "correct horse battery"],
    ["the width of a letter", "correct horse ｂattery", "correct horse battery"],
    ["the way an accent is put together", "e\u0301lan du quartier", "\u00e9lan du quartier"],
    ["a last sign after 120 others", `${"长".repeat(120)}一`, `${"长".repeat(120)}二`],
  ])("is taken exactly as it is typed: %s makes another", async (_, one, other) => {
    const hashed = await hashPassword(one);
    expect(await isPassword(hashed, one)).toBe(true);
    expect(await isPassword(hashed, other)).toBe(false);
  });

  test("of nobody is never right, and takes as long to be wrong", async () => {
    const hashed = await hashPassword("correct horse battery");
    const timed = async (given: string | undefined): Promise<number> => {
      const started = performance.now();
      for (let round = 0; round < 10; round += 1) {
        expect(await isPassword(given, "something else")).toBe(false);
      }
      return performance.now() - started;
    };
    await timed(undefined);
    const [known, unknown] = [await timed(hashed), await timed(undefined)];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  test("that is tried first is known to be common", () => {
    expect(isCommonPassword("unbelievable")).toBe(true);
    expect(isCommonPassword("correct horse battery")).toBe(false);
  });
});

describe("a recovery code", () => {
  test("is known however it is typed", () => {
    const code = newRecoveryCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")}`;
    expect(recoveryCodeSha256(typed)).toBe(recoveryCodeSha256(code));
    expect(recoveryCodeSha256(newRecoveryCode())).not.toBe(recoveryCodeSha256(code));
  });

  test("has 128 random bits and more, which a plain hash may keep", () => {
    const signs = newRecoveryCode().replaceAll("-", "");
    expect(signs.length * Math.log2(32)).toBeGreaterThanOrEqual(128);
  });
});

describe("a token", () => {
  test("has 256 bits, and its companion against forgery is another", () => {
    const token = newToken();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(forgeryTokenOf(token)).toBe(forgeryTokenOf(token));
    expect(forgeryTokenOf(token)).not.toBe(forgeryTokenOf(newToken()));
  });

  test("is compared whole, whatever its length", () => {
    expect(isSameSecret("a", "a")).toBe(true);
    expect(isSameSecret("a", "ab")).toBe(false);
  });
});
