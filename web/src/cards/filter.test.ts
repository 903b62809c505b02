import { describe, expect, test } from "vitest";
import type { CardLine } from "../../../src/policy/contract.ts";
import { evaluationIn, foundBy, noChoice, readCardPageSearch, readCardSearch } from "./filter.ts";

const both = (text: string) => ({ zh: text, en: text });
const card = (id: string, mechanism: string, province: string): CardLine => ({
  id,
  title: both(id),
  cite: { document: "practices", item: "1", label: both("1"), sha256: "" },
  mechanism: { id: mechanism, title: both(mechanism) },
  province: both(province),
  city: null,
  summary: both("summary"),
  conditions: [],
  figures: [],
  rules: 0,
  cases: 0,
});
const cards = [card("floor", "planning", "江苏"), card("fund", "money", "浙江")];

describe("a choice of cards", () => {
  test("lets through by mechanism and by words, the place among them", () => {
    expect(foundBy(cards, { ...noChoice, mechanism: "money" }).map(({ id }) => id)).toEqual([
      "fund",
    ]);
    expect(foundBy(cards, { ...noChoice, words: "江苏" }).map(({ id }) => id)).toEqual(["floor"]);
    expect(foundBy(cards, noChoice)).toHaveLength(2);
  });

  test("is read from its address; a card's page takes the report alone", () => {
    const search = { words: "基金", evaluation: "e1", page: "2" };
    expect(readCardSearch(search)).toEqual({ words: "基金", evaluation: "e1" });
    expect(readCardPageSearch(search)).toEqual({ evaluation: "e1" });
    expect(readCardPageSearch({})).toEqual({});
  });

  test("knows a report by its link and by its number", () => {
    expect(evaluationIn("https://zhibu.example/reports/abc-1?print=1#s2")).toBe("abc-1");
    expect(evaluationIn(" abc-1 ")).toBe("abc-1");
    expect(evaluationIn("")).toBe("");
  });
});
