import { describe, expect, test } from "vitest";
import { readGazette } from "./gazette.ts";

const gazette = `
# 某公报

## 目 录

- 关于印发某规划的通知 ..... (4)

某市示例规划
(2021年—2025年)

# 目 录

## 总 则

第一节 规划依据

## 第一章 示例目标

### 一、示例方向

附图

北京市人民政府公报

——一句题词

## 前 言

前言的话。

# 总 则

#### 第一节 规划依据

- 1.《示例法》(2019年修正)
- 2.《示例条例》(2020年)

# 第一章 示例目标

引言在这里断

北京市人民政府公报

开。

##### **一、示例方向**

方向的话。

## (一)分项一

### 1. 细目,没有句号

细目的话。1. 行内的数字不是条款。

## (二)分项二

表 2—1 示例指标表

指标	单位	数
甲	公顷	1
	亩	2

指标	单位	数
乙		3

注:单位不同。

表后的话。

## 附 图

附图 1 示例图

# 某市示例规划

图例	第一章 不是条款

某市另一规划

# 目 录

## 序言

附图

## 序言

另一份的话。

## 第一章 开头

### 第一节 分节

## 附图
`;

function plansOf(text: string) {
  const read = readGazette(text);
  return read.ok ? read.value : [];
}
const clauseOf = (text: string, item: string) =>
  plansOf(text)[0]?.clauses.find((clause) => clause.item === item);

describe("a gazette", () => {
  test("holds several plans, each between the two lists of its maps", () => {
    const plans = plansOf(gazette);
    expect(plans.map(({ title }) => title)).toEqual(["某市示例规划", "某市另一规划"]);
    expect(plans[1]?.clauses.map(({ item }) => item)).toEqual(["preamble", "1", "1.1"]);
  });

  test("is read by its numbers, whatever level a heading is printed at", () => {
    expect(plansOf(gazette)[0]?.clauses.map(({ item, kind }) => [item, kind])).toEqual([
      ["preamble", "preamble"],
      ["0", "general"],
      ["0.1", "section"],
      ["0.1.1", "law"],
      ["0.1.2", "law"],
      ["1", "chapter"],
      ["1.1", "article"],
      ["1.1.1", "item"],
      ["1.1.1.1", "point"],
      ["1.1.2", "item"],
      ["table-2-1", "table"],
      ["table-2-1.1", "row"],
      ["table-2-1.2", "row"],
      ["table-2-1.3", "row"],
      ["table-2-1.note", "note"],
    ]);
  });

  test("joins what pages cut, without their furniture", () => {
    expect(clauseOf(gazette, "1")?.text).toBe("第一章 示例目标\n引言在这里断开。");
    expect(clauseOf(gazette, "1.1.1.1")?.text).toBe(
      "1. 细目,没有句号\n细目的话。1. 行内的数字不是条款。",
    );
  });

  test("has tables that go on over pages, named by the line above, with empty cells", () => {
    expect(clauseOf(gazette, "table-2-1")).toMatchObject({
      parent: "1.1.2",
      heading: "表 2—1 示例指标表",
      cells: ["指标", "单位", "数"],
    });
    expect(clauseOf(gazette, "table-2-1.2")).toMatchObject({ cells: ["", "亩", "2"] });
    expect(clauseOf(gazette, "table-2-1.3")).toMatchObject({ cells: ["乙", "", "3"] });
    expect(clauseOf(gazette, "1.1.2")?.text).toBe("(二)分项二\n表后的话。");
  });

  test("is refused where a table is cut in a row", () => {
    expect(readGazette(gazette.replace("\t亩\t2", "\t亩"))).toMatchObject({
      ok: false,
      refusal: { code: "item_incomplete", item: "table-2-1.2", columns: 2, expected: 3 },
    });
  });

  test("is refused where a chapter or an item is lost", () => {
    expect(readGazette(gazette.replace("(一)分项一", "分项一"))).toMatchObject({
      ok: false,
      refusal: { code: "ordinal_out_of_order", under: "1.1", expected: 1, found: 2 },
    });
  });
});
