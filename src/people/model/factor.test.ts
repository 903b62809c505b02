import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  base32,
  codeAt,
  decideAlgorithm,
  decideFactorCode,
  factorAddress,
  factorAlgorithms,
  isAppCode,
  stepOf,
  type FactorAlgorithm,
} from "./factor.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const seeds = {
  sha1: bytes("12345678901234567890"),
  sha256: bytes("12345678901234567890123456789012"),
} as const;
const at = (seconds: number): Date => new Date(seconds * 1_000);
const codeOf = (decided: ReturnType<typeof decideFactorCode>): string =>
  decided.ok ? "taken" : decided.refusal.code;

describe("a code of an app", () => {
  // The last six of the eight digits that the RFC's own table has.
  test.each<[number, FactorAlgorithm, string]>([
    [59, "sha1", "287082"],
    [59, "sha256", "119246"],
    [1_111_111_109, "sha1", "081804"],
    [1_111_111_109, "sha256", "084774"],
    [1_234_567_890, "sha1", "005924"],
    [1_234_567_890, "sha256", "819424"],
    [20_000_000_000, "sha1", "353130"],
    [20_000_000_000, "sha256", "737706"],
  ])("at second %i by %s is %s, as RFC 6238 has it", (second, algorithm, code) => {
    expect(codeAt(seeds[algorithm], algorithm, stepOf(at(second)))).toBe(code);
  });

  test("serves in its own half minute and once, however it is spaced", () => {
    const now = at(1_234_567_890);
    const factor = { seed: seeds.sha256, algorithm: "sha256", lastStep: 0 } as const;
    const taken = decideFactorCode(factor, " 819 424", now);
    expect(taken).toEqual({ ok: true, value: stepOf(now) });
    const used = { ...factor, lastStep: stepOf(now) };
    expect(codeOf(decideFactorCode(used, "819424", now))).toBe("factor_code_spent");
  });

  test.each([-30, 30])("of %i seconds away is told from a wrong one, and not taken", (seconds) => {
    const factor = { seed: seeds.sha1, algorithm: "sha1", lastStep: 0 } as const;
    const now = at(1_234_567_890);
    const code = codeAt(factor.seed, "sha1", stepOf(at(1_234_567_890 + seconds)));
    expect(codeOf(decideFactorCode(factor, code, now))).toBe("factor_code_spent");
    const older = codeAt(factor.seed, "sha1", stepOf(now) - 2);
    expect(codeOf(decideFactorCode(factor, older, now))).toBe("factor_code_wrong");
  });

  test("is judged whatever is typed, and nothing but six digits is ever right", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (typed) => {
        const factor = { seed: seeds.sha1, algorithm: "sha1", lastStep: 0 } as const;
        const decided = decideFactorCode(factor, typed, at(1_234_567_890));
        if (decided.ok) expect(isAppCode(typed)).toBe(true);
      }),
    );
  });
});

describe("an app's first code", () => {
  test.each(factorAlgorithms)("tells that it reckons with %s", (algorithm) => {
    const now = at(1_700_000_000);
    const code = codeAt(seeds.sha256, algorithm, stepOf(now));
    expect(decideAlgorithm(seeds.sha256, code, now)).toEqual({
      ok: true,
      value: { algorithm, step: stepOf(now) },
    });
    const early = codeAt(seeds.sha256, algorithm, stepOf(now) + 1);
    expect(decideAlgorithm(seeds.sha256, early, now)).toMatchObject({
      refusal: { code: "factor_code_spent" },
    });
  });

  test("that fits nothing is refused", () => {
    expect(decideAlgorithm(seeds.sha256, "no code", at(1_700_000_000))).toMatchObject({
      refusal: { code: "factor_code_wrong" },
    });
  });
});

describe("a seed", () => {
  test.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["foobar", "MZXW6YTBOI"],
  ])("%j is written %j, as RFC 4648 has it without its padding", (text, written) => {
    expect(base32(bytes(text))).toBe(written);
  });

  test("stands in an address that an app reads, under the name of its owner", () => {
    const url = new URL(factorAddress(seeds.sha256, "lin@区 局"));
    expect(url.protocol).toBe("otpauth:");
    expect(decodeURIComponent(url.pathname)).toContain("Zhibu:lin@区 局");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret: base32(seeds.sha256),
      issuer: "Zhibu",
      algorithm: "SHA256",
      digits: "6",
      period: "30",
    });
  });
});
