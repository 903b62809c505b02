import { describe, expect, test } from "vitest";
import { one, ratio } from "../../base/ratio.ts";
import type { Stated } from "../case/model.ts";
import type { Node, Program, RuleIr } from "../ir.ts";
import { evaluate, type EngineName } from "./evaluate.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  parameterIr,
  programOf,
  ruleIr,
  subjectOf,
} from "./testing.ts";

const facts = [
  factIr("project.area", "number"),
  factIr("project.parts", "number", { unit: "1", step: one }),
  factIr("project.listed", "boolean"),
  factIr("project.old", "boolean"),
  factIr("project.empty", "boolean"),
  factIr("project.name", "text"),
  factIr("building.area", "number", { level: "building" }),
  factIr("building.kind", "enumeration", { level: "building", options: ["house", "factory"] }),
];
const make = expressions(facts);
const [area, parts] = [make.fact("project.area"), make.fact("project.parts")];
const [listed, old, empty] = ["listed", "old", "empty"].map((name) => make.fact(`project.${name}`));

type Project = Parameters<typeof caseOf>[1];
type Others = Parameters<typeof caseOf>[2];

const notApplicable: Stated = { state: "not_applicable", reason: "没有这回事" };

describe.each<EngineName>(["reference", "closures", "generated"])("the back end %s", (engine) => {
  const programWith = (shape: Partial<RuleIr>, more: Partial<Program> = {}) =>
    programOf({ facts, rules: [ruleIr("m/1/rule", facts, shape)], ...more });
  const runOn = (program: Program, asOf: string, project: Project) =>
    evaluate(program, caseOf(program, project), { asOf, engine }).verdicts[0];
  const run = (program: Program, project: Project, others?: Others) =>
    evaluate(program, caseOf(program, project, others), { asOf: "2026-01-01", engine }).verdicts;
  const decide = (condition: Node, project: Project, others?: Others) =>
    run(programWith({ condition }), project, others)[0];

  test("leaves a rule open at a denominator of zero, and says why", () => {
    const share = make.compare(make.calculate(area, "divide", parts), ">", make.number(one));
    const verdict = decide(share, { "project.area": 100, "project.parts": 0 });
    expect(verdict).toMatchObject({ condition: "open", verdict: "undecided" });
    expect(verdict?.reasons.map((reason) => reason.code)).toEqual(["undefined"]);
    expect(verdict?.missing).toEqual([]);
  });

  test("leaves a rule open while its denominator may be zero, and asks for it", () => {
    const share = make.compare(make.calculate(area, "divide", parts), ">=", make.number(one));
    const at = (quanta: Stated | number) =>
      decide(share, { "project.area": 300, "project.parts": quanta });
    const verdict = at({ state: "unknown" });
    expect(verdict).toMatchObject({ condition: "open", reasons: [] });
    expect(verdict?.missing).toEqual([{ kind: "fact", id: "project.parts" }]);
    expect(at({ state: "estimate", min: 1, max: 3 })?.condition).toBe("met");
    expect(at({ state: "estimate", min: 4, max: 5 })?.condition).toBe("not_met");
    expect(at(3)?.condition).toBe("met");
  });

  test("holds that 0.55 − 0.10 is 0.45", () => {
    const sum = make.calculate(make.number(ratio(55, 100)), "subtract", make.number(ratio(1, 10)));
    expect(decide(make.compare(sum, "=", make.number(ratio(45, 100))), {})?.condition).toBe("met");
  });

  test("does not ask for what can no longer change the answer", () => {
    const condition = make.or(make.and(listed!, old!), empty!);
    expect(decide(condition, { "project.old": false })?.missing).toEqual([
      { kind: "fact", id: "project.empty" },
    ]);
  });

  test("decides by trying completions where a fact occurs more than once", () => {
    const either = make.or(listed!, make.not(listed!));
    expect(decide(either, {})).toMatchObject({ condition: "met", missing: [] });
    const either2 = make.or(make.and(listed!, old!), make.and(make.not(listed!), old!));
    expect(decide(either2, {})?.missing).toEqual([{ kind: "fact", id: "project.old" }]);
  });

  test("does not meet a condition that rests on what does not apply, and gives its reason", () => {
    const verdict = decide(make.not(listed!), { "project.listed": notApplicable });
    expect(verdict).toMatchObject({ condition: "not_met", verdict: "does_not_apply" });
    expect(verdict?.reasons[0]).toMatchObject({ code: "not_applicable" });
    expect(verdict?.reasons[0]?.detail.zh).toContain("没有这回事");
    const why = { zh: "没有这回事", en: "no such thing" };
    const both = decide(make.not(listed!), {
      "project.listed": { state: "not_applicable", reason: why },
    });
    expect(both?.reasons[0]?.detail.zh).toContain(why.zh);
    expect(both?.reasons[0]?.detail.en).toContain(why.en);
    expect(both?.reasons[0]?.detail.en).not.toContain(why.zh);
  });

  test("takes nothing for certain that a choice which may not apply would take back", () => {
    const asked = make.or(make.fact("project.listed"), make.fact("project.old"));
    const figure = make.choose(asked, make.number(one), make.number(ratio(2)));
    const condition = make.compare(figure, ">", make.number(ratio(0)));
    const at = (listed: Stated) =>
      decide(condition, { "project.listed": listed, "project.old": notApplicable })?.condition;
    expect(at({ state: "unknown" })).toBe("open");
    expect(at({ state: "known", value: true })).toBe("met");
    expect(at({ state: "known", value: false })).toBe("not_met");
  });

  test("stays open for a text that is not held, unless the condition is not met anyway", () => {
    const program = programWith({ condition: listed!, needsTexts: ["某文件"] });
    expect(run(program, { "project.listed": true })[0]).toMatchObject({
      condition: "open",
      missing: [{ kind: "text", id: "某文件" }],
    });
    expect(run(program, { "project.listed": false })[0]?.verdict).toBe("does_not_apply");
  });

  test("stays open for a list that is empty, and decides once it is imported", () => {
    const condition = make.listed(make.fact("project.name"), 0);
    const register = (entries: string[]): Program["registers"][number] => ({
      id: "plan",
      title: { zh: "计划", en: "plan" },
      issuer: "agency",
      date: "unknown",
      state: entries.length > 0 ? "imported" : "empty",
      entries,
    });
    const name = { "project.name": "大栅栏" };
    const open = run(programWith({ condition }, { registers: [register([])] }), name)[0];
    expect(open).toMatchObject({ condition: "open", missing: [{ kind: "list", id: "plan" }] });
    const held = programWith({ condition }, { registers: [register(["大栅栏"])] });
    expect(run(held, name)[0]?.condition).toBe("met");
    expect(run(held, { "project.name": "别处" })[0]?.condition).toBe("not_met");
  });

  test("counts buildings, and takes unlisted ones for unknown, not for none", () => {
    const kind = make.compare(make.fact("building.kind"), "=", make.word("factory"));
    const some = make.over("building", "some", kind);
    const program = programWith({ condition: some });
    const building = (id: string, states: Project) =>
      subjectOf(program, { level: "building", id }, states);
    const factory = building("b1", { "building.kind": "factory" });
    const house = building("b2", { "building.kind": "house" });
    expect(run(program, {})[0]?.condition).toBe("open");
    expect(run(program, {}, { building: [] })[0]?.condition).toBe("not_met");
    expect(run(program, {}, { building: [house, factory] })[0]?.condition).toBe("met");
    const blank = run(program, {}, { building: [house, building("b3", {})] })[0];
    expect(blank?.missing).toEqual([{ kind: "fact", id: "building.kind", subject: "b3" }]);
  });

  test("sums what is stated, and knows a range where one part is an estimate", () => {
    const amount = make.over("building", "sum", make.fact("building.area"));
    const program = programWith({ effects: [effectIr({ amount })] });
    const building = (id: string, value: Stated | number) =>
      subjectOf(program, { level: "building", id }, { "building.area": value });
    const amountOf = (...all: (Stated | number)[]) =>
      run(program, {}, { building: all.map((value, at) => building(`b${at}`, value)) })[0]
        ?.effects[0]?.amount;
    expect(amountOf(10_00, 20_50)).toEqual({ min: 30.5, max: 30.5 });
    expect(amountOf(10_00, { state: "estimate", min: 1_00, max: 2_00 })).toEqual({
      min: 11,
      max: 12,
    });
    expect(amountOf()).toEqual({ min: 0, max: 0 });
    expect(amountOf(10_00, { state: "unknown" })).toEqual({ min: 10 });
  });

  test("rounds grants and upper limits down, duties and lower limits up, once", () => {
    const third = make.calculate(area, "divide", make.number(ratio(3)));
    const bounds = (["at_most", "at_least"] as const).map((direction) => ({
      id: direction,
      direction,
      limit: third,
      force: "may" as const,
      title: undefined,
    }));
    const effects = (["grant", "require"] as const).map((kind) =>
      effectIr({ kind, amount: third, bounds }),
    );
    const [grant, duty] = run(programWith({ effects }), { "project.area": 100_00 })[0]!.effects;
    expect(grant?.amount).toEqual({ min: 33.33, max: 33.33 });
    expect(duty?.amount).toEqual({ min: 33.34, max: 33.34 });
    expect(grant?.bounds?.map((bound) => bound.limit.min)).toEqual([33.33, 33.34]);
    expect(grant?.bounds?.map((bound) => bound.answer)).toEqual(["within", "within"]);
  });

  test("answers exactly where doubles would not", () => {
    const large = 2 ** 53 - 1;
    const square = make.calculate(area, "multiply", area);
    const product = make.calculate(
      make.calculate(area, "subtract", make.number(ratio(1, 100))),
      "multiply",
      make.calculate(area, "add", make.number(ratio(1, 100))),
    );
    const verdict = decide(make.compare(product, "<", square), { "project.area": large });
    expect(verdict?.condition).toBe("met");
  });

  test("takes the figure of the day, from its first day and not from its last", () => {
    const cap = {
      ...parameterIr("cap", one),
      values: [
        { since: "2025-01-01", until: "2026-01-01", min: ratio(1), max: ratio(1) },
        { since: "2026-01-01", until: undefined, min: ratio(2), max: ratio(2) },
      ],
    };
    const condition = make.compare(parts, "<=", make.parameter(0));
    const program = programWith({ condition }, { parameters: [cap] });
    const on = (day: string) => runOn(program, day, { "project.parts": 2 });
    expect(on("2024-12-31")?.reasons[0]?.code).toBe("no_figure");
    expect(on("2024-12-31")?.verdict).toBe("undecided");
    expect(on("2025-12-31")?.verdict).toBe("does_not_apply");
    expect(on("2026-01-01")?.verdict).toBe("applies");
  });

  test("keeps a rule out of force before its first day and from its last", () => {
    const program = programWith({ since: "2025-06-01", until: "2026-06-01" });
    const on = (day: string) => runOn(program, day, {});
    expect(on("2025-05-31")).toMatchObject({ verdict: "does_not_apply", in_force: false });
    expect(on("2025-05-31")?.reasons[0]?.code).toBe("not_in_force_on");
    expect(on("2025-06-01")).toMatchObject({ verdict: "applies", in_force: true });
    expect(on("2026-06-01")?.verdict).toBe("does_not_apply");
  });

  test("gives nothing where the amount rests on what does not apply", () => {
    const program = programWith({ effects: [effectIr({ amount: area })] });
    const verdict = run(program, { "project.area": notApplicable })[0];
    expect(verdict).toMatchObject({ condition: "met", verdict: "does_not_apply", effects: [] });
    expect(verdict?.reasons[0]?.code).toBe("amount_not_applicable");
  });
});
