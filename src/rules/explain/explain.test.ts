import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import type { ProofNode } from "../contract/answer.ts";
import { every, some } from "../evaluate/truth.ts";
import { explain } from "./explain.ts";
import { sampleCase, sampleProgram } from "./sample.ts";
import { sentence } from "./sentence.ts";

const program = sampleProgram(`
parameters:
  ratio: { unit: m2/m2, values: [{ since: unknown, value: 1 }] }
  cap: { unit: "%", values: [{ since: unknown, value: 20 }] }
  half: { unit: "%", values: [{ since: unknown, value: 50 }] }
  reach: { unit: m, values: [{ since: unknown, value: [800, 1000] }] }
rules:
  - id: award
    when: >
      (contribution.free_of_charge and (contribution.kind in ("public space", "municipal")))
      or heritage.protected
    grant: floor_area
    force: may
    amount: contribution.site_area * ratio
    wish: contribution.award_wanted
    limits:
      - id: cap
        at_most: project.approved_floor_area * cap
        force: must
        title: { zh: 原核定面积的两成, en: A fifth of what was approved }
    account: pool
    requires: [{ agreement: performance, force: must }]
  - id: share
    when: project.city_quota_wanted > project.new_floor_area * half
    require: review
    force: must
  - id: near
    when: >
      place.station_distance <= reach and not(project.is_major) and
      some b in buildings satisfies b.kind = "factory"
    permit: review
    force: may
  - id: listed
    when: listed(contribution.kind, "small-list") and not(listed(contribution.kind, "blank-list"))
    permit: review
    force: may
  - id: late
    when: project.started_on >= date("2025-07-01") and list contains(project.uses, "office")
    permit: review
    force: may
  - id: unsheltered
    when: not(heritage.protected)
    permit: review
    force: may
  - id: vast
    when: sum(buildings.floor_area) > project.approved_floor_area
    permit: review
    force: may
`);

const asked = (rule: string) => ({
  rule: `book/1/${rule}`,
  subject: "project",
  asOf: "2026-01-01",
});

const proof = (rule: string, facts: unknown): ProofNode =>
  explain(program, sampleCase(program, facts), asked(rule)).tree;

type Told = readonly [outcome: string, zh: string, en: string];

/** Every step of a proof in reading order, the headline left out. */
function steps(node: ProofNode): readonly Told[] {
  const tell = (step: ProofNode): readonly Told[] => [
    [step.outcome, step.text.zh, step.text.en],
    ...step.children.flatMap(tell),
  ];
  return node.children.flatMap(tell);
}

const share = (wanted: unknown) =>
  steps(proof("share", { project: { city_quota_wanted: wanted, new_floor_area: 10_000 } }));

describe("the proof of a condition", () => {
  test("tells each fact with its value, and the amount with what cut it", () => {
    const facts = {
      contribution: { free_of_charge: true, kind: "municipal", site_area: 500, award_wanted: 401 },
      heritage: { protected: false },
      project: { approved_floor_area: 2000 },
    };
    expect(steps(proof("award", facts))).toEqual([
      ["T", "以下各项满足一项即可", "Any one of these"],
      ["T", "以下各项都要满足", "All of these"],
      ["T", "无偿提供：是", "Free of charge: yes"],
      ["T", "提供的内容：市政设施", "What is given: municipal facility"],
      ["F", "保护历史建筑：否", "Protects heritage: no"],
      [
        "T",
        "建筑规模：400 m²（占地面积 500 m² × 1，由“原核定面积的两成”封顶）",
        "Floor area: 400 m² (site area 500 m² × 1, capped: a fifth of what was approved)",
      ],
      [
        "F",
        "原核定面积的两成：不超过 原核定建筑面积 2,000 m² × 20%（即 400 m²）；401 m² 超出 1 m²，不予批准",
        "A fifth of what was approved: at most floor area originally approved 2,000 m² × 20% (that is 400 m²); 401 m² is 1 m² over: refused",
      ],
    ]);
  });

  test("holds a figure against its threshold, and says the opposite where it fails", () => {
    expect(share(5001)).toEqual([
      [
        "T",
        "申请市级指标 5,001 m² 超过 新增规模 10,000 m² × 50%（即 5,000 m²）",
        "city quota asked for 5,001 m² is more than newly added area 10,000 m² × 50% (that is 5,000 m²)",
      ],
    ]);
    expect(share(5000)[0]?.slice(0, 2)).toEqual([
      "F",
      "申请市级指标 5,000 m² 不超过 新增规模 10,000 m² × 50%（即 5,000 m²）",
    ]);
  });

  test("shows what is unknown, estimated or not applicable as what it is", () => {
    const unknown = steps(proof("share", {}))[0];
    expect(unknown).toEqual([
      "U",
      "要看 申请市级指标（未知） 是否超过 新增规模（未知） × 50%",
      "It depends on whether city quota asked for (unknown) is more than newly added area (unknown) × 50%",
    ]);
    expect(share({ estimate: [4000, 6000] })[0]?.[1]).toContain("4,000–6,000 m²（估计）");
    expect(share({ not_applicable: "没有申请" })[0]).toEqual([
      "N",
      "申请市级指标（不适用：没有申请） 与 新增规模 10,000 m² × 50%（即 5,000 m²） 没法比较，因为有一项不适用",
      "city quota asked for (not applicable: 没有申请) and newly added area 10,000 m² × 50% (that is 5,000 m²) cannot be compared: one of them does not apply",
    ]);
  });

  test("turns negations into what should have been, and asks each building", () => {
    const facts = {
      place: { station_distance: 900 },
      project: { is_major: true },
      buildings: [{ id: "a", kind: "office" }, { id: "b" }],
    };
    expect(steps(proof("near", facts))).toEqual([
      ["F", "以下各项都要满足", "All of these"],
      [
        "U",
        "要看 到最近站点的距离 900 米 是否不超过 800–1,000 米",
        "It depends on whether distance to the nearest station 900 m is at most 800–1,000 m",
      ],
      ["F", "重大项目：是，要为否", "Major project: yes; it must be no"],
      ["U", "至少一个建筑：房屋类型是厂房", "At least one building: kind of building is factory"],
      [
        "U",
        "建筑 b：房屋类型：未知，要是厂房",
        "building b: Kind of building: unknown; it must be factory",
      ],
      [
        "F",
        "建筑 a：房屋类型：办公楼，要是厂房",
        "building a: Kind of building: office building; it must be factory",
      ],
    ]);
    expect(steps(proof("near", {})).at(-1)?.[1]).toContain("还没有列出建筑");
  });

  test("says whether a word stands on a list, and that a list is empty", () => {
    const told = steps(proof("listed", { contribution: { kind: "municipal" } }));
    expect(told.slice(1, 3)).toEqual([
      [
        "T",
        "提供的内容：市政设施，在“小型名单”里",
        'What is given: municipal facility, on "small list"',
      ],
      [
        "U",
        "提供的内容：市政设施；名单“空名单”还没有导入",
        'What is given: municipal facility; the list "blank list" is not imported yet',
      ],
    ]);
  });

  test("reads dates and lists", () => {
    const told = steps(proof("late", { project: { started_on: "2025-06-30", uses: ["retail"] } }));
    expect(told.slice(1)).toEqual([
      [
        "F",
        "开工日期 2025-06-30 早于 2025-07-01",
        "start of works 2025-06-30 is before 2025-07-01",
      ],
      ["F", "用途：零售，要包含办公", "Uses: retail; it must hold office"],
    ]);
  });

  test("adds up over buildings", () => {
    const facts = {
      project: { approved_floor_area: 100 },
      buildings: [
        { id: "a", floor_area: 60 },
        { id: "b", floor_area: 50.5 },
      ],
    };
    expect(steps(proof("vast", facts))[0]?.slice(0, 2)).toEqual([
      "T",
      "各建筑的房屋面积合计 110.5 m² 超过 原核定建筑面积 100 m²",
    ]);
  });

  test("keeps every fact with its source", () => {
    const facts = { project: { approved_floor_area: { value: 100, source: "registry" } } };
    const { used } = explain(program, sampleCase(program, facts), asked("vast"));
    expect(used).toContainEqual({
      fact: "project.approved_floor_area",
      state: "known",
      value: 100,
      source: "registry",
    });
  });

  test("agrees with itself: a group comes out as its steps say", () => {
    const truth = fc.constantFrom(true, false, undefined, { not_applicable: "n" });
    const kind = fc.constantFrom("municipal", "none", undefined);
    fc.assert(
      fc.property(truth, truth, kind, (free, heritage, given) => {
        const facts = {
          contribution: { free_of_charge: free, kind: given },
          heritage: { protected: heritage },
        };
        const check = (node: ProofNode): void => {
          const marks = node.children.map(({ outcome }) => outcome);
          if (node.text.en === "All of these") expect(node.outcome).toBe(every(marks));
          if (node.text.en === "Any one of these") expect(node.outcome).toBe(some(marks));
          node.children.forEach(check);
        };
        proof("award", facts).children.forEach(check);
      }),
      runs(100),
    );
  });
});

describe("a rule as a sentence", () => {
  test("names its conditions, what it gives, its bounds and what comes with it", () => {
    expect(sentence(program, "book/1/award")).toEqual({
      zh: "（无偿提供，并且提供的内容是公共空间或市政设施），或者保护历史建筑的，可以给予建筑规模，数量为 占地面积 × 1，不超过 原核定建筑面积 × 20%，并要有履约协议。",
      en: [
        "Where (free of charge and what is given is public space or municipal facility)",
        "or protects heritage: floor area may be granted, in the amount of site area × 1,",
        "at most floor area originally approved × 20%, together with performance agreement.",
      ].join(" "),
    });
  });

  test("says what must not be, in the fact's own clause, and what a building must be", () => {
    const { zh, en } = sentence(program, "book/1/near");
    expect(zh).toContain("项目不重大，并且至少一个建筑：房屋类型是厂房的，可以批准联合审查");
    expect(en).toContain(
      "the project is not a major one and at least one building: kind of building is factory",
    );
  });

  test("quotes the name of a fact that has no clause of its own", () => {
    const { zh, en } = sentence(program, "book/1/unsheltered");
    expect(zh).toContain("不满足“保护历史建筑”的");
    expect(en).toContain('Where not "protects heritage":');
  });
});
