import { describe, expect, test } from "vitest";
import type { FactRow } from "../../../src/policy/contract.ts";
import { headFacts } from "./head-facts.ts";

const row = (fact: string, state: FactRow["state"], readBy: number): FactRow => ({
  fact,
  subject: "project",
  label: { zh: fact, en: fact },
  state,
  readBy,
});

describe("the facts at the head of the panel", () => {
  test("are three known ones that most rules read, and the unknown one most waited for", () => {
    const rows = [
      row("a", "known", 1),
      row("b", "known", 5),
      row("c", "estimate", 3),
      row("d", "known", 2),
      row("e", "unknown", 2),
      row("f", "unknown", 9),
      row("g", "not_applicable", 9),
    ];
    const { head, rest } = headFacts(rows);
    expect(head.map(({ fact }) => fact)).toEqual(["b", "c", "d", "f"]);
    expect(rest.map(({ fact }) => fact)).toEqual(["a", "e", "g"]);
  });

  test("show an area first and a map fact last, however many rules read other facts", () => {
    const rows = [
      row("kind", "known", 9),
      row("year", "known", 8),
      { ...row("area", "known", 1), unit: "m2" },
      { ...row("station", "known", 1), source: "map" as const },
    ];
    expect(headFacts(rows).head.map(({ fact }) => fact)).toEqual(["area", "kind", "station"]);
  });
});
