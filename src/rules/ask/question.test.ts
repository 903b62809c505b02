import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { sampleCase, sampleProgram } from "../explain/sample.ts";
import { nextQuestion, plan } from "./question.ts";

const asOf = "2026-01-01";

const program = sampleProgram(`
parameters:
  cap: { unit: "%", values: [{ since: unknown, value: 20 }] }
  open_figure: { unit: m2, values: [{ since: unknown, value: [800, 1000] }] }
  small: { unit: m2, values: [{ since: unknown, value: 300 }] }
rules:
  - id: award
    when: contribution.free_of_charge and (contribution.kind in ("public space", "municipal"))
    grant: floor_area
    force: may
    amount: contribution.site_area
    limits:
      - id: cap
        at_most: project.approved_floor_area * cap
        force: must
        title: { zh: 两成, en: A fifth }
  - id: major
    when: project.is_major and contribution.free_of_charge
    permit: review
    force: may
  - id: small
    when: project.new_floor_area <= small
    permit: review
    force: may
  - id: near
    when: place.station_distance <= place.station_distance and heritage.protected
    permit: review
    force: may
  - id: wide
    when: contribution.award_wanted <= open_figure
    permit: review
    force: may
  - id: low
    when: every b in buildings satisfies b.floor_area <= small
    permit: review
    force: may
  - id: exact
    when: project.city_quota_wanted = small
    permit: review
    force: may
  - id: buildings
    addressee: building
    when: building.kind = "factory"
    permit: review
    force: may
`);

const ask = (facts: unknown, options: object = {}) =>
  nextQuestion(program, sampleCase(program, facts), { asOf, ...options });

describe("the next question", () => {
  test("is the fact that most open rules wait for, with what each answer settles", () => {
    expect(ask({})).toMatchObject({
      fact: "contribution.free_of_charge",
      question: { zh: "无偿提供吗？", en: "Is it free of charge?" },
      type: "boolean",
      waiting: 2,
      rules: ["book/1/award", "book/1/major"],
      answers: [
        { answer: true, label: { zh: "是", en: "yes" }, settles: 0 },
        { answer: false, label: { zh: "否", en: "no" }, settles: 2 },
      ],
    });
  });

  test("asks for an amount only after its condition", () => {
    const given = { contribution: { free_of_charge: true }, project: { is_major: true } };
    const asked = plan(program, sampleCase(program, given), { asOf, max: 9, goal: "book/1/award" });
    expect(asked.map(({ fact }) => fact)).toEqual([
      "contribution.kind",
      "project.approved_floor_area",
      "contribution.site_area",
    ]);
  });

  test("of a quantity names the figures at which something turns", () => {
    const given = { contribution: { free_of_charge: true, kind: "municipal", site_area: 500 } };
    expect(ask(given, { goal: "book/1/award" })).toMatchObject({
      fact: "project.approved_floor_area",
      unit: "m2",
      answers: [
        {
          answer: 2499.99,
          label: {
            zh: "不到 2,500 m²：受“两成”限制",
            en: 'less than 2,500 m²: limited by "A fifth"',
          },
          settles: 1,
        },
        {
          answer: 2500,
          label: {
            zh: "至少 2,500 m²：不受“两成”限制",
            en: 'at least 2,500 m²: not limited by "A fifth"',
          },
          settles: 1,
        },
      ],
    });
    expect(ask({}, { goal: "book/1/small" })?.answers).toMatchObject([
      { answer: 300, label: { zh: "不到 300.01 m²" }, settles: 1 },
      { answer: 300.01, label: { zh: "至少 300.01 m²" }, settles: 1 },
    ]);
  });

  test("of a quantity has a stretch of its own where the law leaves the figure open", () => {
    const question = ask({}, { goal: "book/1/wide" });
    expect(question?.answers.map(({ label, settles }) => [label.en, settles])).toEqual([
      ["less than 800.01 m²", 1],
      ["from 800.01 m² to less than 1,000.01 m²", 0],
      ["at least 1,000.01 m²", 1],
    ]);
  });

  test("of a quantity turns twice around the one figure that would do", () => {
    const question = ask({}, { goal: "book/1/exact" });
    expect(question?.answers.map(({ answer }) => answer)).toEqual([299.99, 300, 300.01]);
  });

  test("of a quantity that another unknown one is held against names no figure yet", () => {
    const facts = { contribution: { free_of_charge: true, kind: "municipal" } };
    const asked = ask(facts, { goal: "book/1/award" });
    expect([asked?.fact, asked?.answers.map(({ label }) => label.zh)]).toEqual([
      "project.approved_floor_area",
      ["任意数值"],
    ]);
  });

  test("asks a figure of each building at the threshold that it has to keep", () => {
    const facts = { buildings: [{ id: "a", floor_area: 200 }, { id: "b" }] };
    expect(ask(facts, { goal: "book/1/low" })).toMatchObject({
      fact: "building.floor_area",
      subject: "b",
      answers: [
        { answer: 300, settles: 1 },
        { answer: 300.01, settles: 1 },
      ],
    });
  });

  test("leaves out what is skipped, what nobody can be asked, and what no rule waits for", () => {
    const skip = ["contribution.free_of_charge", "project.is_major"];
    const asked = plan(program, sampleCase(program, {}), { asOf, max: 20, skip });
    const facts = asked.map(({ fact }) => fact);
    expect(facts).not.toContain("contribution.free_of_charge");
    expect(facts).not.toContain("place.station_distance");
    expect(facts).not.toContain("project.started_on");
    expect(facts).toContain("heritage.protected");
  });

  test("names the building that it is about", () => {
    const facts = { buildings: [{ id: "a", kind: "office" }, { id: "b" }] };
    expect(ask(facts, { goal: "book/1/buildings" })).toMatchObject({
      fact: "building.kind",
      subject: "b",
      answers: [
        { answer: "factory", label: { zh: "厂房" }, settles: 1 },
        { answer: "office", label: { zh: "办公楼" }, settles: 1 },
      ],
    });
  });

  test("is none where nothing is open", () => {
    const facts = { contribution: { free_of_charge: false } };
    expect(ask(facts, { goal: "book/1/award" })).toBeNull();
  });
});

describe("what an answer settles", () => {
  test("is what evaluating the case with that answer shows", () => {
    const truth = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(truth, truth, truth, (free, major, heritage) => {
        const stated = {
          contribution: { free_of_charge: free },
          project: { is_major: major },
          heritage: { protected: heritage },
        };
        const facts = sampleCase(program, stated);
        const open = evaluate(program, facts, { asOf }).verdicts.map(({ verdict }) => verdict);
        for (const question of plan(program, facts, { asOf, max: 3 })) {
          if (question.type !== "boolean") continue;
          const [group = "", name = ""] = question.fact.split(".");
          for (const { answer, settles } of question.answers) {
            const answered = { ...stated } as Record<string, object>;
            answered[group] = { ...answered[group], [name]: answer };
            const after = evaluate(program, sampleCase(program, answered), { asOf }).verdicts;
            const closed = after.filter(
              ({ verdict }, index) => open[index] === "undecided" && verdict !== "undecided",
            );
            expect(settles).toBe(closed.length);
          }
        }
      }),
      runs(100),
    );
  });
});
