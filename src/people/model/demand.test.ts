import { expect, test } from "vitest";
import { divideByDemand, type FactorDemand } from "./demand.ts";

const grants = ["administrator", "auditor", "planner"].map((role) => ({ role }));
const withheldBy = (demand: FactorDemand, begun: Parameters<typeof divideByDemand>[1]): string[] =>
  divideByDemand(grants, begun, demand).withheld.map(({ role }) => role);

const weak = { isStrong: false, means: "password" } as const;

test.each<[FactorDemand, string[]]>([
  ["offered", []],
  ["administrators", ["administrator", "auditor"]],
  ["everyone", ["administrator", "auditor", "planner"]],
])("where a second factor is demanded of %s, these roles wait for it: %j", (demand, roles) => {
  expect(withheldBy(demand, weak)).toEqual(roles);
  expect(withheldBy(demand, { ...weak, isStrong: true })).toEqual([]);
  expect(withheldBy(demand, { ...weak, means: "demonstration" })).toEqual([]);
});

test("no role is both used and withheld, and none is lost", () => {
  const { used, withheld } = divideByDemand(grants, weak, "administrators");
  expect([...withheld, ...used]).toEqual(grants);
});
