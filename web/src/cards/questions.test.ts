import { describe, expect, test } from "vitest";
import type { FactRow } from "../../../src/policy/contract.ts";
import type { FactGroup } from "../../../src/rules/contract.ts";
import { saidIn, valueOf, withFact } from "./questions.ts";

const row = (part: Partial<FactRow>): FactRow => ({
  ...{ fact: "works.cost", subject: "p", label: { zh: "造价", en: "Cost" } },
  ...{ state: "known", readBy: 1 },
  ...part,
});
const groups = new Map<string, FactGroup>([
  ["building", { id: "building", level: "building", title: { zh: "房屋", en: "Building" } }],
]);

describe("what a stored report says", () => {
  test("goes to a card where it is known or estimated, and is asked for", () => {
    const rows = [
      row({ value: 3 }),
      row({ fact: "works.area", value: 9 }),
      row({ fact: "works.years", state: "unknown" }),
      row({ fact: "works.years", state: "estimate", min: 1, max: 2 }),
    ];
    const said = saidIn(rows, [{ id: "works.cost" }, { id: "works.years" }]);
    expect(said.map(valueOf)).toEqual([3, { estimate: [1, 2] }]);
  });

  test("stands in the case where the dictionary has the fact, else with the project", () => {
    const one = withFact({}, { fact: "card.share", value: 20 }, groups);
    const two = withFact(one, { fact: "building.age", value: 40, subject: "b-1" }, groups);
    expect(two).toEqual({ card: { share: 20 }, buildings: [{ id: "b-1", age: 40 }] });
  });
});
