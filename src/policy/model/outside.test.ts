import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../base/invariant.ts";
import { evaluate, readCase, type Program } from "../../rules/index.ts";
import { homeFolder } from "../../store/home.ts";
import { openBook } from "../actions.ts";
import { factsOutside } from "./outside.ts";

const asOf = "2026-03-16";
let program: Program;

beforeAll(async () => {
  const opened = await openBook(join(homeFolder(), "packs"), "beijing");
  invariant(opened.ok, "the shipped pack compiles");
  program = opened.value.program;
});

const verdictOf = (facts: unknown, rule: string) => {
  const read = readCase(program, { facts });
  invariant(read.ok, "the facts are read");
  return evaluate(program, read.value, { asOf }).verdicts.find((one) => one.rule === rule);
};

const nothing = { stated: {}, buildings: [] };

describe("what a project does not touch", () => {
  test("makes the rules about it not apply, where they were open", () => {
    expect(verdictOf({}, "toolbox-1.0/20/use")?.verdict).toBe("undecided");
    const facts = factsOutside(program, ["green"], nothing);
    expect(verdictOf(facts, "toolbox-1.0/20/use")?.verdict).toBe("does_not_apply");
  });

  test("reaches the facts of other groups that its topic covers", () => {
    const facts = factsOutside(program, ["housing"], nothing);
    expect(verdictOf(facts, "toolbox-1.0/05/necessary")?.verdict).toBe("does_not_apply");
  });

  test("answers for spaces too, although the project makes none", () => {
    const facts = factsOutside(program, ["facility"], nothing);
    expect(verdictOf(facts, "toolbox-1.0/56/guard-room")).toMatchObject({
      subject: "none",
      verdict: "does_not_apply",
    });
  });

  test("leaves alone what the asker states all the same", () => {
    const stated = { green: { develops_underground: true } };
    const { green } = factsOutside(program, ["green"], { stated, buildings: [] });
    expect(Object.keys(green as object)).not.toContain("develops_underground");
    expect(Object.keys(green as object).length).toBeGreaterThan(0);
  });

  test("is only what somebody may choose: places and buildings stay what they are", () => {
    expect(factsOutside(program, ["building", "place", "project", "nowhere"], nothing)).toEqual({});
  });

  test("speaks of each building by its name", () => {
    const facts = factsOutside(program, ["conversion"], { stated: {}, buildings: ["b1", "b2"] });
    expect(facts["buildings"]).toMatchObject([{ id: "b1" }, { id: "b2" }]);
  });
});
