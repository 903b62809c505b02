import { describe, expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";
import { searchVector, searchWords } from "./search-words.ts";

const queriesOf = (text: string) => {
  const words = searchWords(text);
  return words.ok ? words.value.map(({ query }) => query) : words.refusal;
};

describe("words that are looked for", () => {
  test("are pairs of characters in a row; figures and Latin words stand whole", () => {
    expect(queriesOf("容积率 奖励")).toEqual(["'容积' <1> '积率'", "'奖励'"]);
    expect(queriesOf("不超过2.4米")).toEqual(["'不超' <1> '超过' <2> '2.4' <1> '米':*"]);
    expect(queriesOf("REITs、５Ｇ")).toEqual(["'reits'", "'5' <1> 'g'"]);
  });

  test("are found as one character by what begins with it", () => {
    expect(queriesOf("可")).toEqual(["'可':*"]);
  });

  test("are refused where there are none, and what is no word cannot become a query", () => {
    expect(queriesOf(" ，；")).toEqual({ code: "search_empty" });
    expect(queriesOf("' | !甲:*")).toEqual(["'甲':*"]);
  });
});

test("a clause is indexed by its places, its heading before the rest", () => {
  expect(searchVector("甲乙", "甲乙\n丙,甲乙")).toBe("'甲乙':1A,4 '乙丙':2A '丙':3 '乙':5");
});

describe("an excerpt", () => {
  test("marks what was looked for, through blanks and widths", () => {
    expect(excerptOf("甲 乙，丙：Ａ1", ["甲乙", "a1"])).toEqual({
      text: "甲 乙，丙：Ａ1",
      marks: [
        { start: 0, end: 3 },
        { start: 6, end: 8 },
      ],
    });
  });

  test("is taken where most of the words stand together", () => {
    const text = `容积率${"一".repeat(300)}容积率和奖励${"二".repeat(300)}`;
    const { text: part, marks } = excerptOf(text, ["容积率", "奖励"]);
    expect(part.length).toBe(160);
    expect(marks.map(({ start, end }) => part.slice(start, end))).toEqual(["容积率", "奖励"]);
  });
});
