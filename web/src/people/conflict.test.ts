import { expect, test } from "vitest";
import { differencesOf } from "./conflict.ts";

const opened = { role: "planner", scope: "110000" };

test("what another changed and what one changes oneself are both told", () => {
  const now = { role: "reviewer", scope: "110000" };
  const yours = { role: "planner", scope: "110000.110105" };
  expect(differencesOf(opened, now, yours)).toEqual([
    { field: "role", was: "planner", now: "reviewer", yours: "planner" },
    { field: "scope", was: "110000", now: "110000", yours: "110000.110105" },
  ]);
});

test("what all agree on is not told", () => {
  expect(differencesOf(opened, opened, opened)).toEqual([]);
  const both = { role: "auditor", scope: "110000" };
  expect(differencesOf(opened, both, both)).toEqual([
    { field: "role", was: "planner", now: "auditor", yours: "auditor" },
  ]);
});
