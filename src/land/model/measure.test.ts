import { describe, expect, test } from "vitest";
import type { MapMeasure } from "../../rules/index.ts";
import { answerMeasure, type LayerReading } from "./measure.ts";

const name = { zh: "甲", en: "A" };
const surface = (id: string, size: number, word: string | null = null) => ({
  id,
  name,
  class: word,
  size,
  lengthCm: 0,
  dimension: 2,
});
const reading = (change: Partial<LayerReading> = {}): LayerReading => ({
  layer: "parks",
  covered: true,
  synthetic: true,
  source: name,
  coveredSize: 0,
  classSizes: new Map(),
  met: [],
  near: [{ id: "p", name, class: null, metres: 12.34, reachM: 0 }],
  ...change,
});
const ask = (measure: MapMeasure["measure"], given: LayerReading | undefined, metres?: number) =>
  answerMeasure(
    { layer: "parks", measure, ...(metres === undefined ? {} : { metres }) },
    given,
    10_000,
  );

describe("a map fact", () => {
  test.each(["within", "distance", "share", "class"] as const)(
    "by %s is unknown where the layer is missing or silent",
    (measure) => {
      expect(ask(measure, undefined)).toMatchObject({ reason: { code: "layer_missing" } });
      expect(ask(measure, reading({ covered: false }))).toMatchObject({
        state: "unknown",
        reason: { code: "layer_silent_here" },
      });
    },
  );

  test("is outside when nothing of the place is covered, and inside when all of it is", () => {
    expect(ask("within", reading())).toMatchObject({ state: "known", value: false });
    const covered = reading({ coveredSize: 10_000, met: [surface("p", 10_000)] });
    expect(ask("within", covered)).toMatchObject({ state: "known", value: true });
  });

  test("is unknown when the place lies partly inside, and says how much", () => {
    const partly = reading({ coveredSize: 2_500, met: [surface("p", 2_500)] });
    expect(ask("within", partly)).toMatchObject({ reason: { code: "partly_inside", share: 0.25 } });
  });

  test("is within reach up to and including the distance", () => {
    expect(ask("within", reading(), 12.34)).toMatchObject({ value: true });
    expect(ask("within", reading(), 12.33)).toMatchObject({ value: false });
  });

  test("is the distance to the nearest feature, and unknown where there is none", () => {
    expect(ask("distance", reading())).toMatchObject({ state: "known", value: 12.34 });
    expect(ask("distance", reading({ near: [] }))).toMatchObject({
      reason: { code: "layer_empty" },
    });
  });

  test("is a share in per cent to two digits", () => {
    expect(ask("share", reading({ coveredSize: 3_333 }))).toMatchObject({ value: 33.33 });
  });

  test("is the class of the one feature that holds the place", () => {
    const one = reading({ coveredSize: 10_000, met: [surface("p", 10_000, "garden")] });
    expect(ask("class", one)).toMatchObject({ state: "known", value: "garden" });
    expect(ask("class", reading())).toEqual({ state: "not_applicable", layer: "parks" });
  });

  test("is unknown when two classes share the place, or one holds a part of it", () => {
    const two = reading({
      coveredSize: 10_000,
      met: [surface("p", 6_000, "a"), surface("q", 4_000, "b")],
    });
    expect(ask("class", two)).toMatchObject({
      reason: { code: "several_classes", classes: ["a", "b"] },
    });
    const part = reading({ coveredSize: 6_000, met: [surface("p", 6_000, "a")] });
    expect(ask("class", part)).toMatchObject({ reason: { code: "partly_inside", share: 0.6 } });
  });

  test("of overlaps is yes as soon as a part lies inside, and no of a sliver", () => {
    const partly = reading({ coveredSize: 2_500, met: [surface("p", 2_500)] });
    expect(ask("overlaps", partly)).toMatchObject({ state: "known", value: true });
    expect(ask("overlaps", reading({ coveredSize: 10 }))).toMatchObject({ value: false });
    expect(ask("overlaps", reading({ coveredSize: 11 }))).toMatchObject({ value: true });
  });

  test("of one class counts that class alone, and is unknown where a class is missing", () => {
    const zones = reading({
      coveredSize: 6_000,
      classSizes: new Map([
        ["zone_1", 1_000],
        ["zone_2", 5_000],
      ]),
      met: [surface("p", 1_000, "zone_1"), surface("q", 5_000, "zone_2")],
    });
    const share = { layer: "parks", measure: "share", class: "zone_1" } as const;
    expect(answerMeasure(share, zones, 10_000)).toMatchObject({ value: 10, from: [{ id: "p" }] });
    const other = { ...share, class: "zone_3" };
    expect(answerMeasure(other, zones, 10_000)).toMatchObject({ value: 0, from: [] });
    const nameless = reading({ coveredSize: 6_000, classSizes: new Map([[null, 6_000]]) });
    expect(answerMeasure(share, nameless, 10_000)).toEqual({
      state: "unknown",
      reason: { code: "class_missing", layer: "parks" },
    });
  });
});
