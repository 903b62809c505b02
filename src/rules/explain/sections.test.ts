import { describe, expect, test } from "vitest";
import type { RuleVerdict, Verdict } from "../contract.ts";
import { ruleItems, sectionsOf } from "./sections.ts";

const text = { zh: "规则", en: "rule" };

function verdict(at: string, is: Verdict, more: Partial<RuleVerdict> = {}) {
  const [rule = "", subject = ""] = at.split("@");
  const base: RuleVerdict = {
    rule,
    measure: "toolbox-1.0/04",
    title: text,
    addressee: "project",
    subject,
    standing: "full",
    in_force: true,
    condition: "met",
    verdict: is,
    effects: [],
    missing: [],
    reasons: [],
    used: [],
    cite: { document: "toolbox", item: 4 },
  };
  return { ...base, ...more };
}

describe("the lines of a report", () => {
  test("are one a rule: it applies as soon as it does for one subject", () => {
    const items = ruleItems({
      verdicts: [
        verdict("a@b-1", "does_not_apply"),
        verdict("a@b-2", "applies"),
        verdict("b@b-1", "undecided"),
      ],
    });
    expect(items.map(({ rule, verdict: is }) => [rule, is])).toEqual([
      ["a", "applies"],
      ["b", "undecided"],
    ]);
    expect(items[0]?.first.subject).toBe("b-2");
  });

  test("keep exploratory clauses apart, even those that are met", () => {
    const sections = sectionsOf({
      verdicts: [
        verdict("a@project", "applies"),
        verdict("x@project", "applies", { standing: "exploratory", in_force: false }),
        verdict("y@project", "does_not_apply", { standing: "exploratory", in_force: false }),
      ],
    });
    expect(sections.applies.map(({ rule }) => rule)).toEqual(["a"]);
    expect(sections.exploratory.map(({ rule }) => rule)).toEqual(["x"]);
    expect(sections.not.map(({ rule }) => rule)).toEqual(["y"]);
  });
});
