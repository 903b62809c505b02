import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clauseHash } from "../clause.ts";
import { readOrdinal } from "./ordinals.ts";
import { readCorpus } from "./read.ts";
import { readTable } from "./table.ts";

const head = "序号\t政策机制\t政策分类\t牵头单位\t主要举措";
const book = (...rows: string[]) => ["附件", "示例工具书（1.0版）", "", ...rows].join("\n");
const pages = book(
  head,
  "1\t一、机制甲\t全面实施\t示例委\t<p>（一）甲之一，不超过5%。</p>",
  "2\t\t试点推进\t示例委、 示例局\t(二) 甲之二。",
  "",
  head,
  "3\t九、页上写错的机制\t探索研究\t示例局\t（一）乙之一。",
);

describe("reading a table of measures", () => {
  test("counts mechanisms by the items' own ordinals, whatever the page says", () => {
    const read = readTable(pages);
    expect(read).toMatchObject({ ok: true, value: { title: "示例工具书（1.0版）" } });
    if (!read.ok) return;
    const { clauses } = read.value;
    expect(clauses.map(({ item, parent, cells }) => [item, parent, cells[0]])).toEqual([
      ["group-1", null, undefined],
      ["1", "group-1", "全面实施"],
      ["2", "group-1", "试点推进"],
      ["group-2", null, undefined],
      ["3", "group-2", "探索研究"],
    ]);
    expect(clauses[1]?.text).toBe("（一）甲之一，不超过5%。");
    expect(clauses.map(({ heading }) => heading)).toEqual([
      "一、机制甲",
      "（一）甲之一，不超过5%",
      "(二) 甲之二",
      "",
      "（一）乙之一",
    ]);
  });

  test("hashes an item alike however the page is laid out", () => {
    const tidy = readTable(pages);
    const wild = readTable(
      pages
        .replace("5%", " 5 ％ ")
        .replace("（一）甲", "(一) 甲")
        .replace("机制甲", "丙")
        .replace(/\n/g, "\r\n"),
    );
    expect(wild.ok && wild.value.clauses[1]?.sha256).toBe(tidy.ok && tidy.value.clauses[1]?.sha256);
  });

  test("hashes an item differently when one character changes, its standing included", () => {
    const hash = (text: string) => {
      const read = readTable(text);
      return read.ok && read.value.clauses[1]?.sha256;
    };
    expect(hash(pages.replace("5%", "6%"))).not.toBe(hash(pages));
    expect(hash(pages.replace("全面实施", "试点推进"))).not.toBe(hash(pages));
  });

  test("goes on with a row that a line break cut", () => {
    const cut = readTable(pages.replace("甲之二。", "甲之\n二。"));
    const whole = readTable(pages);
    expect(cut.ok && cut.value.clauses[2]?.sha256).toBe(whole.ok && whole.value.clauses[2]?.sha256);
  });

  test.each([
    ["", { code: "text_empty" }],
    ["一段没有表格的文字", { code: "text_without_items" }],
    [
      book(head, "2\t甲\t全面实施\t委\t（一）"),
      { code: "item_out_of_order", line: 5, expected: 1, found: 2 },
    ],
    [
      book(head, "1\t甲\t全面实施\t（一）"),
      { code: "item_incomplete", line: 5, item: "1", columns: 4, expected: 5 },
    ],
    [book(head, "1\t甲\t全面实施\t委\t没有序次"), { code: "ordinal_missing", line: 5, item: 1 }],
    [
      book(head, "1\t甲\t全面实施\t委\t（一）", "2\t甲\t全面实施\t委\t（三）"),
      { code: "ordinal_out_of_order", line: 6, under: "group-1", expected: 2, found: 3 },
    ],
  ])("is refused by name and line: %j", (text, refusal) => {
    expect(readCorpus(text)).toEqual({ ok: false, refusal });
  });

  test("never throws, whatever text comes", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (noise) => {
        readTable(`${head}\n1\t${noise}\n${noise}`);
      }),
    );
  });
});

test("Chinese ordinals are read up to 九十九", () => {
  expect(["一", "九", "十", "十六", "二十", "九十九"].map(readOrdinal)).toEqual([
    1, 9, 10, 16, 20, 99,
  ]);
});

test("a clause's hash ignores tags, spaces, widths and zero-width characters", () => {
  expect(clauseHash("<p>不超过 2.4\u200b 米（含）</p>")).toBe(clauseHash("不超过2.4米(含)"));
});
