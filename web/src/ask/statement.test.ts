import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stateFact, type FactAt } from "./statement.ts";

const siteArea: FactAt = { fact: "contribution.site_area", subject: "project", level: "project" };
const floorArea: FactAt = { fact: "building.floor_area", subject: "b-1", level: "building" };
const danger: FactAt = { fact: "safety.danger", subject: "b-1", level: "building" };

describe("a stated fact", () => {
  test("of the project stands in its group at the top", () => {
    expect(stateFact({}, siteArea, 500)).toEqual({ contribution: { site_area: 500 } });
  });

  test("of a building stands flat in that building, other groups nested", () => {
    const facts = stateFact(stateFact({}, floorArea, { estimate: [1, 2] }), danger, true);
    expect(facts).toEqual({
      buildings: [{ id: "b-1", floor_area: { estimate: [1, 2] }, safety: { danger: true } }],
    });
  });

  test("leaves other buildings alone", () => {
    const two = stateFact(stateFact({}, floorArea, 1), { ...floorArea, subject: "b-2" }, 2);
    expect(two["buildings"]).toEqual([
      { id: "b-1", floor_area: 1 },
      { id: "b-2", floor_area: 2 },
    ]);
  });

  test("of a subject that nobody has listed lists it", () => {
    const kind: FactAt = { fact: "facility.kind", subject: "?", level: "space" };
    const facts = stateFact({}, kind, "lift");
    expect(facts).toEqual({ spaces: [{ id: "1", facility: { kind: "lift" } }] });
    expect(stateFact(facts, { ...kind, fact: "space.area", subject: "1" }, 20)).toEqual({
      spaces: [{ id: "1", facility: { kind: "lift" }, area: 20 }],
    });
    expect(stateFact(facts, kind, undefined)).toEqual({});
  });

  test("taken back leaves nothing behind", () => {
    fc.assert(
      fc.property(fc.constantFrom(siteArea, floorArea, danger), fc.integer(), (at, value) => {
        expect(stateFact(stateFact({}, at, value), at, undefined)).toEqual({});
      }),
    );
  });
});
