import { describe, expect, test } from "vitest";
import { sampleCase, sampleProgram } from "../sample.ts";
import { whyNot } from "./why-not.ts";

const program = sampleProgram(`
parameters:
  cap: { unit: "%", values: [{ since: unknown, value: 20 }] }
  third: { unit: "%", values: [{ since: unknown, value: 33.33 }] }
  least: { unit: m2, values: [{ since: unknown, value: 50 }] }
rules:
  - id: award
    when: contribution.free_of_charge
    grant: floor_area
    force: may
    amount: contribution.site_area
    wish: contribution.award_wanted
    limits:
      - id: cap
        at_most: project.approved_floor_area * cap
        force: must
        title: { zh: 原核定面积的两成, en: A fifth of what was approved }
  - id: quota
    when: project.is_major
    grant: quota
    force: may
    wish: project.city_quota_wanted
    limits:
      - { id: third, at_most: project.new_floor_area * third, force: must }
      - { id: least, at_least: least, force: in_principle }
`);

const ask = (rule: string, facts: unknown) =>
  whyNot(program, sampleCase(program, facts), {
    rule: `book/1/${rule}`,
    subject: "project",
    asOf: "2026-01-01",
  });

const award = (facts: { site?: number; wanted?: number; approved?: number }) => ({
  contribution: { free_of_charge: true, site_area: facts.site, award_wanted: facts.wanted },
  project: { approved_floor_area: facts.approved },
});

describe("a bound that is exceeded", () => {
  test("says by how much, what would be within, and the other ways out", () => {
    const { aim, gaps, changes, instead, then } = ask(
      "award",
      award({ site: 500, wanted: 401, approved: 2000 }),
    );
    expect(aim).toBe("within");
    expect(gaps).toEqual([
      {
        bound: "cap",
        over: 1,
        unit: "m2",
        fact: "contribution.award_wanted",
        within: 400,
        text: {
          zh: "原核定面积的两成：超出 1 m²；希望的奖励面积不超过 400 m² 就行",
          en: "A fifth of what was approved: 1 m² over; award asked for would do at 400 m²",
        },
      },
    ]);
    expect(changes).toMatchObject([{ fact: "contribution.award_wanted", to: 400, margin: 1 }]);
    expect(instead).toMatchObject([
      [{ fact: "project.approved_floor_area", to: 2005, direction: "at_least", margin: 5 }],
    ]);
    expect(then).toEqual({ condition: "met", verdict: "applies" });
  });

  test("by 0.01 m² is said as such, and a limit that never ends is kept to the quantum", () => {
    const facts = { project: { is_major: true, city_quota_wanted: 33.34, new_floor_area: 100.01 } };
    expect(ask("quota", facts).gaps).toMatchObject([
      { bound: "third", over: 0.01, within: 33.33 },
      { bound: "least", over: 16.66, within: 50, text: { zh: expect.stringContaining("还差") } },
    ]);
  });

  test("and one that falls short are brought within by two facts together", () => {
    const facts = { project: { is_major: true, city_quota_wanted: 40, new_floor_area: 90 } };
    const { changes, then } = ask("quota", facts);
    expect(changes).toMatchObject([
      { fact: "project.city_quota_wanted", to: 50 },
      { fact: "project.new_floor_area", to: 150.02 },
    ]);
    expect(then).toEqual({ condition: "met", verdict: "applies" });
  });
});

describe("what would raise what is granted", () => {
  test("is the fact behind the bound that binds, up to where the next one does", () => {
    const { aim, none, raises } = ask("award", award({ site: 500, approved: 2000 }));
    expect([aim, none?.zh]).toEqual(["more", "条件已经满足，不用改"]);
    expect(raises).toEqual([
      {
        fact: "project.approved_floor_area",
        subject: "project",
        label: { zh: "原核定建筑面积", en: "Floor area originally approved" },
        direction: "more",
        to: 2500,
        amount: 500,
        unit: "m2",
        text: {
          zh: "原核定建筑面积增加到 2,500 m²，建筑规模为 500 m²，再变就不再增加",
          en: "Floor area originally approved raised to 2,500 m²: Floor area 500 m², and no more",
        },
      },
    ]);
  });

  test("is the amount's own fact where nothing cuts it, and the wish where nothing else is given", () => {
    expect(ask("award", award({ site: 300, approved: 2000 })).raises).toMatchObject([
      { fact: "contribution.site_area", to: 400, amount: 400 },
    ]);
    const facts = { project: { is_major: true, city_quota_wanted: 60, new_floor_area: 300 } };
    expect(ask("quota", facts).raises).toMatchObject([
      { fact: "project.city_quota_wanted", to: 99.99, amount: 99.99 },
    ]);
  });
});
