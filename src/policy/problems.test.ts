import { expect, test } from "vitest";
import { policyProblem } from "./problems.ts";

test.each([
  ["busy", "正在写的报告太多"],
  ["slow", "没有在时限内写成（20 s）"],
  ["died", "线程中途结束：20 s"],
] as const)(
  "a report that was not written, as %s, says why and when to come again",
  (cause, said) => {
    const draft = policyProblem({ code: "report_not_written", cause, detail: "20 s" });
    expect(draft).toMatchObject({ status: 503, retryAfterSeconds: expect.any(Number) });
    expect(draft.message.zh).toContain(said);
  },
);

test("what is no matter of time names none", () => {
  expect(policyProblem({ code: "evaluation_missing", id: "x" })).not.toHaveProperty(
    "retryAfterSeconds",
  );
});
