import { describe, expect, test } from "vitest";
import type { EffectLine, Report, RuleVerdict } from "../../rules/index.ts";
import { canonical, differences, replayState } from "./replay.ts";
import { isRefused, tallyRules } from "./tally.ts";

const title = { zh: "示例", en: "Sample" };

const verdict = (rule: string, part: Partial<RuleVerdict> = {}): RuleVerdict => ({
  rule,
  measure: rule.split("/").slice(0, 2).join("/"),
  title,
  addressee: "project",
  subject: "project",
  standing: "full",
  in_force: true,
  condition: "met",
  verdict: "applies",
  effects: [],
  missing: [],
  reasons: [],
  used: [],
  cite: { document: "sample", item: 1 },
  ...part,
});

const report = (...verdicts: RuleVerdict[]): Report => ({
  pack: "sample",
  encoding: "e1",
  engine: "1",
  asOf: "2026-03-16",
  case: "case",
  synthetic: false,
  verdicts,
  combinations: [],
  totals: [],
  next: null,
});

const effect = (part: Partial<EffectLine>): EffectLine => ({
  kind: "grant",
  target: "floor_area",
  title,
  force: "may",
  ...part,
});

const exceeded = (consequence: "refused" | "deliberation") =>
  effect({
    bounds: [
      {
        id: "cap",
        force: consequence === "refused" ? "must" : "in_principle",
        answer: "exceeded",
        consequence,
        direction: "at_most",
        at: { min: 2, max: 2 },
        limit: { min: 1, max: 1 },
      },
    ],
  });

describe("counting rules", () => {
  test("counts each rule once, whatever the number of its subjects", () => {
    const verdicts = [
      verdict("a/1/x"),
      verdict("a/1/x", { subject: "b2", verdict: "undecided" }),
      verdict("a/1/y", { verdict: "undecided" }),
      verdict("a/3/x", { verdict: "does_not_apply" }),
    ];
    const counted = { applies: 1, undecided: 1, doesNotApply: 1, exploratory: 0 };
    expect(tallyRules(report(...verdicts))).toEqual(counted);
  });

  test("keeps exploratory rules apart, met or open", () => {
    const exploratory = { standing: "exploratory", in_force: false } as const;
    const verdicts = [
      verdict("a/1/x"),
      verdict("a/2/x", exploratory),
      verdict("a/3/x", { ...exploratory, verdict: "undecided" }),
      verdict("a/4/x", { ...exploratory, verdict: "does_not_apply" }),
    ];
    const counted = { applies: 1, undecided: 0, doesNotApply: 1, exploratory: 2 };
    expect(tallyRules(report(...verdicts))).toEqual(counted);
  });
});

describe("a bottom line", () => {
  test("is broken by a must bound exceeded or a prohibition that applies", () => {
    expect(isRefused(report(verdict("a/1/x", { effects: [exceeded("refused")] })))).toBe(true);
    const barred = verdict("a/1/x", { effects: [effect({ kind: "prohibit" })] });
    expect(isRefused(report(barred))).toBe(true);
  });

  test("is not broken by deliberation, by what is not in force, nor by what does not apply", () => {
    expect(isRefused(report(verdict("a/1/x", { effects: [exceeded("deliberation")] })))).toBe(
      false,
    );
    const early = verdict("a/1/x", { in_force: false, effects: [exceeded("refused")] });
    const missed = verdict("a/1/x", { verdict: "does_not_apply", effects: [exceeded("refused")] });
    const open = verdict("a/1/x", {
      verdict: "undecided",
      effects: [effect({ kind: "prohibit" })],
    });
    expect(isRefused(report(early, missed, open))).toBe(false);
  });
});

describe("a replay", () => {
  const then = report(verdict("a/1/x"), verdict("a/2/x"));

  test("is identical only where every verdict is", () => {
    expect(replayState(then, report(verdict("a/1/x"), verdict("a/2/x")))).toBe("identical");
    const now = report(verdict("a/1/x"), verdict("a/2/x", { verdict: "undecided" }));
    expect(replayState(then, now)).toBe("differs");
    expect(differences(then, now)).toEqual(["a/2/x@project"]);
  });

  test("never claims identity across packs or engines", () => {
    expect(replayState(then, { ...then, encoding: "e2" })).toBe("other_pack");
    expect(replayState(then, { ...then, engine: "2" })).toBe("other_engine");
  });

  test("does not depend on the order in which keys were kept", () => {
    expect(canonical({ b: 1, a: [{ d: 2, c: 3 }] })).toBe(canonical({ a: [{ c: 3, d: 2 }], b: 1 }));
  });
});
