import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import { problemCodes } from "./problems.ts";
import { renderMarkdown } from "./page.ts";

describe("every code of the shell", () => {
  test.each(problemCodes)("%s has a page in both languages", (code) => {
    const file = new URL(`../../docs/problems/${code}.md`, import.meta.url);
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, "utf8");
    expect(text).toContain("怎么办");
    expect(text).toContain("What to do");
  });

  test("is said in both languages", () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });
});

test("a page shows markup of its text as text", () => {
  expect(renderMarkdown("# a <b>\n\n- `x` & **y**\n- z")).toBe(
    "<h1>a &#60;b&#62;</h1>\n<ul><li><code>x</code> &#38; <strong>y</strong></li><li>z</li></ul>",
  );
});
