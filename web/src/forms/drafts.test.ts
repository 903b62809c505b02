import { beforeEach, describe, expect, test } from "vitest";
import { forgetDrafts, keepDraft, keptDraft } from "./drafts.ts";

const empty = { name: "", signInName: "" };
const typed = { name: "林", signInName: "lin" };

describe("what was typed", () => {
  beforeEach(forgetDrafts);

  test("is found again, and nothing where nothing was typed", () => {
    keepDraft("account", typed);
    expect(keptDraft("account", empty)).toEqual(typed);
    expect(keptDraft("grant", empty)).toEqual(empty);
  });

  test("is gone once it was sent", () => {
    keepDraft("account", typed);
    keepDraft("account", undefined);
    expect(keptDraft("account", empty)).toEqual(empty);
  });

  test("is gone in every form for whoever comes next", () => {
    keepDraft("account", typed);
    keepDraft("grant", typed);
    forgetDrafts();
    expect(keptDraft("account", empty)).toEqual(empty);
    expect(keptDraft("grant", empty)).toEqual(empty);
  });
});
