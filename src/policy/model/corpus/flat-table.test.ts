import { expect, test } from "vitest";
import { readFlatTable } from "./flat-table.ts";

const text = [
  " \t序号",
  "\t政策",
  "机制",
  "\t主要",
  "举措",
  "\t具体做法",
  "",
  "\t一",
  "\t示例机制甲",
  "\t（一）做法类别",
  "\t1．某市先做。说明第一句。",
  "2．某县后做。说明。",
  "",
  "\t",
  "\t一",
  "\t示例机制甲",
  "",
  "（二）另一类",
  "\t    1.某省也做。说到一半",
  "",
  "\t\t接着说完。",
  "二",
  "\t",
  "示例机制乙",
  "\t（一）又一类",
  "\t1．某区再做。",
].join("\n");

test("a flat table is read cell by cell, though pages repeat its first columns", () => {
  const read = readFlatTable(text);
  expect(read.ok && read.value.title).toBeUndefined();
  const clauses = read.ok ? read.value.clauses : [];
  expect(clauses.map(({ item, kind, heading }) => [item, kind, heading])).toEqual([
    ["1", "part", "一　示例机制甲"],
    ["1.1", "item", "（一）做法类别"],
    ["1.1.1", "point", "1．某市先做"],
    ["1.1.2", "point", "2．某县后做"],
    ["1.2", "item", "（二）另一类"],
    ["1.2.1", "point", "1.某省也做"],
    ["2", "part", "二　示例机制乙"],
    ["2.1", "item", "（一）又一类"],
    ["2.1.1", "point", "1．某区再做"],
  ]);
  const cut = clauses.find(({ item }) => item === "1.2.1")?.text;
  expect(cut).toBe("1.某省也做。说到一半接着说完。");
});

test("a flat table that lost a cell is refused where it is missed", () => {
  expect(readFlatTable(text.replace("2．某县后做。说明。", "3．某县后做。"))).toEqual({
    ok: false,
    refusal: { code: "ordinal_out_of_order", line: 12, under: "1.1", expected: 2, found: 3 },
  });
});
