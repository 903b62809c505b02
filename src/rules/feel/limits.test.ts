import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { errorCodes, refusalCodes } from "./codes.ts";
import { evaluateFeel } from "./feel.ts";
import { sayFeel } from "./say.ts";

/** How an expression ended: the code of its refusal, or of why it is null. */
function codeOf(text: string): string {
  const outcome = evaluateFeel(text);
  return outcome.is === "refused" ? outcome.code : (outcome.notes[0]?.code ?? "value");
}

describe("what would take unbounded time or memory", () => {
  test.each([
    ["10,000 brackets", "(".repeat(10_000) + "1" + ")".repeat(10_000), "nested_too_deep"],
    ["10,000 lists", "[".repeat(10_000) + "1" + "]".repeat(10_000), "nested_too_deep"],
    ["1 MB", "1+".repeat(500_000) + "1", "expression_too_long"],
    ["a long chain", "1" + "+1".repeat(30_000), "nested_too_deep"],
    ["nested loops", "for a in 1..999, b in 1..999, c in 1..999 return a", "list_too_long"],
    ["a long search", "some a in 1..99999, b in 1..99999 satisfies a < 0", "too_many_steps"],
    ["growing lists", "for i in 1..50000 return [partial]", "too_many_steps"],
    ["a lambda without end", "{f: function(n) f(n + 1), r: f(0)}.r", "calls_too_deep"],
    ["a huge literal", "1e999999999", "number_out_of_range"],
    ["a huge power", "9.5 ** 99999", "number_out_of_range"],
    ["doubled texts", doubling('"aaaaaaaaaa"', "partial[-1] + partial[-1]"), "text_too_long"],
    ["doubled lists", doubling("[1]", "concatenate(partial[-1], partial[-1])"), "list_too_long"],
    ["a pattern that tries all", `matches("${"a".repeat(40)}b", "^(a|aa)+$")`, "too_many_steps"],
    ["a pattern that repeats", 'matches("a", "((a{999}){999}){999}")', "pattern_too_large"],
    ["many logarithms", "for i in 1..1000 return log(1 + 1e-6000)", "too_many_steps"],
    ["half a pair", '"\ud800"', "lone_surrogate"],
    ["half a pair, escaped", '"\\uD800"', "lone_surrogate"],
    ["nothing", "", "syntax"],
    ["an outer function", 'function(a) external {java: {class: "X"}}', "external_function"],
  ])("%s ends with a code", (_, text, code) => {
    const started = performance.now();
    expect(codeOf(text)).toBe(code);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test("never throws, whatever stands in the text", () => {
    const pieces = fc.constantFrom(
      ...['"a"', "1", "[", "]", "(", ")", "{", "}", "a", ":", "..", "in", "for", "return", "+"],
      ...["<", "function", "@", "some", "satisfies", "if", "then", "else", "date", "and", "time"],
      ...["matches", ",", ".", "instance of", "list", "null", "-", "not", '"', "\\", "?", "b c"],
    );
    const text = fc.oneof(
      fc.string({ maxLength: 100 }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(codeOf(one)).toMatch(/^[a-z_]+$/);
      }),
      runs(100),
    );
  });
});

function doubling(first: string, next: string): string {
  return `(for i in 1..60 return if i = 1 then ${first} else ${next})[-1]`;
}

describe("each code", () => {
  test.each([...errorCodes, ...refusalCodes])("%s is said in both languages", (code) => {
    const { zh, en } = sayFeel(code);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en.length).toBeGreaterThan(10);
  });
});
