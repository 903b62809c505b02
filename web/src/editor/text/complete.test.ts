import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState, Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import type { Diagnostic, Suggestion } from "../../../../src/rules/index.ts";
import { completeFrom } from "./complete.ts";
import { linesOf, type Speech } from "./describe.ts";
import { marksOf } from "./findings.ts";

const words: readonly Suggestion[] = [
  {
    kind: "fact",
    text: "project.site_area",
    label: { zh: "用地面积", en: "Site area" },
    type: "quantity",
    unit: "m2",
  },
  { kind: "parameter", text: "cap", label: { zh: "上限", en: "Cap" }, unit: "%" },
  { kind: "option", text: "shop", label: { zh: "商铺", en: "Shop" }, of: "project.kind" },
];
const kinds = {
  fact: "事实",
  parameter: "参数",
  let: "名称",
  function: "函数",
  word: "语言",
  unit: "单位",
  option: "选项",
  register: "清单",
};
const types = {
  boolean: "是非",
  quantity: "数量",
  enumeration: "选项",
  text: "文字",
  date: "日期",
  list: "多选",
  geometry: "图形",
};
const speech: Speech = { locale: "zh", words: { kinds, types } };

const offered = async (text: string): Promise<string[] | undefined> => {
  const state = EditorState.create({ doc: text });
  const source = completeFrom(() => ({ words, speech }));
  const result = await source(new CompletionContext(state, text.length, false));
  return result?.options.map(({ label, detail }) => `${label} ${detail}`);
};

describe("completion", () => {
  test("finds a name by its letters, and by what it is called", async () => {
    expect(await offered("amount: project.si")).toContain("project.site_area 用地面积");
    expect(await offered("amount: 用地")).toEqual(["project.site_area 用地面积"]);
  });

  test("offers options between quotation marks, and nothing where no name can stand", async () => {
    expect(await offered('when: project.kind = "')).toEqual(["shop 商铺"]);
    expect(await offered("title: { zh: 用地")).toBeUndefined();
    expect(await offered("amount: ")).toBeUndefined();
  });
});

test("a name is told with its kind, type and unit, and each line once", () => {
  const [fact, parameter] = words.map((word) => linesOf(word, speech));
  expect(fact).toEqual(["project.site_area　事实 · 数量 · m²", "用地面积"]);
  expect(parameter).toEqual(["cap　参数 · %", "上限"]);
});

describe("the mark of a finding", () => {
  const finding: Diagnostic = {
    code: "fact_unknown",
    severity: "error",
    file: "city/policy/book/1.yaml",
    line: 2,
    column: 5,
    source: "",
    length: 40,
    message: { zh: "没有这个事实", en: "there is no such fact" },
    hint: { zh: "换一个", en: "take another" },
  };

  test("covers what the finding speaks of, in the reader's language", () => {
    const [mark] = marksOf(Text.of(["rules:", "  - abcdef"]), [finding], "en");
    expect(mark).toMatchObject({ from: 11, to: 17, severity: "error" });
    expect(mark?.message).toBe("there is no such fact\ntake another");
  });

  test("stays inside a text that has become shorter since", () => {
    expect(marksOf(Text.of([""]), [finding], "zh")[0]).toMatchObject({ from: 0, to: 0 });
  });
});
