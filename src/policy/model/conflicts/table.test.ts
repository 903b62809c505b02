import { expect, test } from "vitest";
import type { ConflictReport, SpokenRule } from "../../contract.ts";
import { conflictHead, conflictRows, refusedRow } from "./table.ts";

const words = (text: string) => ({ zh: text, en: text });
const rule: SpokenRule = {
  rule: "m/1/rule",
  title: words("Rule"),
  verdict: "undecided",
  standing: "full",
  inForce: true,
  deeds: [words("do it")],
  force: "must",
  prohibits: false,
  requires: true,
  cite: { document: "d", item: "1" },
  citation: words("D·1"),
  missing: [words("area")],
};
const report: ConflictReport = {
  place: null,
  title: words("A project"),
  asOf: "2026-03-16",
  pack: "p",
  encoding: "0123456789",
  synthetic: false,
  answer: "unknown",
  conflicts: [],
  otherRules: [rule],
  unknown: 3,
  stricterUnknown: 2,
};

const cellsBy = (line: string): Record<string, string> => {
  const [names, cells] = [conflictHead.trim().split(","), line.trim().split(",")];
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? "?"]));
};

test("a check without a place has a row for each rule that speaks of it, with the answer", () => {
  expect(cellsBy(conflictRows("x", report, "en"))).toMatchObject({
    place: "x",
    answer: "unknown",
    layer: "",
    rule: "m/1/rule",
    verdict: "undecided",
    citation: "D·1",
    missing: "area",
    unknown_layers: "3",
    stricter_unknown: "2",
  });
});

test("a check of which nothing is told has one row with its answer", () => {
  const quiet = conflictRows("x", { ...report, answer: "clear", otherRules: [] }, "en");
  expect(cellsBy(quiet)).toMatchObject({ place: "x", answer: "clear", rule: "" });
});

test("a refused place has no answer", () => {
  const cells = cellsBy(refusedRow("x", "why"));
  expect(cells).toMatchObject({ place: "x", answer: "", relation: "refused", says: "why" });
});
