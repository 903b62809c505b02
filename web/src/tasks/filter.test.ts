import { describe, expect, test } from "vitest";
import { isChosen, noChoice, queryOf, readTaskSearch } from "./filter.ts";

describe("a choice of tasks", () => {
  test("is read from its address, and asks the server for what it chooses", () => {
    const search = readTaskSearch({ owner: "bj-planning", state: "unknown", page: "2", kind: 1 });
    expect(search).toEqual({ owner: "bj-planning", state: "unknown" });
    const choice = { ...noChoice, ...search };
    expect(isChosen(choice)).toBe(true);
    expect(queryOf(choice)).toEqual({ owner: "bj-planning", state: "unknown" });
  });

  test("asks for no state or kind that there is not", () => {
    expect(queryOf({ ...noChoice, state: "late", kind: "duty" })).toEqual({ kind: "duty" });
    expect(isChosen(noChoice)).toBe(false);
  });
});
