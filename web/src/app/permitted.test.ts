import { describe, expect, test } from "vitest";
import { administers, permittedPages } from "./permitted.ts";

const of = (role: string, scope = "110000") => ({ role, scope });
const keys = (...grants: { role: string; scope: string }[]) =>
  permittedPages(grants).map(({ key }) => key);

describe("the navigation", () => {
  test("offers administration to those alone who have to do with it", () => {
    expect(keys()).toEqual([]);
    expect(keys(of("resident"), of("planner"))).toEqual([]);
    expect(keys(of("administrator"))).toEqual(["people", "imports", "changes", "health"]);
    expect(keys(of("district_officer"))).toEqual(["imports", "changes"]);
    expect(keys(of("resident"), of("auditor"))).toEqual(["people", "audit", "health"]);
  });
});

describe("an administrator", () => {
  test("changes what lies in the scope, and not what only begins alike", () => {
    const grants = [of("administrator", "110000.110105")];
    expect(administers(grants, "110000.110105")).toBe(true);
    expect(administers(grants, "110000.110105.street")).toBe(true);
    expect(administers(grants, "110000.1101055")).toBe(false);
    expect(administers(grants, null)).toBe(false);
    expect(administers([of("administrator")], null)).toBe(true);
    expect(administers([of("auditor")], "110000")).toBe(false);
  });
});
