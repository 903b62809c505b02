import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSealedBy, openSeed, sealSeed } from "./factor-seal.ts";

describe("a seed that is kept", () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];
  const seed = randomBytes(32);

  test("is read only with a key that sealed it, and for the account it was sealed for", () => {
    const sealed = sealSeed(key, "lin", seed);
    expect(sealed).not.toContain(seed.toString("base64url"));
    expect(Buffer.from(openSeed([other, key], "lin", sealed))).toEqual(seed);
    expect(() => openSeed([key], "wang", sealed)).toThrow();
    expect(() => openSeed([other], "lin", sealed)).toThrow(
      expect.objectContaining({ code: "factor_unavailable" }),
    );
    expect(() => openSeed([], "lin", sealed)).toThrow(/no key/);
  });

  test("that was changed is not read", () => {
    const sealed = sealSeed(key, "lin", seed);
    const at = sealed.length - 5;
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
    expect(() => openSeed([key], "lin", changed)).toThrow();
  });

  test("is sealed otherwise each time, and tells which key sealed it", () => {
    const sealed = sealSeed(key, "lin", seed);
    expect(sealSeed(key, "lin", seed)).not.toBe(sealed);
    expect([isSealedBy(key, sealed), isSealedBy(other, sealed)]).toEqual([true, false]);
  });
});
