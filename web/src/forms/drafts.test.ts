import { describe, expect, test } from "vitest";
import { readDraft } from "./drafts.ts";

const empty = { name: "", signInName: "" };

describe("what was typed", () => {
  test("is found again", () => {
    expect(readDraft('{"name":"林","signInName":"lin"}', empty)).toEqual({
      name: "林",
      signInName: "lin",
    });
  });

  test("of a form that has other fields now is found as far as it fits", () => {
    expect(readDraft('{"name":"林","age":"40","signInName":7}', empty)).toEqual({
      name: "林",
      signInName: "",
    });
  });

  test.each([null, "null", "[]", '"text"'])("is nothing where %s is kept", (kept) => {
    expect(readDraft(kept, empty)).toEqual(empty);
  });
});
