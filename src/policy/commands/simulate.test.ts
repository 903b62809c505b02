import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf } from "../../../test/harness/command-line.ts";
import { runOne, townCases, townFiles, townFolder } from "../../../test/harness/small-pack.ts";
import type { Command } from "../../terminal/index.ts";
import type { CommandContext } from "./context.ts";
import { frontCommand } from "./front.ts";
import { simulateCommand } from "./simulate.ts";
import { solveCommand } from "./solve.ts";
import { sweepCommand } from "./sweep.ts";

const library = [
  { id: "north", facts: { project: { new_floor_area: 80 } } },
  { id: "south", synthetic: true, facts: { project: { new_floor_area: 120.5 } } },
  { id: "west", facts: {} },
];

const reform = `id: wider
title: { zh: 放宽, en: Wider }
changes:
  - { parameter: book/1.most, value: 130 }
`;

/** Runs a command on the small pack and a library of three cases. */
async function ran(
  make: (context: CommandContext) => Command,
  line: readonly string[],
  { text = reform, locale = "en" as "zh" | "en" } = {},
) {
  using folder = townFolder(townFiles([townCases.at]));
  const file = (name: string) => join(folder.packs, name);
  writeFileSync(file("library.jsonl"), library.map((one) => JSON.stringify(one)).join("\n"));
  writeFileSync(file("reform.yaml"), text);
  const withDb = () => Promise.reject(new Error("no command here opens a database"));
  const command = make({ packs: folder.packs, pack: "town", withDb });
  const words = line.map((word) => (word.endsWith(".yaml") ? file(word) : word));
  return await runOne(command, [file("library.jsonl"), ...words], locale);
}

const simulated = ["--reform", "reform.yaml"];

describe("zhibu simulate", () => {
  test("says who fares otherwise, in both languages", async () => {
    const english = await ran(simulateCommand, simulated);
    const chinese = await ran(simulateCommand, simulated, { locale: "zh" });
    expect([english.exit, chinese.exit]).toEqual([0, 0]);
    expect(english.out).toBe(
      "Wider\n3 cases (1 of them synthetic)\n  Small projects (book/1/small): newly applies 1\n",
    );
    expect(chinese.out).toContain("小型项目 (book/1/small): 新适用 1");
  });

  test("gives a row with its cause to programs", async () => {
    const { rows, total } = jsonOf(await ran(simulateCommand, [...simulated, "--format", "json"]));
    expect(rows).toEqual([
      {
        case: "south",
        synthetic: true,
        subject: "project",
        rule: "book/1/small",
        shift: "newly_applies",
        from: "does_not_apply",
        to: "applies",
        causes: [{ kind: "parameter", id: "book/1.most" }],
      },
    ]);
    expect(total).toMatchObject({ cases: 3, synthetic: 1 });
  });

  test("says where a reform breaks a rule, and tries out nothing", async () => {
    const text = reform.replace(/- \{.*\}/, "- { rule: book/1/small, when: project.new_area > 0 }");
    const { exit, out } = await ran(simulateCommand, simulated, { text });
    expect(exit).toBe(2);
    expect(out).toContain("fact_unknown");
    expect(out).toContain("reform.yaml:4:33");
  });

  test("asks for a reform, and for a fact that groups", async () => {
    expect((await ran(simulateCommand, [])).out).toContain("reform_missing");
    const grouped = await ran(simulateCommand, [...simulated, "--by", "project.new_floor_area"]);
    expect(grouped.out).toContain("library_group_unusable");
  });
});

const moved = ["--parameter", "book/1.most", "--from", "90", "--to", "130"];

describe("zhibu sweep", () => {
  test("says at each figure what it comes to", async () => {
    const { exit, out } = await ran(sweepCommand, [...moved, "--step", "20"]);
    expect(exit).toBe(0);
    expect(out.match(/book\/1\.most = \d+ m2/g)).toEqual([
      "book/1.most = 90 m2",
      "book/1.most = 110 m2",
      "book/1.most = 130 m2",
    ]);
    expect(out.match(/newly applies 1/g)).toHaveLength(1);
  });

  test.each([
    [
      ["--parameter", "book/1.mots", "--from", "1", "--to", "2", "--step", "1"],
      "parameter_unknown",
    ],
    [[...moved, "--step", "0"], "step_invalid"],
    [[...moved, "--step", "0.001"], "step_invalid"],
    [[...moved, "--step", "much"], "figure_invalid"],
    [["--parameter", "book/1.most", "--from", "9", "--to", "2", "--step", "1"], "range_reversed"],
  ])("refuses %j with %s", async (line, code) => {
    const { exit, out } = await ran(sweepCommand, line);
    expect(exit).toBe(64);
    expect(out).toContain(code);
  });
});

const small = ["--rule", "book/1/small"];

describe("zhibu solve", () => {
  test("finds the figure at which one project, or so many, come to fall under a rule", async () => {
    const one = await ran(solveCommand, [...moved, ...small, "--case", "south"]);
    expect([one.exit, one.out]).toEqual([
      0,
      "Critical figure of book/1.most: 120.5 m2. Below it not reached, at it reached, above reached.\n",
    ]);
    const two = await ran(solveCommand, [...moved, ...small, "--count", "2", "--format", "json"]);
    expect(jsonOf(two)).toMatchObject({ at: "120.5", unit: "m2", isReachedAt: true });
  });

  test("says why there is none", async () => {
    const { exit, out } = await ran(solveCommand, [...moved, ...small, "--case", "north"]);
    expect([exit, out.split(":")[0]]).toEqual([2, "no_flip"]);
  });

  test.each([
    [["--rule", "book/1/tall", "--case", "south"], "rule_unknown"],
    [[...small, "--case", "east"], "case_unknown"],
    [[...small, "--case", "south", "--bound", "cap"], "bound_unknown"],
    [["--account", "pool", "--total", "5"], "account_unknown"],
  ])("refuses %j with %s", async (line, code) => {
    const { exit, out } = await ran(solveCommand, [...moved, ...line]);
    expect(exit).toBe(64);
    expect(out).toContain(code);
  });
});

describe("zhibu front", () => {
  const ranges = ["--one", "book/1.most:70:130:30", "--other", "book/1.most:70:130:60"];

  test("lists the pairs that no other betters", async () => {
    const ends = [...ranges, "--more", "book/1/small", "--less", "book/1/small"];
    const { exit, out } = await ran(frontCommand, ends);
    expect(exit).toBe(0);
    expect(out.split("\n")[0]).toBe("6 pairs that no other pair betters");
    const { points } = jsonOf(await ran(frontCommand, [...ends, "--format", "json"]));
    expect(points).toContainEqual({ at: ["100", "130"], measures: ["2", "2"] });
  });

  test.each([
    [[...ranges, "--more", "book/1/small"], "objectives_unfit"],
    [[...ranges, "--more", "book/1/small", "--less", "pool"], "objectives_unfit"],
    [["--one", "book/1.most:70", ...ranges.slice(2)], "figure_invalid"],
    [["--one", "book/1.most:1:99:0.1", "--other", "book/1.most:1:99:0.1"], "pairs_too_many"],
  ])("refuses %j with %s", async (line, code) => {
    const { exit, out } = await ran(frontCommand, line);
    expect(exit).toBe(64);
    expect(out).toContain(code);
  });
});
