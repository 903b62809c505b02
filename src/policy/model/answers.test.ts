import { describe, expect, test } from "vitest";
import { told } from "./answers.ts";

describe("the verdicts that are explained", () => {
  const said = (rule: string, subject: string, verdict: "applies" | "does_not_apply") => ({
    rule,
    subject,
    verdict,
  });
  const verdicts = [
    said("a", "1", "applies"),
    said("a", "2", "does_not_apply"),
    said("a", "3", "applies"),
    said("b", "1", "applies"),
    said("a", "4", "does_not_apply"),
  ];

  test("are all of a small place", () => {
    expect(told(verdicts, 5)).toEqual(verdicts);
  });

  test("are of a large area the first of each rule and verdict", () => {
    expect(told(verdicts, 4)).toEqual([verdicts[0], verdicts[1], verdicts[3]]);
  });
});
