import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { bilingual } from "../../src/base/message.ts";
import { evaluate } from "../../src/rules/index.ts";
import { drawProjects } from "./cases.ts";
import { medianOf, ratioOf } from "./clock.ts";
import { contestOf, type Contest } from "./contestant.ts";
import { reporterByHand } from "./hand/report.ts";
import { spokenPart } from "./hand/spoken.ts";
import { byHand, textByHand } from "./languages/by-hand.ts";
import { feelText } from "./languages/feel.ts";
import { jsonRules } from "./languages/json-rules.ts";
import { ownReports, ownVerdicts } from "./languages/own.ts";
import { publicodesRules } from "./languages/publicodes.ts";
import { zenDecision } from "./languages/zen.ts";
import { asOf, readPack, type Pack } from "./pack.ts";
import { subsetOf } from "./subset.ts";
import { markdownOf, textOf, type Measured } from "./table.ts";

const count = 40;

let pack: Pack;
let contest: Contest;

beforeAll(async () => {
  pack = await readPack("packs", "beijing");
  const projects = drawProjects(pack.program, { seed: "test", count, listed: [1, 1] });
  contest = contestOf(subsetOf(pack.program), projects);
}, 60_000);

/** What a language says of the rule on completion, whose condition has a fact and a figure. */
const places = (): { readonly at: number; readonly key: string } => {
  const at = contest.subset.program.ruleById.get("toolbox-1.0/05/completion") ?? -1;
  return { at, key: `r${at}` };
};

describe("what is measured beside our own", () => {
  test("reports by hand are ours, key by key", () => {
    const program = spokenPart(pack.program);
    const projects = drawProjects(program, { seed: "test", count, listed: [0, 3] });
    const report = reporterByHand(program);
    const differing = projects.filter(
      (project) => !isDeepStrictEqual(report(project), evaluate(program, project.facts, { asOf })),
    );
    expect(program.rules.length / pack.program.rules.length).toBeGreaterThan(0.8);
    expect(differing.map(({ facts }) => facts.id)).toEqual([]);
  });

  test("plain verdicts, reports and code by hand answer every rule alike, either way", () => {
    const [hand, reports] = [byHand(contest), ownReports(contest)];
    const columns = ownVerdicts(contest).answersAll?.() ?? [];
    const answered = columns.map((answers, at) => {
      expect(answers).toEqual(hand.answersFor(at));
      expect(answers).toEqual(reports.answersFor(at));
      return answers;
    });
    expect(answered).toHaveLength(count);
    expect(new Set(answered.flat())).toEqual(new Set([true, false]));
  });

  test("takes most rules of the pack, and says them as each language would", () => {
    const { at, key } = places();
    const { program, of } = contest.subset;
    expect(program.rules.length / of).toBeGreaterThan(0.8);
    expect(textByHand(contest)).toContain(
      "(project.project_on_dangerous_housing_list && (project.housing_completion_area > 0))",
    );
    const said = "(project_on_dangerous_housing_list and (housing_completion_area > 0))";
    expect(feelText(contest)).toContain(`${key}: ${said}`);
    expect(JSON.stringify(zenDecision(contest))).toContain(JSON.stringify(said));
    const facts = { fact: "housing_completion_area", operator: "greaterThan", value: 0 };
    expect(JSON.stringify(jsonRules(contest)[at])).toContain(JSON.stringify(facts));
    expect(publicodesRules(contest)).toHaveProperty(key, {
      "toutes ces conditions": [
        {
          "toutes ces conditions": [
            "project_on_dangerous_housing_list",
            "housing_completion_area > 0",
          ],
        },
      ],
    });
  });
});

describe("the figures", () => {
  test("are medians, and a ratio is the median of the rounds' own ratios", () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5]);
    const timings = new Map([
      ["ours", [10, 40, 90]],
      ["theirs", [10, 10, 30]],
    ]);
    expect(ratioOf(timings, "ours", "theirs")).toBe(3);
  });

  test("say which bar is held and which is missed, and what is not there", () => {
    const ratio = (value: number) =>
      ({ to: "hand", value, bar: { is: "at_most", value: 1.5 } }) as const;
    const measured: Measured = {
      parts: [
        {
          title: bilingual("题", "Title"),
          lines: ["Told."],
          rows: [
            { name: "one", figure: 1.234, unit: "µs", ratios: [ratio(1.2)] },
            {
              name: bilingual("二", "two"),
              figure: 250,
              unit: "ms",
              most: 200,
              ratios: [ratio(1.6)],
            },
          ],
        },
      ],
      missing: [{ name: "peer", why: bilingual("没有", "not there") }],
      machine: bilingual("机器", "machine"),
    };
    expect(textOf(measured, "en").split("\n")).toEqual([
      "Title",
      "  one  1.23 µs  1.20 × hand (at most 1.5: held)",
      "  two   250 ms  at most 200 ms: missed; 1.60 × hand (at most 1.5: missed)",
      "",
      "peer: not had (not there)",
      "machine",
    ]);
    expect(textOf(measured, "zh")).toContain("二    250 ms  至多 200 ms: 未达到");
    expect(markdownOf(measured)).toContain("| one | 1.23 µs | 1.20 × hand (at most 1.5: held) |");
  });
});
