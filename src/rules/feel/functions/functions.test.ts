import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../test/harness/runs.ts";
import { compareRatio, ratio, subtract, type Ratio } from "../../../base/ratio.ts";
import { evaluateFeel, feelText } from "../feel.ts";
import { rules } from "./numeric.ts";

const valueOf = (text: string): string => {
  const outcome = evaluateFeel(text);
  return outcome.is === "value" ? feelText(outcome.value) : outcome.code;
};

const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([n, d]) => ratio(n, d));

describe("rounding", () => {
  const size = ({ n, d }: Ratio): Ratio => ({ n: n < 0n ? -n : n, d });
  const distance = (value: Ratio, whole: bigint) => size(subtract(value, ratio(whole)));

  test("moves a number by less than one, in its own direction", () => {
    fc.assert(
      fc.property(number, (value) => {
        for (const rule of Object.values(rules)) {
          expect(compareRatio(distance(value, rule(value)), ratio(1))).toBeLessThan(0);
        }
        expect(compareRatio(ratio(rules.floor(value)), value)).toBeLessThanOrEqual(0);
        expect(compareRatio(ratio(rules.ceiling(value)), value)).toBeGreaterThanOrEqual(0);
        const [down, up] = [rules["round down"](value), rules["round up"](value)];
        expect(compareRatio(size(ratio(down)), size(value))).toBeLessThanOrEqual(0);
        expect(compareRatio(size(ratio(up)), size(value))).toBeGreaterThanOrEqual(0);
      }),
      runs(100),
    );
  });

  test("to the nearest is never off by more than a half, and they differ at a half only", () => {
    const half = ratio(1, 2);
    fc.assert(
      fc.property(number, (value) => {
        const found = (["round half up", "round half down", "decimal"] as const).map((name) =>
          rules[name](value),
        );
        for (const whole of found) {
          expect(compareRatio(distance(value, whole), half)).toBeLessThanOrEqual(0);
        }
        const isHalf = compareRatio(distance(value, found[0] ?? 0n), half) === 0;
        expect(new Set(found).size === 1 || isHalf).toBe(true);
        if (isHalf) expect((found[2] ?? 1n) % 2n).toBe(0n);
      }),
      runs(100),
    );
  });
});

/** The places from 0 to 5 in halves that a range of whole ends holds. */
type Sample = { readonly text: string; readonly has: (place: number) => boolean };
const range = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 2 }), fc.boolean(), fc.boolean())
  .map(([low, length, isLowIn, isHighIn]): Sample => {
    const high = low + length;
    return {
      text: `${isLowIn ? "[" : "("}${low}..${high}${isHighIn ? "]" : ")"}`,
      has: (place) =>
        (isLowIn ? place >= low : place > low) && (isHighIn ? place <= high : place < high),
    };
  });
const places = Array.from({ length: 41 }, (_, step) => step / 8);

describe("ranges", () => {
  test("stand to each other as the places that they hold", () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const held = [places.filter(a.has), places.filter(b.has)] as const;
        const share = places.some((place) => a.has(place) && b.has(place));
        const isWithin = held[0].every(b.has);
        const isBefore = held[0].every((one) => held[1].every((other) => one < other));
        expect(valueOf(`overlaps(${a.text}, ${b.text})`)).toBe(String(share));
        expect(valueOf(`during(${a.text}, ${b.text})`)).toBe(String(isWithin));
        expect(valueOf(`includes(${b.text}, ${a.text})`)).toBe(String(isWithin));
        expect(valueOf(`before(${a.text}, ${b.text})`)).toBe(String(isBefore));
        expect(valueOf(`after(${b.text}, ${a.text})`)).toBe(String(isBefore));
      }),
      runs(100),
    );
  });

  test("hold a value as they say", () => {
    fc.assert(
      fc.property(range, fc.constantFrom(...places), (one, place) => {
        expect(valueOf(`${place} in ${one.text}`)).toBe(String(one.has(place)));
        expect(valueOf(`includes(${one.text}, ${place})`)).toBe(String(one.has(place)));
      }),
      runs(100),
    );
  });

  test.each([
    ["meets([1..5], [5..10])", "true"],
    ["meets([1..5), [5..10])", "false"],
    ["met by([5..10], [1..5])", "true"],
    ["overlaps before([1..5], (1..5])", "true"],
    ["overlaps before([1..5], [1..5])", "false"],
    ["overlaps after([3..8], [1..5])", "true"],
    ["finishes(10, [1..10])", "true"],
    ["finished by([1..10], [5..10))", "false"],
    ["starts([1..5], [1..10])", "true"],
    ["started by([1..10], (1..5])", "false"],
    ["coincides([1..5], [1..5])", "true"],
    ['before(1, "a")', "null"],
  ])("%s is %s", (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe("texts and patterns", () => {
  test.each([
    ['matches("a b", "a\\sb")', "true"],
    ['matches("hello", "^h.*o$")', "true"],
    ['matches("a\\nb", "a.b")', "false"],
    ['matches("a\\nb", "a.b", "s")', "true"],
    ['matches("a\\nb\\n", "^$", "m")', "false"],
    ['matches("e", "[a-z-[aeiou]]")', "false"],
    ['matches("Ä", "ä", "i")', "true"],
    ['matches("a.b", "a.b", "q")', "true"],
    ['matches("acb", "a.b", "q")', "false"],
    ['matches("abab", "^(ab)\\1$")', "true"],
    ['matches("你好", "^\\p{Lo}+$")', "true"],
    ['matches("a", "\\p{IsKlingon}")', "pattern_feature"],
    ['matches("a", "(?=a)")', "null"],
    ['matches("a", "a{2,1}")', "null"],
    ['matches("aaa", "^a{2,}$")', "true"],
    ['matches("x", "(a*)*$")', "true"],
    ['replace("abc", "b", "$0$0")', '"abbc"'],
    ['replace("abc", "b", "$")', "null"],
    ['replace("abc", "x*", "-")', "null"],
    ['split("a;b;", ";")', '["a", "b", ""]'],
    ['string length("\\U01F40E")', "1"],
    ['"\\U01F40E" > "\\uFFFD"', "true"],
    ['substring before("foobar", "bar")', '"foo"'],
    ['substring("foobar", 0)', "null"],
    ['upper case("straße")', '"STRASSE"'],
  ])("%s is %s", (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe("calls", () => {
  test.each([
    ["sum([])", "null"],
    ["sum(1, 2, 3)", "6"],
    ["max([3, 1, 2])", "3"],
    ["all([true, null])", "null"],
    ["any([null, true])", "true"],
    ["abs([-1])", "1"],
    ["count(7)", "1"],
    ["modulo(dividend: -10.1, divisor: 4.5)", "3.4"],
    ["modulo(divisor: 4.5)", "null"],
    ["floor(1.55, 1)", "1.5"],
    ["round up(-1.121, 2)", "-1.13"],
    ["decimal(1234.5, -2)", "1200"],
    ["round up(5.5, 6177)", "null"],
    ["sqrt(1/4)", "0.5"],
    ["exp(log(7)) - 7 < 1e-30", "true"],
    ["27 ** (1/3) - 3 < 1e-30", "true"],
    ["insert before([1, 2], 3, 0)", "null"],
    ["sublist([1, 2, 3], -2)", "[2, 3]"],
    ["flatten([1, [2, [3]]])", "[1, 2, 3]"],
    ["union([1, 2], [2, 3])", "[1, 2, 3]"],
    ["context merge([{a: 1}, {b: 2}])", "{a: 1, b: 2}"],
    ['context([{key: "a", value: 1}])', "{a: 1}"],
    ["(function(a: string) a)(1)", "null"],
    ["sort([2, 1])", "[1, 2]"],
    ["{a b: 1, c: a b + 1}.c", "2"],
    ["{a-b: 1, c: a-b}.c", "1"],
    ["1 /* one */ + 1 // two", "2"],
    ["for i in 3..1 return i", "[3, 2, 1]"],
    ["for i in (1..4) return i", "[2, 3]"],
    ["every x in [1, null] satisfies x > 0", "null"],
    ["[[1, 2], [3]][item[1] = 3]", "[[3]]"],
    ["null instance of Any", "false"],
    ["(function(a) a) instance of function<number> -> Any", "true"],
    ["[1..2] instance of range<string>", "false"],
  ])("%s is %s", (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});
