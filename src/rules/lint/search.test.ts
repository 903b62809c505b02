import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { ratio } from "../../base/ratio.ts";
import { truthOf } from "../evaluate/outcome.ts";
import { prove } from "../evaluate/reference.ts";
import type { Node } from "../ir.ts";
import { factIr, programOf, expressions } from "../evaluate/testing.ts";
import { conditions, make, packOf, tangled, truthsOf } from "./packs.testing.ts";
import { mostCells, search, searchWide } from "./search.ts";
import { scopeFor, studyOf } from "./study.ts";

const study = studyOf(packOf([]), "2026-01-01");

describe("the search for a case", () => {
  test("finds one exactly where there is one, and proves it where there is none", () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const searched = search(study, condition);
        expect(searched.found).toBe(truthsOf(condition).includes("T"));
        if (!searched.found) expect(searched.isProved).toBe(true);
      }),
      runs(150),
    );
  });

  test("never claims too much where figures stand against each other", () => {
    fc.assert(
      fc.property(tangled, (condition) => {
        const searched = search(study, condition);
        const isThere = truthsOf(condition).includes("T");
        if (searched.found) {
          expect(truthOf(prove(condition, scopeFor(study, searched.states)))).toBe("T");
        } else {
          expect(isThere && searched.isProved).toBe(false);
        }
      }),
      runs(150),
    );
  });

  test("says that it proved nothing where its bound is passed", () => {
    const many = Array.from({ length: 13 }, (_, at) => factIr(`b.f${at}`, "boolean"));
    const own = expressions(many);
    const pairs = many.map(({ id }) => own.fact(id));
    const isOdd = pairs.reduce((sum, one) => own.compare(sum, "!=", one));
    const isEven = own.not(pairs.reduce((sum, one) => own.compare(sum, "!=", one)));
    const wide = studyOf(programOf({ facts: many, rules: [] }), "2026-01-01");
    const searched = search(wide, own.and(isOdd, isEven));
    expect(searched).toEqual({ found: false, isProved: false, cells: mostCells });
  });

  test("claims nothing where a day or a word is not asked for by itself", () => {
    const own = [
      ...[factIr("c.from", "date"), factIr("c.to", "date")],
      ...[factIr("c.name", "text"), factIr("c.title", "text")],
    ];
    const of = expressions(own);
    const [from, to, name, title] = own.map(({ id }) => of.fact(id)) as [Node, Node, Node, Node];
    const wide = studyOf(programOf({ facts: own, rules: [] }), "2026-01-01");
    const half = of.date("2025-06-30");
    const early = of.compare(from, "<", half);
    const near = of.compare(
      of.absolute(of.calculate(from, "subtract", half)),
      "<=",
      of.number(ratio(30)),
    );
    const isProved = (node: Node) => {
      const searched = search(wide, node);
      return searched.found || searched.isProved;
    };
    expect(isProved(of.and(early, of.compare(from, ">", half)))).toBe(true);
    expect(isProved(of.among(name, "a", "b"))).toBe(true);
    for (const open of [
      of.and(near, of.compare(to, "!=", to)),
      of.and(near, of.compare(from, ">", of.date("2030-01-01"))),
      of.and(of.compare(name, "!=", title), of.among(name, "a"), of.among(title, "a")),
      of.and(of.spelled(name, "contains", "x"), of.spelled(name, "contains", "y")),
    ]) {
      const searched = search(wide, open);
      if (!searched.found) expect(searched.isProved).toBe(false);
    }
  });

  test("tries many buildings alike where one is not enough", () => {
    const large = make.compare(make.fact("building.area"), ">=", make.parameter(5));
    const count = make.over("building", "count", large);
    const condition = make.compare(count, ">=", make.number(ratio(2)));
    expect(search(study, condition).found).toBe(false);
    const wide = searchWide(study, condition);
    expect([wide.study.copies, wide.searched.found]).toEqual([2, true]);
  });

  test("does not take one building for all of them", () => {
    const body = make.compare(make.fact("building.area"), "<", make.parameter(1));
    const sum = make.over("building", "sum", make.fact("building.area"));
    const wide = make.compare(sum, ">", make.parameter(5));
    const searched = search(study, make.and(wide, body));
    expect(searched).toMatchObject({ found: false, isProved: false });
  });
});
