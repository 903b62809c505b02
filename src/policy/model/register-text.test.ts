import { describe, expect, test } from "vitest";
import type { FactDefinition, Register } from "../../rules/index.ts";
import { mostEntries, readRegister } from "./register-text.ts";

const both = (text: string) => ({ zh: text, en: text });
const list: Register = {
  id: "closed-list",
  ...{ title: both("清单"), issuer: "unknown", date: "unknown", state: "empty", entries: [] },
};
const shares: Register = {
  ...list,
  figures: { unit: "%", at_least: 0, at_most: 100, values: {} },
};
const use: FactDefinition = {
  ...{ id: "parcel.use", type: "enumeration", label: both("用途"), source: ["asked"] },
  options: [
    { id: "housing", label: { zh: "居住用地", en: "Housing" } },
    { id: "industry", label: { zh: "工矿用地", en: "Industry" } },
  ],
};
const name: FactDefinition = {
  ...{ id: "project.name", type: "text", label: both("名称"), source: ["asked"] },
};

const read = (text: string, register: Register = list, facts: readonly FactDefinition[] = []) =>
  readRegister({ text, register, facts });
const refusal = (text: string, register?: Register, facts?: readonly FactDefinition[]) => {
  const found = read(text, register, facts);
  return found.ok ? undefined : found.refusal;
};

describe("a list", () => {
  test("holds one entry a line, without blanks around it", () => {
    expect(read("\uFEFF门卫室 \n\n 岗亭\r\n", list, [name])).toEqual({
      ok: true,
      value: { entries: ["门卫室", "岗亭"] },
    });
  });

  test("takes an option by its id or either label", () => {
    const found = read("居住用地\nIndustry", list, [use]);
    expect(found).toEqual({ ok: true, value: { entries: ["housing", "industry"] } });
    expect(read("housing", list, [use])).toEqual({ ok: true, value: { entries: ["housing"] } });
  });

  test.each([
    ["", { code: "register_blank", register: "closed-list" }],
    ["居住用地\n居住用地", { code: "register_entry_twice", line: 2, entry: "housing", first: 1 }],
    [
      "居住用第",
      { code: "register_entry_unknown", line: 1, entry: "居住用第", nearest: "居住用地" },
    ],
    ["居住用地,工矿用地", { code: "register_columns", line: 1, expected: 1, found: 2 }],
    ['"居住用地', { code: "register_unreadable", line: 1 }],
    ["长".repeat(401), { code: "register_entry_invalid", line: 1, length: 401 }],
  ])("%j is refused by its line", (text, expected) => {
    expect(refusal(text, list, [use])).toEqual(expected);
  });

  test("is bounded", () => {
    const lines = Array.from({ length: mostEntries + 1 }, (_, at) => `条目${at}`).join("\n");
    const found = { code: "register_too_long", found: mostEntries + 1, most: mostEntries };
    expect(refusal(lines, list, [name])).toEqual(found);
  });
});

describe("a register of figures", () => {
  test("has a figure for each entry, exactly, in its own unit", () => {
    const found = read("用地,比例（‰）\n居住用地,125\n工矿用地,33.3", shares, [use]);
    expect(found).toEqual({
      ok: true,
      value: {
        entries: ["housing", "industry"],
        figures: { housing: "25/2", industry: "333/100" },
      },
    });
  });

  test.each([
    ["用地,比例\n居住用地,10", { code: "register_unit_missing", expected: "%" }],
    [
      "用地,比例（平方米）\n居住用地,10",
      { code: "register_unit_wrong", unit: "平方米", expected: "%" },
    ],
    ["用地,比例（%）\n居住用地,一成", { code: "register_figure_invalid", line: 2, text: "一成" }],
    [
      "用地,比例（%）\n居住用地,110",
      { code: "register_figure_outside", line: 2, text: "110", least: "0", most: "100" },
    ],
    ["用地,比例（%）\n居住用地", { code: "register_columns", line: 2, expected: 2, found: 1 }],
    [
      "用地,比例（%）\n居住用地,10\nhousing,20",
      { code: "register_entry_twice", line: 3, entry: "housing", first: 2 },
    ],
  ])("%j is refused", (text, expected) => {
    expect(refusal(text, shares, [use])).toEqual(expected);
  });
});

test("a text holds no entries, whatever it says", () => {
  const text: Register = { ...list, kind: "text" };
  expect(read("第一条 略", text)).toEqual({ ok: true, value: { entries: [] } });
});
