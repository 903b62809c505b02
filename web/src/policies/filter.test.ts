import { describe, expect, test } from "vitest";
import type { MeasureLine } from "../../../src/policy/contract.ts";
import { countsOf, foundBy, isChosen, noChoice, readPolicySearch, searchOf } from "./filter.ts";

const both = (text: string) => ({ zh: text, en: text });

const line = (id: string, part: Partial<MeasureLine>): MeasureLine => ({
  id,
  title: both(id),
  mechanism: "floor-area",
  standing: "full",
  addressee: "project",
  addressees: ["project"],
  lead: [{ id: "planning", title: both("规划部门") }],
  summary: both("summary"),
  cite: { document: "toolbox", item: 1, label: both("工具箱·1"), sha256: "" },
  rules: 1,
  cases: 1,
  duty: false,
  concerns: [],
  ...part,
});

const measures = [
  line("award", { concerns: ["heritage"] }),
  line("lease", { standing: "pilot", addressees: ["company", "project"], mechanism: "finance" }),
  line("factory", { standing: "pilot", concerns: ["heritage", "building.kind:factory"] }),
];
const ids = (lines: readonly MeasureLine[]) => lines.map(({ id }) => id);

describe("a choice of the law book", () => {
  test("lets through what meets all of it, and everything where nothing is chosen", () => {
    expect(ids(foundBy(measures, noChoice))).toEqual(["award", "lease", "factory"]);
    const pilots = { ...noChoice, standing: "pilot" };
    expect(ids(foundBy(measures, pilots))).toEqual(["lease", "factory"]);
    expect(ids(foundBy(measures, { ...pilots, concern: "heritage" }))).toEqual(["factory"]);
    expect(ids(foundBy(measures, { ...noChoice, addressee: "company" }))).toEqual(["lease"]);
    expect(ids(foundBy(measures, { ...noChoice, words: "规划 factory" }))).toEqual(["factory"]);
  });

  test("counts what each value would leave beside the other choices, its own left aside", () => {
    const chosen = { ...noChoice, standing: "full", concern: "heritage" };
    expect(countsOf(measures, chosen, "standing")).toEqual(
      new Map([
        ["full", 1],
        ["pilot", 1],
      ]),
    );
    expect(countsOf(measures, chosen, "mechanism")).toEqual(new Map([["floor-area", 1]]));
  });

  test("is read back from its own address, and from no other's words", () => {
    const chosen = { ...noChoice, words: "厂房", agency: "planning" };
    expect(searchOf(chosen)).toEqual({ words: "厂房", agency: "planning" });
    expect(readPolicySearch({ ...searchOf(chosen), page: 2, standing: ["full"] })).toEqual({
      words: "厂房",
      agency: "planning",
    });
    expect(readPolicySearch({ words: 2025 })).toEqual({ words: "2025" });
    expect([isChosen(noChoice), isChosen(chosen)]).toEqual([false, true]);
  });
});
