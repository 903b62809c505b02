import { expect, test } from "vitest";
import { filterOf, isChosen, noChoice, readAuditSearch } from "./filter.ts";

test("nothing chosen asks for everything", () => {
  expect(filterOf(noChoice)).toEqual({});
  expect(isChosen(noChoice)).toBe(false);
});

test("both days of a period count whole", () => {
  const { since = "", until = "" } = filterOf({
    ...noChoice,
    since: "2026-11-20",
    until: "2026-11-21",
  });
  expect(Date.parse(until) - Date.parse(since)).toBe(2 * 86_400_000);
});

test("a day that is half typed asks for no period", () => {
  expect(filterOf({ ...noChoice, since: "2026-1" })).toEqual({});
});

test("refusals are asked for, or what was done", () => {
  expect(filterOf({ ...noChoice, outcome: "refused", kind: "grant" })).toEqual({
    resourceKind: "grant",
    refused: true,
  });
  expect(filterOf({ ...noChoice, outcome: "done" })).toEqual({ refused: false });
});

test("an address chooses what it names, and nothing that is no choice of ours", () => {
  const asked = { actor: "lin", outcome: "refused", act: 7, until: "", unknown: "x" };
  expect(readAuditSearch(asked)).toEqual({ actor: "lin", outcome: "refused" });
  expect(readAuditSearch({ ...noChoice })).toEqual({});
});
