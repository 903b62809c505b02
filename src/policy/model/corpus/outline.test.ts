import { describe, expect, test } from "vitest";
import { readOutline } from "./outline.ts";

const plan = `
示例行动计划（2021-2025年）

为了示例，制定本计划。

一、总体要求

（一）原则

1. 先试，后行。慢慢来。

2.共享。大家来。

二、类型

(一) 院落

到 2025 年，完成 10 处，页面在这里断

开，句子接着走。

责任单位：甲局
完成时限：2021年12月

示例政策清单

一、综合类（2项）

1.写一份办法。

责任单位：甲局

2.再写一份。

二、规划类（1项）

3.编一份规划。
`;

/** Address, kind and parent of each clause. */
function treeOf(text: string) {
  const read = readOutline(text);
  if (!read.ok) return read.refusal;
  return read.value.clauses.map(({ item, kind, parent }) => [item, kind, parent]);
}

function clauseOf(text: string, item: string) {
  const read = readOutline(text);
  return read.ok ? read.value.clauses.find((clause) => clause.item === item) : undefined;
}

describe("an outline", () => {
  test("is read as parts, items and points, and where the parts begin anew as a list", () => {
    expect(treeOf(plan)).toEqual([
      ["preamble", "preamble", null],
      ["1", "part", null],
      ["1.1", "item", "1"],
      ["1.1.1", "point", "1.1"],
      ["1.1.2", "point", "1.1"],
      ["2", "part", null],
      ["2.1", "item", "2"],
      ["list", "list", null],
      ["list.group-1", "group", "list"],
      ["list.1", "task", "list.group-1"],
      ["list.2", "task", "list.group-1"],
      ["list.group-2", "group", "list"],
      ["list.3", "task", "list.group-2"],
    ]);
    expect(readOutline(plan)).toMatchObject({
      ok: true,
      value: { title: "示例行动计划（2021-2025年）" },
    });
  });

  test("joins a sentence that a page cut, and begins anew at a label", () => {
    expect(clauseOf(plan, "2.1")?.text).toBe(
      [
        "(一) 院落",
        "到 2025 年，完成 10 处，页面在这里断开，句子接着走。",
        "责任单位：甲局",
        "完成时限：2021年12月",
      ].join("\n"),
    );
  });

  test("takes as heading a line, or the first sentence of what runs on", () => {
    expect(clauseOf(plan, "1.1")?.heading).toBe("（一）原则");
    expect(clauseOf(plan, "1.1.1")?.heading).toBe("1. 先试，后行");
    expect(clauseOf(plan, "list")?.heading).toBe("示例政策清单");
  });

  test("hashes a clause alike however it is spaced, and without what stands under it", () => {
    const spaced = plan.replace("到 2025 年", "到2025年").replace("断\n\n开", "断开");
    expect(clauseOf(spaced, "2.1")?.sha256).toBe(clauseOf(plan, "2.1")?.sha256);
    const deeper = plan.replace("先试，后行", "先行，后试");
    expect(clauseOf(deeper, "1.1")?.sha256).toBe(clauseOf(plan, "1.1")?.sha256);
    expect(clauseOf(deeper, "1.1.1")?.sha256).not.toBe(clauseOf(plan, "1.1.1")?.sha256);
  });

  test("is refused at the first number out of order", () => {
    expect(treeOf(plan.replace("2.共享", "3.共享"))).toEqual({
      code: "ordinal_out_of_order",
      ...{ line: 12, under: "1.1", expected: 2, found: 3 },
    });
    expect(treeOf(plan.replace("3.编一份", "4.编一份"))).toMatchObject({
      ...{ code: "ordinal_out_of_order", under: "list", expected: 3, found: 4 },
    });
  });
});

const newspaper = `
 这里是前言，说明为什
么要有这份文件。

一、要求
坚持示例，栏目把词断
开。
（一）做好示
范。认真做
事。

（二）做好记

录。再说一句。 新华社示例5月15日电

某某办公厅

关于做好示例的意见
（2025年5月2日）

新华社示例5月15日电（记者 某）
一、报道不是条款
（三）也不是
`;

describe("a newspaper page", () => {
  test("has its title behind the text, and the report on it is no clause", () => {
    expect(readOutline(newspaper)).toMatchObject({
      ok: true,
      value: { title: "关于做好示例的意见" },
    });
    expect(treeOf(newspaper)).toEqual([
      ["preamble", "preamble", null],
      ["1", "part", null],
      ["1.1", "item", "1"],
      ["1.2", "item", "1"],
    ]);
  });

  test("joins words that columns broke, also within a heading, and drops the dateline", () => {
    expect(clauseOf(newspaper, "1")?.text).toBe("一、要求\n坚持示例，栏目把词断开。");
    expect(clauseOf(newspaper, "1.1")?.heading).toBe("（一）做好示范");
    expect(clauseOf(newspaper, "1.2")?.text).toBe("（二）做好记录。再说一句。");
  });
});
