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

  test("of one class is unknown where the layer does not know the word that is met", () => {
    const core = {
      layer: "ecological_red_line",
      measure: "overlaps",
      class: "reserve_core",
    } as const;
    const met = (word: string) =>
      reading({
        layer: "ecological_red_line",
        coveredSize: 6_000,
        classSizes: new Map([[word, 6_000]]),
        met: [surface("p", 6_000, word)],
      });
    expect(answerMeasure(core, met("other"), 10_000)).toMatchObject({ value: false });
    expect(answerMeasure(core, met("reserve_core"), 10_000)).toMatchObject({ value: true });
    expect(answerMeasure(core, met("核心区"), 10_000)).toEqual({
      state: "unknown",
      reason: { code: "class_missing", layer: "ecological_red_line" },
    });
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

  describe("where the layer does not cover all of the place", () => {
    const partly = { covered: false, coveredSize: 2_500, met: [surface("p", 2_500)] };

    test("is yes of what certainly lies there, and unknown of the rest", () => {
      expect(ask("overlaps", reading(partly))).toMatchObject({ state: "known", value: true });
      expect(ask("within", reading({ covered: false }), 12.34)).toMatchObject({ value: true });
      const silent = { state: "unknown", reason: { code: "layer_silent_here" } };
      expect(ask("overlaps", reading({ covered: false }))).toMatchObject(silent);
      expect(ask("within", reading({ covered: false }), 12.33)).toMatchObject(silent);
      expect(ask("share", reading(partly))).toMatchObject(silent);
      expect(ask("distance", reading({ covered: false }))).toMatchObject(silent);
    });
  });

  describe("of one class, beside a feature that bears none", () => {
    const near = (word: string | null, metres: number) => ({
      id: `${word}`,
      name,
      class: word,
      metres,
      reachM: 0,
    });
    const line = (word: string | null) => ({
      ...surface("l", 0, word),
      lengthCm: 500,
      dimension: 1,
    });
    const askZone = (measure: MapMeasure["measure"], given: LayerReading, metres?: number) =>
      answerMeasure(
        { layer: "parks", measure, class: "zone", ...(metres === undefined ? {} : { metres }) },
        given,
        10_000,
      );
    const missing = { state: "unknown", reason: { code: "class_missing", layer: "parks" } };

    test("does not take a nameless line for a no", () => {
      expect(askZone("overlaps", reading({ met: [line(null)] }))).toEqual(missing);
      expect(askZone("overlaps", reading({ met: [line("other")] }))).toMatchObject({
        value: false,
      });
      const both = reading({ met: [line(null), line("zone")] });
      expect(askZone("overlaps", both)).toMatchObject({ state: "known", value: true });
    });

    test("does not take a nameless neighbour for a no, unless it is too far to matter", () => {
      const nearby = reading({ near: [near(null, 50), near("zone", 300)] });
      expect(askZone("within", nearby, 100)).toEqual(missing);
      expect(askZone("within", nearby, 40)).toMatchObject({ value: false });
      expect(askZone("within", nearby, 300)).toMatchObject({ value: true, from: [{ id: "zone" }] });
      expect(askZone("distance", nearby)).toEqual(missing);
      const behind = reading({ near: [near("zone", 30), near(null, 50)] });
      expect(askZone("distance", behind)).toMatchObject({ value: 30 });
    });

    test("is yes where the class itself certainly lies there", () => {
      const mixed = reading({
        coveredSize: 6_000,
        classSizes: new Map([
          ["zone", 1_000],
          [null, 5_000],
        ]),
      });
      expect(askZone("overlaps", mixed)).toMatchObject({ state: "known", value: true });
      expect(askZone("share", mixed)).toEqual(missing);
    });
  });
});
