import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../test/harness/runs.ts";
import { readCase } from "../../case/read.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { sampleCase, sampleProgram } from "../sample.ts";
import { whyNot } from "./why-not.ts";

const asOf = "2026-01-01";

const program = sampleProgram(`
parameters:
  cap: { unit: "%", values: [{ since: unknown, value: 20 }] }
  half: { unit: "%", values: [{ since: unknown, value: 50 }] }
  two: { unit: "1", values: [{ since: unknown, value: 2 }] }
  small: { unit: m2, values: [{ since: unknown, value: 300 }] }
rules:
  - id: award
    when: contribution.free_of_charge and (contribution.kind in ("public space", "municipal"))
    grant: floor_area
    force: may
    wish: contribution.award_wanted
    limits: [{ id: cap, at_most: project.approved_floor_area * cap, force: must }]
  - id: over
    when: contribution.site_area > small
    permit: review
    force: may
  - id: under
    when: contribution.site_area <= small
    permit: review
    force: may
  - id: linear
    when: project.new_floor_area * half - contribution.site_area >= small
    permit: review
    force: may
  - id: choice
    when: (project.is_major and contribution.free_of_charge) or heritage.protected
    permit: review
    force: may
  - id: place-or-wish
    when: project.approved_floor_area > small or (project.is_major and heritage.protected)
    permit: review
    force: may
  - id: band
    when: contribution.site_area > small and contribution.site_area <= project.new_floor_area * half
    permit: review
    force: may
  - id: alike
    when: project.is_major = heritage.protected
    permit: review
    force: may
  - id: counted
    when: count(buildings[kind = "factory"]) >= two
    permit: review
    force: may
  - id: factory
    when: some b in buildings satisfies b.kind = "factory"
    permit: review
    force: may
  - id: each
    addressee: building
    when: building.floor_area > small
    prohibit: review
    force: must
  - id: dated
    when: project.started_on < date("2025-07-01") and list contains(project.uses, "office")
    permit: review
    force: may
  - id: waiting
    when: listed(contribution.kind, "blank-list")
    permit: review
    force: may
  - id: ended
    when: project.is_major
    until: "2020-01-01"
    permit: review
    force: may
  - id: buildings
    when: every b in buildings satisfies b.floor_area <= small
    permit: review
    force: may
`);

const ask = (rule: string, facts: unknown) =>
  whyNot(program, sampleCase(program, facts), { rule: `book/1/${rule}`, subject: "project", asOf });

const texts = (rule: string, facts: unknown) => ask(rule, facts).changes.map(({ text }) => text);

describe("the smallest change that would do", () => {
  test("stands one quantum beyond a threshold that does not include itself", () => {
    expect(ask("over", { contribution: { site_area: 300 } }).changes).toEqual([
      {
        fact: "contribution.site_area",
        subject: "project",
        label: { zh: "占地面积", en: "Site area" },
        to: 300.01,
        direction: "above",
        margin: 0.01,
        unit: "m2",
        text: {
          zh: "占地面积：超过 300 m²（增加 0.01 m²）",
          en: "Site area: more than 300 m² (0.01 m² more)",
        },
      },
    ]);
  });

  test("stands at a threshold that includes itself", () => {
    expect(ask("under", { contribution: { site_area: 420 } }).changes).toMatchObject([
      {
        to: 300,
        direction: "at_most",
        margin: 120,
        text: { zh: "占地面积：至多 300 m²（减少 120 m²）" },
      },
    ]);
  });

  test("solves a linear condition for the fact that has to change least", () => {
    const facts = { project: { new_floor_area: 1000 }, contribution: { site_area: 210 } };
    const { changes, instead } = ask("linear", facts);
    expect(changes).toMatchObject([
      { fact: "contribution.site_area", to: 200, direction: "at_most", margin: 10 },
    ]);
    expect(instead).toMatchObject([
      [{ fact: "project.new_floor_area", to: 1020, direction: "at_least", margin: 20 }],
    ]);
  });

  test("takes the cheaper arm, and every fact of it that fails", () => {
    const nothing = { project: { is_major: false }, contribution: { free_of_charge: false } };
    expect(texts("choice", { ...nothing, heritage: { protected: false } })).toEqual([
      { zh: "保护历史建筑：是", en: "Protects heritage: yes" },
    ]);
    const award = { contribution: { free_of_charge: false, kind: "none" } };
    expect(texts("award", award).map(({ zh }) => zh)).toEqual([
      "无偿提供：是",
      "提供的内容：公共空间或市政设施",
    ]);
  });

  test("takes one fact before two, and says beside it what leaves the registry alone", () => {
    const facts = {
      project: { approved_floor_area: 299, is_major: false },
      heritage: { protected: false },
    };
    const { changes, instead } = ask("place-or-wish", facts);
    expect(changes.map(({ fact }) => fact)).toEqual(["project.approved_floor_area"]);
    expect(instead.map((plan) => plan.map(({ fact }) => fact).sort())).toEqual([
      ["heritage.protected", "project.is_major"],
    ]);
  });

  test("names both ends where going on would leave the condition again", () => {
    const facts = { contribution: { site_area: 900 }, project: { new_floor_area: 1000 } };
    expect(ask("band", facts).changes).toMatchObject([
      {
        to: 500,
        until: 300.01,
        text: {
          zh: "占地面积：300.01 m² 到 500 m²（减少 400 m²）",
          en: "Site area: 300.01 m² to 500 m² (400 m² less)",
        },
      },
    ]);
  });

  test("finds what the form of a condition hides", () => {
    const facts = { project: { is_major: true }, heritage: { protected: false } };
    const { changes, then } = ask("alike", facts);
    expect(changes.map(({ fact, to }) => [fact, to])).toEqual([["project.is_major", false]]);
    expect(then).toEqual({ condition: "met", verdict: "applies" });
    const buildings = ["office", "factory", "office"].map((kind, at) => ({ id: `b${at}`, kind }));
    expect(texts("counted", { buildings })).toEqual([
      { zh: "建筑 b0 的房屋类型：厂房", en: "building b0: Kind of building: factory" },
    ]);
  });

  test("asks for a building where the case has none that could do", () => {
    const { adds, changes, then } = ask("factory", { buildings: [] });
    expect(adds).toEqual([
      {
        level: "building",
        subject: "new-1",
        text: { zh: "再有一栋建筑", en: "a further building" },
      },
    ]);
    expect(changes).toMatchObject([
      { subject: "new-1", to: "factory", text: { zh: "房屋类型：厂房" } },
    ]);
    expect(then).toEqual({ condition: "met", verdict: "applies" });
    expect(ask("factory", {}).adds[0]?.text.zh).toBe("先列出建筑，其中要有一栋");
    expect(ask("counted", { buildings: [] }).adds.map(({ subject }) => subject)).toEqual([
      "new-1",
      "new-2",
    ]);
  });

  test("says of a rule for buildings what one would have to be", () => {
    const { adds, subject, changes } = ask("each", { buildings: [] });
    expect([adds.length, subject]).toEqual([1, "new-1"]);
    expect(changes).toMatchObject([{ fact: "building.floor_area", subject: "new-1" }]);
  });

  test("works for dates and lists", () => {
    const facts = { project: { started_on: "2025-08-01", uses: ["retail"] } };
    expect(ask("dated", facts).changes).toMatchObject([
      { to: "2025-06-30", text: { zh: "开工日期：不晚于 2025-06-30" } },
      { to: ["retail", "office"], text: { zh: "用途：零售、办公", en: "Uses: retail, office" } },
    ]);
  });

  test("names each building that stands in the way", () => {
    const buildings = [
      { id: "a", floor_area: 200 },
      { id: "b", floor_area: 310 },
      { id: "c", floor_area: 305 },
    ];
    expect(texts("buildings", { buildings }).map(({ en }) => en)).toEqual([
      "building b: Area of the building: at most 300 m² (10 m² less)",
      "building c: Area of the building: at most 300 m² (5 m² less)",
    ]);
  });

  test("of a rule that is met brings what is asked for within its bound", () => {
    const facts = {
      contribution: { free_of_charge: true, kind: "municipal", award_wanted: 401 },
      project: { approved_floor_area: { value: 2000, source: "registry" } },
    };
    expect(texts("award", facts)).toEqual([
      {
        zh: "希望的奖励面积：至多 400 m²（减少 1 m²）",
        en: "Award asked for: at most 400 m² (1 m² less)",
      },
    ]);
  });
});

describe("where no change would do, the answer says why", () => {
  const none = (rule: string, facts: unknown) => {
    const { changes, none: said } = ask(rule, facts);
    expect(changes).toEqual([]);
    return said;
  };

  test("because it is met", () => {
    expect(none("over", { contribution: { site_area: 400 } })).toEqual({
      zh: "条件已经满足，不用改",
      en: "It is met already; nothing has to change",
    });
  });

  test("because the list is empty", () => {
    expect(none("waiting", { contribution: { kind: "none" } })?.zh).toContain("空名单");
  });

  test("because the rule is not in force on the day", () => {
    expect(none("ended", { project: { is_major: true } })?.en).toContain("not in force");
  });

  test("because no building is listed", () => {
    expect(none("buildings", {})).toEqual({
      zh: "还没有列出建筑，先列出来",
      en: "No building is listed yet: list them first",
    });
  });
});

describe("a proposal", () => {
  const area = fc.option(fc.integer({ min: 0, max: 1200 }), { nil: undefined });
  const truth = fc.option(fc.boolean(), { nil: undefined });
  const facts = fc.record({
    project: fc.record({ new_floor_area: area, approved_floor_area: area, is_major: truth }),
    contribution: fc.record({
      site_area: area,
      free_of_charge: truth,
      kind: fc.constantFrom("none", "municipal", undefined),
    }),
    heritage: fc.record({ protected: truth }),
  });
  const rules = ["over", "under", "linear", "choice", "place-or-wish", "award"];
  test("always does what it promises when it is read back as facts", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...rules), (stated, rule) => {
        const { changes } = ask(rule, stated);
        if (changes.length === 0) return;
        const made = Object.fromEntries(changes.map(({ fact, to }) => [fact, to]));
        const flat = Object.entries(stated).flatMap(([group, values]) =>
          Object.entries(values).map(([name, value]) => [`${group}.${name}`, value] as const),
        );
        const read = readCase(program, { ...Object.fromEntries(flat), ...made });
        expect(read.ok).toBe(true);
        const report = read.ok ? evaluate(program, read.value, { asOf }) : undefined;
        const verdict = report?.verdicts.find((one) => one.rule === `book/1/${rule}`);
        expect(verdict?.condition).toBe("met");
      }),
      runs(1000),
    );
  });
});
