import { describe, expect, test } from "vitest";
import type { Measure } from "../../rules/index.ts";
import { checkFigures, numeralsOf, readChinese } from "./figures.ts";

const parameter = (unit: string, value: number | string | [number, number]) => ({
  unit,
  values: [{ since: "unknown", value }],
});

const measure = (
  figures: NonNullable<Measure["figures"]>,
  parameters: NonNullable<Measure["parameters"]>,
): Measure => ({
  id: "sample/1",
  title: { zh: "示例", en: "Sample" },
  mechanism: "one",
  standing: "full",
  lead: ["office"],
  addressee: "project",
  cite: { document: "sample", item: 1, sha256: "0".repeat(64) },
  summary: { zh: "示例", en: "Sample" },
  since: "unknown",
  parameters,
  figures,
});

const clause = "1 （一）统一安排，上限 20 %，半径800—1000米，按1:1折算，一年内办结。";
const full = measure(
  [
    { text: "20%", parameter: "cap" },
    { text: "800-1000", parameter: "reach" },
    { text: "1:1", parameter: "rate" },
    { text: "一年", parameter: "term" },
  ],
  {
    cap: parameter("%", 20),
    reach: parameter("m", [800, 1000]),
    rate: parameter("m2/m2", 1),
    term: parameter("years", 1),
  },
);

describe("the figures of a clause", () => {
  test("are all accounted for when each is mapped", () => {
    expect(checkFigures(full, clause)).toMatchObject({ numerals: 4, findings: [] });
  });

  test("leave out the item's number, its ordinal and words that count nothing", () => {
    expect(numeralsOf("1(一)进一步统一,半径一般").map(({ text }) => text)).toEqual([]);
  });

  test("are reported when one is in the clause and not in the measure", () => {
    const short = measure((full.figures ?? []).slice(1), full.parameters ?? {});
    expect(checkFigures(short, clause).findings).toEqual([
      { code: "numeral_unaccounted", numeral: "20%", around: expect.stringContaining("20%") },
    ]);
  });

  test("are reported when the parameter says another number", () => {
    const other = measure(full.figures ?? [], { ...full.parameters, cap: parameter("%", 25) });
    expect(checkFigures(other, clause).findings).toEqual([
      { code: "figure_differs", figure: "20%", parameter: "cap" },
    ]);
  });

  test("are reported when the clause has none such, or nothing is said of them", () => {
    const wrong = measure(
      [
        ...(full.figures ?? []),
        { text: "35%", parameter: "cap" },
        { text: "20%" },
        { text: "20%", parameter: "gap" },
      ],
      full.parameters ?? {},
    );
    expect(checkFigures(wrong, clause).findings).toEqual([
      { code: "figure_not_in_clause", figure: "35%" },
      { code: "figure_without_purpose", figure: "20%" },
      { code: "figure_names_no_parameter", figure: "20%", parameter: "gap" },
    ]);
  });

  test("do not hide in a longer number", () => {
    const two = measure([{ text: "2", excused: { zh: "示例", en: "sample" } }], {});
    expect(checkFigures(two, "（一）共 20 处").findings.map(({ code }) => code)).toEqual([
      "figure_not_in_clause",
      "numeral_unaccounted",
    ]);
  });
});

test("Chinese numerals are read", () => {
  const whole = ["二百五十", "两", "十", "一千零八"].map((text) => readChinese(text)?.n);
  expect(whole).toEqual([250n, 2n, 10n, 1008n]);
  expect(readChinese("半")).toEqual({ n: 1n, d: 2n });
  expect(readChinese("亿")).toBeUndefined();
});
