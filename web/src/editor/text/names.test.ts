import { describe, expect, test } from "vitest";
import type { Suggestion } from "../../../../src/rules/index.ts";
import { nameAt, nameBefore, offeredAt } from "./names.ts";

const word = (kind: Suggestion["kind"], text: string, of?: string): Suggestion => ({
  kind,
  text,
  label: { zh: text, en: text },
  ...(of !== undefined && { of }),
});

const words = [
  word("fact", "project.kind"),
  word("fact", "building.floor_area"),
  word("option", "old factory", "project.kind"),
  word("option", "shop", "building.use"),
  word("parameter", "cap"),
  word("function", "round half up"),
  word("function", "floor"),
  word("unit", "m2"),
  word("unit", "m"),
];

const texts = (list: readonly Suggestion[]): string[] => list.map(({ text }) => text);

describe("what is offered", () => {
  test("in an expression is every name, and no unit or option", () => {
    const offered = texts(offeredAt(words, { kind: "expression" }, "pro"));
    expect(offered).toContain("cap");
    expect(offered).toContain("project.kind");
    expect(offered).not.toContain("m2");
    expect(offered).not.toContain("shop");
  });

  test("behind the name of one subject among many is what such a subject has", () => {
    expect(texts(offeredAt(words, { kind: "expression" }, "b.fl"))).toEqual(["b.floor_area"]);
  });

  test("between quotation marks are the options of the fact that is compared", () => {
    const spot = { kind: "text", expression: 'project.kind in ("' } as const;
    expect(texts(offeredAt(words, spot, ""))).toEqual(["old factory"]);
    expect(texts(offeredAt(words, { ...spot, expression: '"' }, ""))).toHaveLength(2);
  });

  test("as a unit are units alone", () => {
    expect(texts(offeredAt(words, { kind: "unit" }, ""))).toEqual(["m2", "m"]);
  });

  test("begins where the name begins", () => {
    expect(nameBefore("a and project.si")).toBe("project.si");
    expect(nameBefore("a and ")).toBe("");
    expect(nameBefore("(建筑")).toBe("建筑");
  });
});

describe("the name at a place", () => {
  const line = "amount: round half up(project.kind, cap)";
  const found = (part: string): string | undefined =>
    nameAt(words, line, line.indexOf(part))?.suggestion.text;

  test("is the whole name, however many words it has", () => {
    expect(found("half")).toBe("round half up");
    expect(found("kind")).toBe("project.kind");
    expect(found("cap")).toBe("cap");
  });

  test("is none inside a longer name, and none where nothing is known", () => {
    expect(nameAt(words, "landcap", 5)).toBeUndefined();
    expect(found("amount")).toBeUndefined();
  });
});
