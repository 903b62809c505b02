import { describe, expect, test } from "vitest";
import type { FactGroup, Report } from "../../../src/rules/contract.ts";
import { leftOut, openTopics } from "./topics.ts";

const both = (text: string) => ({ zh: text, en: text });
const group = (id: string, isTopic = true): FactGroup => ({
  ...{ id, level: "project", title: both(id) },
  ...(isTopic && { topic: both(id) }),
});

type Verdict = Report["verdicts"][number];
const line = (verdict: Verdict["verdict"], facts: string[]): Verdict => ({
  ...{ rule: "m/r", measure: "m", title: both("r"), addressee: "project", subject: "p" },
  ...{ standing: "full", in_force: true, condition: "open", verdict, effects: [] },
  missing: facts.map((id) => ({ kind: "fact", id })),
  ...{ reasons: [], used: [], cite: { document: "d", item: 1 } },
});

describe("what somebody may mean to do", () => {
  const groups = [group("bridge"), group("green"), group("venue"), group("project", false)];
  const report = {
    verdicts: [
      line("undecided", ["green.area", "green.soil", "project.kind"]),
      line("undecided", ["venue.kind", "green.area"]),
      line("does_not_apply", ["bridge.under"]),
    ],
  };

  test("is what open rules wait for, the most waited for first", () => {
    expect(openTopics(groups, report).map(({ id }) => id)).toEqual(["green", "venue"]);
  });

  test("leaves out only what was seen and not chosen", () => {
    const seen = openTopics(groups, report);
    expect(leftOut(seen, ["green"])).toEqual(["venue"]);
    expect(leftOut(seen.slice(0, 1), ["green"])).toEqual([]);
  });
});
