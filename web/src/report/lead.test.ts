import { describe, expect, test } from "vitest";
import type { EffectLine, Report, RuleVerdict } from "../../../src/rules/contract.ts";
import { floorAreaBar } from "./bar.ts";
import { sectionsOf } from "./items.ts";
import { leadOf, type LeadWords } from "./lead.ts";

const words: LeadWords = {
  of: "按现有事实，",
  granted: "可得 ",
  grantedAfter: ({ sources }) => `，出自${sources}。`,
  nothingGranted: "还没有定下。",
  open: "另有 ",
  openOnly: "其中 ",
  openAfter: " 未定，",
  openBy: ({ facts }) => `补齐${facts}。`,
  openWait: "要等清单。",
  openUnknown: "数额未知，",
  counts: ({ total, applies, undecided, not }) => `共${total}：${applies}/${undecided}/${not}。`,
  deliberation: ({ count }) => `${count}处会商。`,
  refused: ({ count }) => `${count}处不予。`,
  exploratory: ({ count }) => `探索${count}项不计。`,
  allSettled: "全部已定。",
  to: " 至 ",
};

const effect = (more: Partial<EffectLine>): EffectLine => ({
  kind: "grant",
  target: "floor_area",
  title: { zh: "建筑规模", en: "floor area" },
  force: "may",
  unit: "m2",
  ...more,
});

const verdict = (rule: string, more: Partial<RuleVerdict>): RuleVerdict => ({
  rule,
  measure: "toolbox-1.0/07",
  title: { zh: rule, en: rule },
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
  cite: { document: "toolbox", item: 7 },
  ...more,
});

function lead(verdicts: RuleVerdict[], totals: Report["totals"], asked: string[] = []) {
  const report: Report = {
    pack: "beijing",
    encoding: "7f3c9a",
    engine: "1",
    asOf: "2026-03-16",
    case: "x",
    synthetic: true,
    verdicts,
    combinations: [],
    totals,
    next: null,
  };
  const sections = sectionsOf(report);
  const bar = floorAreaBar(report);
  return leadOf({ report, sections, bar, asked, locale: "zh", words });
}

const total = (min: number, max: number): Report["totals"][number] => ({
  account: "pool",
  title: { zh: "池", en: "pool" },
  subject: "project",
  amount: { min, max },
  unit: "m2",
});

describe("the lead paragraph", () => {
  test("says what is settled and by what, then the open range and the facts that would settle it", () => {
    const segments = lead(
      [
        verdict("厂房加层", { effects: [effect({ amount: { min: 1860, max: 1860 } })] }),
        verdict("规模奖励", {
          verdict: "undecided",
          effects: [effect({ amount: { min: 0, max: 520 } })],
        }),
      ],
      [total(1860, 2380)],
      ["核定面积"],
    );
    expect(segments.map(({ text }) => text).join("")).toBe(
      "按现有事实，可得 1,860 m²，出自厂房加层。另有 0 至 520 m² 未定，补齐核定面积。共2：1/1/0。",
    );
    expect(segments.find(({ tone }) => tone === "maybe")?.text).toBe("0 至 520 m²");
  });

  test("says so where nothing is settled, and where everything is", () => {
    const segments = lead([verdict("免配建", {})], []);
    expect(segments.map(({ text }) => text).join("")).toBe(
      "按现有事实，还没有定下。共1：1/0/0。全部已定。",
    );
  });

  test("counts what goes to deliberation and what is refused, and leaves exploratory clauses out", () => {
    const bound = (consequence: "deliberation" | "refused") => ({
      id: "cap",
      force: "must" as const,
      answer: "exceeded" as const,
      consequence,
      direction: "at_most" as const,
      at: { min: 2, max: 2 },
      limit: { min: 1, max: 1 },
    });
    const segments = lead(
      [
        verdict("a", { effects: [effect({ bounds: [bound("deliberation"), bound("refused")] })] }),
        verdict("x", { standing: "exploratory", in_force: false }),
      ],
      [],
    );
    const text = segments.map((segment) => segment.text).join("");
    expect(text).toContain("1处会商。");
    expect(text).toContain("1处不予。");
    expect(text).toContain("探索1项不计。");
    expect(text).toContain("共1：1/0/0。");
  });

  test("gives no figure where nothing known bounds it", () => {
    const open = verdict("规模奖励", {
      verdict: "undecided",
      effects: [effect({ amount: { min: 0 } })],
    });
    const segments = lead([open], [{ ...total(0, 0), amount: { min: 0 } }], ["核定面积"]);
    expect(segments.map(({ text }) => text).join("")).toContain("数额未知，补齐核定面积。");
    expect(segments.some(({ tone }) => tone === "maybe")).toBe(false);
  });
});
