import { describe, expect, test } from "vitest";
import { csvCell, csvText } from "./csv.ts";

describe("a cell of an exported table", () => {
  test.each([
    ["=HYPERLINK(0)", "'=HYPERLINK(0)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\t=1", "'\t=1"],
  ])("%j is no formula", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  test.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ["two\nlines", '"two\nlines"'],
    ['=1,"x"', '"\'=1,""x"""'],
    ["", ""],
  ])("%j stays whole", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

test("a table begins with the mark of its characters and ends its lines", () => {
  expect(
    csvText([
      ["时间", "谁"],
      ["1", "林"],
    ]),
  ).toBe("\u{FEFF}时间,谁\r\n1,林\r\n");
});
