import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yamlLine } from "./yaml-line.ts";

describe("a line of a pack's file", () => {
  test("shows its key, in a list and out of it", () => {
    expect(yamlLine("  - id: award")).toEqual({ indent: "  - ", key: "id:", rest: " award" });
    expect(yamlLine("cite:")).toEqual({ indent: "", key: "cite:", rest: "" });
  });

  test("takes no word of a sentence for a key", () => {
    expect(yamlLine("  award at 1:1 of the ground").key).toBe("");
    expect(yamlLine("# id: not a key").key).toBe("");
  });

  test("loses nothing of what stands there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const line = text.replaceAll(/[\n\r\u2028\u2029]/g, "");
        const { indent, key, rest } = yamlLine(line);
        expect(indent + key + rest).toBe(line);
      }),
    );
  });
});
