import { describe, expect, test } from "vitest";
import { spotAt } from "./spot.ts";

/** The kind of the place marked with | in a text. */
const kindAt = (text: string): string | undefined => spotAt(text.split("|")[0] ?? "")?.kind;

describe("where the cursor stands", () => {
  test.each([
    ["rules:\n  - id: a\n    amount: project.si|", "expression"],
    ["rules:\n  - id: a\n    when: >\n      a and\n      pro|", "expression"],
    ["rules:\n  - id: a\n    when: >\n      a and\n\n      |", "expression"],
    ["    limits:\n      - { id: cap, at_most: project.|", "expression"],
    ['    amount: "project.|', "expression"],
    ["    let:\n      share: a / |", "expression"],
    ["    let: { share: a / |", "expression"],
    ['    when: kind in ("|', "text"],
    ['    when: kind in ("a", b|', "expression"],
    ["    let: { kinds: '[\"|", "text"],
    ["parameters:\n  cap: { unit: m|", "unit"],
    ["parameters:\n  cap:\n    unit: |", "unit"],
    ["title: { zh: 名|", undefined],
    ["rules:\n  - id: a\n    when: >\n      a and b\n    grant: fl|", undefined],
    ["rules:\n  - |", undefined],
    ["", undefined],
  ])("%j is %s", (text, kind) => {
    expect(kindAt(text)).toBe(kind);
  });
});
