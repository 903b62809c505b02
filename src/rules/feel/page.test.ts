import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluateFeel, feelText } from "../index.ts";

const page = readFileSync(new URL("../../../docs/feel.md", import.meta.url), "utf8");

const examples = [...page.matchAll(/^```feel\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = ""]) => block.trim().split("\n"))
  .map((line) => line.split(" → ") as [string, string]);

describe("docs/feel.md", () => {
  test.each(examples)("%s has the value that it says", (text, expected) => {
    const outcome = evaluateFeel(text);
    expect(outcome.is === "value" ? feelText(outcome.value) : outcome.code).toBe(expected);
  });

  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(40);
  });
});
