import { describe, expect, test } from "vitest";
import { divide, ratio, ratioOf } from "./ratio.ts";
import { combineDimensions, defaultQuantum, meantUnit, parseUnit, sameDimension } from "./unit.ts";
import { toBase } from "./unit.ts";

const unit = (text: string) => {
  const read = parseUnit(text);
  if (!read) throw new Error(`no unit ${text}`);
  return read;
};

describe("a unit", () => {
  test("is worth an exact number of base units", () => {
    expect(toBase(ratio(3), unit("mu"))).toEqual(ratio(2000));
    expect(toBase(ratio(20), unit("%"))).toEqual(ratio(1, 5));
    expect(toBase(ratioOf(0.5), unit("years"))).toEqual(ratio(6));
  });

  test("divides into another: a share has no dimension", () => {
    expect(sameDimension(unit("m2/m2").dimension, unit("%").dimension)).toBe(true);
    expect(sameDimension(unit("m2").dimension, unit("m").dimension)).toBe(false);
    expect(unit("yuan/m2").dimension).toEqual({ fen: 1, metre: -2 });
    expect(combineDimensions({ metre: 2 }, { metre: 2 }, -1)).toEqual({});
  });

  test.each([
    ["hm2", "m2", 10_000],
    ["km2", "hm2", 100],
    ["hm2", "mu", 15],
    ["km", "cm", 100_000],
    ["m", "mm", 1000],
    ["years", "months", 12],
    ["years", "quarters", 4],
    ["weeks", "days", 7],
    ["hours", "minutes", 60],
    ["yi_yuan", "wan_yuan", 10_000],
    ["wan_yuan", "yuan", 10_000],
    ["yuan", "fen", 100],
    ["%", "per_mille", 10],
  ])("one %s is so many %s: %i", (whole, part, count) => {
    expect(divide(unit(whole).factor, unit(part).factor)).toEqual(ratio(count));
    expect(sameDimension(unit(whole).dimension, unit(part).dimension)).toBe(true);
  });

  test.each([
    ["months", "days"],
    ["days", "working_days"],
    ["days", "hours"],
    ["households", "dwellings"],
    ["storeys", "items"],
    ["m2", "m3"],
  ])("%s do not turn into %s", (one, other) => {
    expect(sameDimension(unit(one).dimension, unit(other).dimension)).toBe(false);
  });

  test("is known by its symbol and by what people call it", () => {
    expect(["m²", "㎡", "公顷", "亩", "亿元", "个工作日", "层", "ha"].map(meantUnit)).toEqual([
      ...["m2", "m2", "hm2", "mu", "yi_yuan", "working_days", "storeys", "hm2"],
    ]);
    expect(["acre", "", "constructor"].map(meantUnit)).toEqual([undefined, undefined, undefined]);
  });

  test("is refused where nobody knows it", () => {
    expect(parseUnit("acre")).toBeUndefined();
    expect(parseUnit("m2/acre")).toBeUndefined();
    expect(parseUnit("")).toBeUndefined();
    expect(parseUnit("constructor")).toBeUndefined();
  });

  test("has a finest step: 0.01 m², 1 fen, 0.01 m, 0.0001 of a share", () => {
    expect(defaultQuantum("m2")).toEqual(ratio(1, 100));
    expect(defaultQuantum("yuan")).toEqual(ratio(1, 100));
    expect(defaultQuantum("m")).toEqual(ratio(1, 100));
    expect(defaultQuantum("%")).toEqual(divide(ratio(1, 10_000), unit("%").factor));
    expect(defaultQuantum("households")).toEqual(ratio(1));
  });
});
