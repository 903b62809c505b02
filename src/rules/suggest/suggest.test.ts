import { describe, expect, test } from "vitest";
import { functionNames } from "../check/calls.ts";
import type { FactDefinition, Measure } from "../contract/pack.ts";
import { parseExpression } from "../parse/expression.ts";
import type { Located } from "../source.ts";
import { formWords, functionWords } from "./functions.ts";
import { ownSuggestions, suggestionsOf } from "./suggest.ts";

const located = <T>(value: T): Located<T> => ({
  value,
  file: "city/file.yaml",
  at: () => ({ file: "city/file.yaml", line: 1, column: 1, source: "" }),
});

const kind: FactDefinition = {
  id: "project.kind",
  type: "enumeration",
  label: { zh: "类别", en: "Kind" },
  question: { zh: "是哪一类？", en: "Which kind is it?" },
  options: [{ id: "old factory", label: { zh: "老旧厂房", en: "Old factory" } }],
  source: ["asked"],
};

describe("what an author is offered", () => {
  test("names every function that a rule may call, and no other", () => {
    expect(Object.keys(functionWords).sort()).toEqual([...functionNames].sort());
  });

  test("shows each function and word in a form that the grammar reads", () => {
    const forms = [...Object.values(functionWords), ...Object.values(formWords)];
    const unread = forms.filter(({ form }) => !parseExpression(form).ok);
    expect(unread).toEqual([]);
  });

  test("tells of a fact its name, type and question, and offers each of its options", () => {
    const offered = suggestionsOf({ facts: [located(kind)], registers: [] });
    expect(offered.find(({ text }) => text === "project.kind")).toEqual({
      kind: "fact",
      text: "project.kind",
      label: kind.label,
      means: kind.question,
      type: "enumeration",
    });
    expect(offered.find(({ of }) => of === "project.kind")?.text).toBe("old factory");
    expect(offered.find(({ text }) => text === "mu")?.label).toEqual({ zh: "亩", en: "mu" });
  });

  test("tells of a parameter its figures with their unit, and of a let value its expression", () => {
    const measure = {
      parameters: {
        cap: { unit: "m2", values: [{ since: "unknown", value: [800, 1000] }] },
      },
      rules: [{ id: "award", let: { share: "a / b\n" } }],
    } as unknown as Measure;
    expect(ownSuggestions(measure)).toEqual([
      {
        kind: "parameter",
        text: "cap",
        label: { zh: "cap", en: "cap" },
        means: { zh: "800–1000 m²", en: "800–1000 m²" },
        unit: "m2",
      },
      { kind: "let", text: "share", label: { zh: "a / b", en: "a / b" } },
    ]);
  });
});
