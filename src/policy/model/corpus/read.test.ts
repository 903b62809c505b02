import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitBytes, textOf } from "./bytes.ts";
import { readCorpus } from "./read.ts";

const refusalOf = (text: string) => {
  const read = readCorpus(text);
  return read.ok ? undefined : read.refusal;
};
const bytesRead = (bytes: readonly number[]) => textOf(Uint8Array.from(bytes));

describe("a file that is no official text", () => {
  test("is refused when it is empty, or all blank", () => {
    expect(refusalOf("")).toEqual({ code: "text_empty" });
    expect(refusalOf("\n \t\r\n　")).toEqual({ code: "text_empty" });
  });

  test("is refused when hardly anything in it is Chinese, as of a scan", () => {
    expect(refusalOf("|| ~ i1l . ,, 一 -- [ ] o0 ;: www")).toEqual({
      code: "text_without_chinese",
      percent: 4,
    });
  });

  test("is refused when nothing in it is numbered", () => {
    expect(refusalOf("这里只有一段话，没有条款。")).toEqual({ code: "text_without_items" });
  });

  test.each([
    ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ["ZIP, DOCX", [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ["JPEG", [0xff, 0xd8, 0xff, 0xe0]],
    ["binary", [0xe4, 0xb8, 0x80, 0x00, 0x01]],
  ])("is refused by its first bytes: %s", (form, bytes) => {
    expect(bytesRead(bytes)).toEqual({ ok: false, refusal: { code: "text_is_no_text", form } });
  });

  test("is refused in GBK or UTF-16, by name; in what nobody knows, without one", () => {
    /** 城市更新, as GBK has it. */
    const gbk = [0xb3, 0xc7, 0xca, 0xd0, 0xb8, 0xfc, 0xd0, 0xc2];
    expect(bytesRead(gbk)).toEqual({
      ok: false,
      refusal: { code: "text_encoding_other", encoding: "GBK" },
    });
    expect(bytesRead([0xff, 0xfe, 0x00, 0x4e])).toMatchObject({ refusal: { encoding: "UTF-16" } });
    expect(bytesRead([0x41, 0x42, 0xff, 0x41])).toMatchObject({
      refusal: { code: "text_encoding_unknown" },
    });
    const utf8 = new TextEncoder().encode("一、要求");
    expect(textOf(utf8)).toEqual({ ok: true, value: "一、要求" });
  });

  test("is refused when it is of 30 MB, before it is read", () => {
    const bytes = 30 * 1024 * 1024;
    expect(textOf(new Uint8Array(bytes))).toEqual({
      ok: false,
      refusal: { code: "text_too_large", bytes, limitBytes },
    });
  });
});

const repeated = (piece: string): string => piece.repeat(Math.ceil(500_000 / piece.length));
const head = "序号\t政策机制\t政策分类\t牵头单位\t主要举措\n";
const first = "1\t甲\t全面实施\t委\t（一）甲\n";

/** A reader that looked at anything twice for each line would never come to their end. */
describe("half a million characters that were made to cost time", () => {
  test.each([
    ["one sentence in lines", `标题\n一、甲\n${repeated("没有句号的一行\n")}`],
    ["blanks inside a line", `标题\n一、甲乙丙丁${repeated(" ")}乙`],
    ["unclosed tags", `标题\n一、甲\n${repeated("<甲乙丙<a <p ")}`],
    ["contents and maps in turn", repeated("甲\n目录\n附图\n")],
    ["a row that goes on", `${head}${first}${repeated("接着说\n")}`],
    ["a dateline that never ends", `标题\n一、甲\n${repeated("新华社")}`],
    ["ordinals alone", `序号\n${repeated("一\n甲\n")}`],
    ["a table without an end", `甲\n目录\n附图\n第一章 甲\n${repeated("甲\t乙\n")}附图`],
  ])("are read or refused: %s", (_, text) => {
    expect(readCorpus(text)).toHaveProperty("ok");
  });
});

test("no text makes the reader throw", () => {
  const numbered = ["一、甲\n", "（一）乙\n", "1.丙。\n", "第一章 丁\n", "一\n"];
  const others = ["目录\n", "附图\n", "甲\t乙\n", "序号\n", "总则\n", "注:甲\n"];
  const word = fc.oneof(fc.constantFrom(...numbered, ...others), fc.string());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      expect(readCorpus(words.join(""))).toHaveProperty("ok");
    }),
  );
});
