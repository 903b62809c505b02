import { describe, expect, test } from "vitest";
import { findingsInCode, findingsInText, type Finding } from "./comments.ts";
import { code, texts } from "./sources.ts";

const say = ({ path, line, cure }: Finding): string => `${path}:${line} ${cure}`;

/** These two files name what they look for. */
const isNotThis = ({ path }: { path: string }): boolean => !path.startsWith("test/tidy/comments.");

const inCode = (text: string) => findingsInCode({ path: "src/land/model.test.ts", text }).length;
const inText = (text: string) => findingsInText({ path: "README.md", text }).length;

describe("the words of the repository", () => {
  test("say what is, in code and comments", () => {
    expect(code().filter(isNotThis).flatMap(findingsInCode).map(say)).toEqual([]);
  });

  test("name no machine and silence no check", () => {
    expect(texts().filter(isNotThis).flatMap(findingsInText).map(say)).toEqual([]);
  });
});

describe("the reader of words", () => {
  test.each([
    "// it used to be a float\n",
    "// temporary\n",
    "// TODO: later\n",
    "const a = 1; // FIXME\n",
    "try { a(); } catch {}\n",
    "try { a(); } catch (error) { /* nothing */ }\n",
    "a().catch(() => {});\n",
    "test.only('x', () => {});\n",
  ])("finds fault with %j", (text) => {
    expect(inCode(text)).toBe(1);
  });

  test.each([
    "// TODO (#12) cut the pool\n",
    'const word = "TODO";\n',
    "try { a(); } catch (cause) { throw new Error('b', { cause }); }\n",
    "// the area that is used to compute the cap\n",
  ])("lets %j pass", (text) => {
    expect(inCode(text)).toBe(0);
  });

  test.each([
    "see /home/someone/notes",
    `npm i --registry https://${["registry", "npmjs", "org"].join(".")}`,
    "// @ts-ignore",
    "/* eslint-disable */",
    "/* oxlint-disable */",
  ])("finds the machine or the silenced check in %j", (text) => {
    expect(inText(text)).toBe(1);
  });

  test.each(["src/work/here", "https://example.org/root/x", "`{folder}/home/x`"])(
    "lets %j pass as no path of a machine",
    (text) => {
      expect(inText(text)).toBe(0);
    },
  );
});
