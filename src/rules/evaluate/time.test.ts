import { describe, expect, test } from "vitest";
import { one, ratio } from "../../base/ratio.ts";
import type { Node, Program } from "../ir.ts";
import { evaluate, type EngineName } from "./evaluate.ts";
import { caseOf, expressions, factIr, programOf, ruleIr } from "./testing.ts";

const facts = [
  factIr("project.asked_on", "date"),
  factIr("project.done_on", "date"),
  factIr("project.wait", "number", { unit: "days", step: one }),
];
const make = expressions(facts);
const [asked, done, wait] = ["asked_on", "done_on", "wait"].map((name) =>
  make.fact(`project.${name}`),
) as [Node, Node, Node];
const count = (n: number): Node => make.number(ratio(n));

const year = (of: number, entries: readonly string[]): Program["registers"][number] => ({
  id: `year-${of}`,
  title: { zh: `${of} 年`, en: `${of}` },
  issuer: "council",
  date: "unknown",
  state: entries.length > 0 ? "imported" : "empty",
  entries: [...entries],
  calendar: of,
});

/** In 2030 the first of May is free and the Sunday after it is worked; 2031 is still empty. */
const registers = [year(2030, ["2030-01-01", "2030-05-01", "2030-05-05"]), year(2031, [])];

describe.each<EngineName>(["reference", "closures", "generated"])("the back end %s", (engine) => {
  const decide = (condition: Node, project: Parameters<typeof caseOf>[1], asOf = "2030-06-01") => {
    const rules = [ruleIr("m/1/rule", facts, { condition })];
    const program = programOf({ facts, rules, registers });
    return evaluate(program, caseOf(program, project), { asOf, engine }).verdicts[0];
  };
  const isDone = (unit: "day" | "month" | "working_day", by: number): Node =>
    make.compare(done, "<=", make.shift(asked, unit, count(by)));

  test.each([
    ["2030-05-02", "met"],
    ["2030-05-03", "not_met"],
  ])("counts a working day after 30 April over the holiday: %s is %s", (on, condition) => {
    const project = { "project.asked_on": "2030-04-30", "project.done_on": on };
    expect(decide(isDone("working_day", 1), project)?.condition).toBe(condition);
  });

  test.each([
    ["2030-02-28", "met"],
    ["2030-03-01", "not_met"],
  ])("ends a month after 31 January with February: %s is %s", (on, condition) => {
    const project = { "project.asked_on": "2030-01-31", "project.done_on": on };
    expect(decide(isDone("month", 1), project)?.condition).toBe(condition);
  });

  test("judges on the law date", () => {
    const isOver = make.compare(make.asOf(), ">", make.shift(asked, "day", count(30)));
    const project = { "project.asked_on": "2030-05-02" };
    expect(decide(isOver, project, "2030-06-01")?.condition).toBe("not_met");
    expect(decide(isOver, project, "2030-06-02")?.condition).toBe("met");
  });

  test("counts the full months up to the law date", () => {
    const age = make.compare(make.elapsed(asked, "month", make.asOf()), ">=", count(240));
    expect(decide(age, { "project.asked_on": "2010-06-01" })?.condition).toBe("met");
    expect(decide(age, { "project.asked_on": "2010-06-02" })?.condition).toBe("not_met");
    expect(decide(age, {})?.missing).toEqual([{ kind: "fact", id: "project.asked_on" }]);
  });

  test("waits for the register of a year that nobody has arranged", () => {
    const verdict = decide(isDone("working_day", 5), {
      "project.asked_on": "2030-12-30",
      "project.done_on": "2031-01-02",
    });
    expect(verdict).toMatchObject({ condition: "open", verdict: "undecided" });
    expect(verdict?.missing).toEqual([{ kind: "list", id: "year-2031" }]);
    expect(verdict?.reasons.map((reason) => reason.code)).toEqual(["needs_list"]);
  });

  test("says that a year is missing of which the pack has no register", () => {
    const span = make.elapsed(asked, "working_day", done);
    const verdict = decide(make.compare(span, "<", count(5)), {
      "project.asked_on": "2029-12-30",
      "project.done_on": "2030-01-02",
    });
    expect(verdict).toMatchObject({ condition: "open", missing: [] });
    expect(verdict?.reasons.map((reason) => reason.code)).toEqual(["no_calendar"]);
  });

  test("has no date beyond the calendar, and says so", () => {
    const late = make.compare(make.shift(asked, "day", wait), ">", done);
    const project = { "project.asked_on": "9999-12-30", "project.done_on": "2030-01-01" };
    const verdict = decide(late, { ...project, "project.wait": 2 });
    expect(verdict).toMatchObject({ condition: "open", missing: [] });
    expect(verdict?.reasons.map((reason) => reason.code)).toEqual(["off_calendar"]);
    expect(decide(late, { ...project, "project.wait": 1 })?.condition).toBe("met");
    const range = { state: "estimate", min: 1, max: 2 ** 53 - 1 } as const;
    expect(decide(late, { ...project, "project.wait": range })?.condition).toBe("open");
  });

  test("reckons the days between two dates", () => {
    const days = make.compare(make.calculate(done, "subtract", asked), "=", wait);
    const project = { "project.asked_on": "2024-02-01", "project.done_on": "2024-03-01" };
    expect(decide(days, { ...project, "project.wait": 29 })?.condition).toBe("met");
    expect(decide(days, { ...project, "project.wait": 28 })?.condition).toBe("not_met");
  });
});
