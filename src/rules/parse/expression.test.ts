import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { parseExpression } from "./expression.ts";

/** The codes of what is found in a text; none where it reads well. */
function codesIn(text: string): string[] {
  const parsed = parseExpression(text);
  return parsed.ok ? [] : parsed.refusal.map((finding) => finding.code);
}

/** Pieces that real rules are made of, put together at random: more telling than random letters. */
const pieces = fc.constantFrom(
  ...["project.free", "a", "b.c", "and", "or", "not(", "(", ")", "[", "]", "in", "<", ">=", "="],
  ...["1", "1e3", '"x"', '"', ",", "..", "if", "then", "else", "some", "satisfies", "+", "-", "*"],
  ...[
    "/",
    "//",
    "null",
    "date(",
    "between",
    "\n",
    "{",
    "}",
    ":",
    "for",
    "return",
    "函数",
    "（",
    "@",
  ],
);
const ruleLike = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(" "));

describe("an expression", () => {
  test("is read the same way, wherever its lines break", () => {
    const shape = (text: string) =>
      JSON.stringify(parseExpression(text)).replace(/"(start|end)":\d+/g, "");
    const flat = 'a.b and not(c.d) or list contains(e.f, "x")';
    expect(shape(flat.replaceAll(" ", "\n  "))).toBe(shape(flat));
  });

  test("never makes the reader throw, whatever stands in it", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), isAnswered), runs(100));
    fc.assert(fc.property(ruleLike, isAnswered), runs(100));
  });

  test("of 10,000 nested brackets is refused, and does not overflow", () => {
    const nested = `${"(".repeat(10_000)}a${")".repeat(10_000)}`;
    expect(codesIn(nested)).toEqual(["nested_too_deep"]);
  });

  test("of 10,000 nested operations is refused, and does not overflow", () => {
    expect(codesIn(`a${" + a".repeat(10_000)}`)).toContain("nested_too_deep");
    expect(codesIn(`${"- ".repeat(5_000)}a`)).toContain("nested_too_deep");
    expect(codesIn(`a${" or a".repeat(10_000)}`)).toEqual(["nested_too_deep"]);
    expect(codesIn(`${"if a then ".repeat(1_000)}a`)).toEqual(["nested_too_deep"]);
  });

  test("may hold as many alternatives as a rule needs", () => {
    expect(codesIn(`a${" or a".repeat(350)}`)).toEqual([]);
  });

  test("longer than 65,536 characters is refused before it is read", () => {
    expect(codesIn(`a${" or a".repeat(20_000)}`)).toEqual(["expression_too_long"]);
  });

  test("is read in bounded time", () => {
    const junk = ') a ( + * "'.repeat(5_000);
    const started = performance.now();
    parseExpression(junk);
    parseExpression(`a${" and ( a in b".repeat(4_000)}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

function isAnswered(text: string): void {
  const parsed = parseExpression(text);
  if (parsed.ok) return;
  expect(parsed.refusal.length).toBeGreaterThan(0);
  for (const { span } of parsed.refusal) expect(span.start).toBeGreaterThanOrEqual(0);
}

describe("the traps of the grammar", () => {
  test.each([
    ['x in ("a") and y > 0', "in_takes_logic"],
    ['x in ("a") or y', "in_takes_logic"],
    ["x in [a..b] and y", "in_takes_logic"],
    ["some b in buildings satisfies b.x and y", "satisfies_takes_logic"],
    ["x > 1e3", "exponent_literal"],
    ["a-b > 0", "dash_name"],
    ["not x", "words_without_operator"],
    ["a < b < c", "chained_comparison"],
    ["x // y", "comment_in_expression"],
    ["x == y", "foreign_sign"],
    ["x = ‘a’", "foreign_sign"],
  ])("%s is refused: %s", (text, code) => {
    expect(codesIn(text)).toContain(code);
  });

  test.each([
    'x in ("a", "b") and y',
    '(x in ("a")) and y',
    "x between 0 and 1 and y",
    "a - b > 0",
    "some b in buildings satisfies (b.x and y)",
    "x in (0..1]",
  ])("%s reads as it looks", (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  test("shows the brackets to write", () => {
    const parsed = parseExpression('x in ("a") and y > 0');
    expect(!parsed.ok && parsed.refusal[0]?.holes).toEqual({ write: '(x in ("a")) and y > 0' });
  });
});
