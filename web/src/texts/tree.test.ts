import { describe, expect, test } from "vitest";
import type { ClauseLine } from "../../../src/policy/contract.ts";
import { treeOf, type Branch } from "./tree.ts";

const clause = (item: string, parent: string | null): ClauseLine => ({
  ...{ item, parent, kind: "item", ordinal: 1, heading: item, cited: 0 },
});

const shape = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ clause: { item }, below }) => (below.length > 0 ? [item, shape(below)] : item));

describe("the tree of a document", () => {
  test("has each clause under its parent, in the order of the text", () => {
    const clauses = [
      clause("1", null),
      clause("1.1", "1"),
      clause("1.1.1", "1.1"),
      clause("1.2", "1"),
      clause("2", null),
    ];
    expect(shape(treeOf(clauses))).toEqual([["1", [["1.1", ["1.1.1"]], "1.2"]], "2"]);
  });

  test("loses no clause whose parent is not there", () => {
    expect(shape(treeOf([clause("3.1", "3"), clause("4", null)]))).toEqual(["3.1", "4"]);
  });
});
