import { describe, expect, test } from "vitest";
import type { Measure } from "../../rules/index.ts";
import { wordsOf } from "./clause-words.ts";
import { checkClause, type Account } from "./figures.ts";
import { numeralsOf, readChinese } from "./numerals.ts";

const parameter = (unit: string, value: number | string | [number, number]) => ({
  unit,
  values: [{ since: "unknown", value }],
});

const measure = (
  figures: Account["figures"],
  parameters: NonNullable<Measure["parameters"]>,
): Account => ({
  id: "sample/1",
  figures,
  words: [],
  parameters,
  targets: {},
  due: undefined,
});

const checkFigures = (account: Account, text: string) => checkClause(text, [account]);

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
    const short = measure(full.figures.slice(1), full.parameters);
    expect(checkFigures(short, clause).findings).toEqual([
      { code: "numeral_unaccounted", numeral: "20%", around: expect.stringContaining("20%") },
    ]);
  });

  test("are reported when the parameter says another number", () => {
    const other = measure(full.figures, { ...full.parameters, cap: parameter("%", 25) });
    expect(checkFigures(other, clause).findings).toEqual([
      { code: "figure_differs", figure: "20%", name: "cap" },
    ]);
  });

  test("are reported when the clause has none such, or nothing is said of them", () => {
    const wrong = measure(
      [
        ...full.figures,
        { text: "35%", parameter: "cap" },
        { text: "20%" },
        { text: "20%", parameter: "gap" },
      ],
      full.parameters,
    );
    expect(checkFigures(wrong, clause).findings).toEqual([
      { code: "figure_not_in_clause", figure: "35%" },
      { code: "figure_without_purpose", figure: "20%" },
      { code: "figure_names_nothing", figure: "20%", name: "gap" },
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

describe("targets and due dates", () => {
  const account: Account = {
    ...measure([], {}),
    figures: [
      { text: "1.6亿", target: "homes" },
      { text: "2021年12月", due: true },
    ],
    targets: { homes: [{ value: 160_000_000 }] },
    due: "2021-12",
  };
  const text = "（二）改造1.6亿平方米。时限：2021 年 12 月";

  test("are figures, ten thousands and hundred millions written out or not", () => {
    expect(checkFigures(account, text)).toMatchObject({ numerals: 3, findings: [] });
    expect(
      checkFigures({ ...account, targets: { homes: [{ value: 1.6 }] } }, text).findings,
    ).toEqual([]);
  });

  test("are reported when they say something else", () => {
    const late = { ...account, due: "2021-10", targets: { homes: [{ value: 16_000_000 }] } };
    expect(checkFigures(late, text).findings).toEqual([
      { code: "figure_differs", figure: "1.6亿", name: "homes" },
      { code: "figure_differs", figure: "2021年12月", name: "due" },
    ]);
  });
});

describe("the words of force of a clause", () => {
  const text = "(三)许可后可持续使用,可转让,不得出租;原则上应当备案,可注销。";
  const words: Account["words"] = [
    { word: "可", nth: 1, rule: "transfer" },
    { word: "可", nth: 2, rule: "cancel" },
    { word: "不得", nth: 1, rule: "letting" },
    { word: "原则上", nth: 1, rule: "filing" },
    { word: "应当", nth: 1, duty: true },
  ];
  const account = { ...measure([], {}), words };

  test("are counted one kind at a time, and not inside words that mean something else", () => {
    expect(wordsOf(text).map(({ word, nth }) => `${word} ${nth}`)).toEqual([
      "可 1",
      "不得 1",
      "原则上 1",
      "应当 1",
      "可 2",
    ]);
  });

  test("are all accounted for when each has its rule, duty or excuse", () => {
    expect(checkFigures(account, text)).toMatchObject({ words: 5, findings: [] });
  });

  test("are accounted for by all that rests on the clause together", () => {
    const [first, ...others] = words;
    const parts = [
      { ...account, words: first ? [first] : [] },
      { ...account, words: others },
    ];
    expect(checkClause(text, parts).findings).toEqual([]);
  });

  test("are reported when one is left out, told twice, or not there", () => {
    const wrong: Account["words"] = [
      ...words.slice(1),
      { word: "不得", nth: 1, duty: true },
      { word: "鼓励", nth: 1, duty: true },
    ];
    expect(checkFigures({ ...account, words: wrong }, text).findings).toEqual([
      { code: "word_not_in_clause", word: "鼓励", nth: 1 },
      { code: "word_accounted_twice", word: "不得", nth: 1 },
      { code: "word_unaccounted", word: "可", nth: 1, around: expect.stringContaining("可转让") },
    ]);
  });
});

test("Chinese numerals are read", () => {
  const whole = ["二百五十", "两", "十", "一千零八"].map((text) => readChinese(text)?.n);
  expect(whole).toEqual([250n, 2n, 10n, 1008n]);
  expect(readChinese("半")).toEqual({ n: 1n, d: 2n });
  expect(readChinese("亿")).toBeUndefined();
});
