import { describe, expect, test } from "vitest";
import { rightsPage } from "../../scripts/rights-page.ts";
import { rightsWordsEn } from "../../src/people/messages.en.ts";
import { rightsWordsZh } from "../../src/people/messages.zh.ts";
import { actsOf, kinds } from "../../src/people/model/rights-table.ts";
import { read, root } from "./sources.ts";

describe("docs/rights.md", () => {
  test("says what the table of rights says", async () => {
    expect(read("docs/rights.md")).toBe(await rightsPage(`${root}docs/rights.md`));
  });

  test("has a word for each act in both languages, and none for an act that nobody can do", () => {
    const acts = [...new Set(kinds.flatMap(actsOf))].sort();
    expect(Object.keys(rightsWordsZh.acts).sort()).toEqual(acts);
    expect(Object.keys(rightsWordsEn.acts).sort()).toEqual(acts);
  });
});
