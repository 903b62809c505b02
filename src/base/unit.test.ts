import { describe, expect, test } from "vitest";
import { divide, ratio, ratioOf } from "./ratio.ts";
import { combineDimensions, defaultQuantum, parseUnit, sameDimension, toBase } from "./unit.ts";

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

  test("is refused where nobody knows it", () => {
    expect(parseUnit("acre")).toBeUndefined();
    expect(parseUnit("m2/acre")).toBeUndefined();
    expect(parseUnit("")).toBeUndefined();
  });

  test("has a finest step: 0.01 m², 1 fen, 0.01 m, 0.0001 of a share", () => {
    expect(defaultQuantum("m2")).toEqual(ratio(1, 100));
    expect(defaultQuantum("yuan")).toEqual(ratio(1, 100));
    expect(defaultQuantum("m")).toEqual(ratio(1, 100));
    expect(defaultQuantum("%")).toEqual(divide(ratio(1, 10_000), unit("%").factor));
    expect(defaultQuantum("households")).toEqual(ratio(1));
  });
});
