import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { read, root, texts } from "./sources.ts";

const folder = join(root, "../shared/seeds");
const runLength = 24;

const { names } = parse(read("test/tidy/official-names.yaml")) as { names: readonly string[] };

/** Chinese text without its spaces and punctuation, broken where another script begins. */
const runsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}\p{S}]+/gu, "")
    .split(/[^\p{Script=Han}\d]+/u)
    .filter((run) => run.length >= runLength);

/** The same for a file of ours, where a quotation mark, a colon or an end of line ends a text. */
const ourRuns = (text: string): string[] =>
  text.split(/["'`{}[\]<>:|#]|, |\n\s*(?:- |\n)/).flatMap(runsOf);

const cut = (run: string): string[] =>
  Array.from({ length: run.length - runLength + 1 }, (_, place) =>
    run.slice(place, place + runLength),
  );

const withoutNames = (text: string): string =>
  names.reduce((rest, name) => rest.replaceAll(name, '"'), text);

/** The first stretch of a text that a source document holds too. */
function copiedFrom(sources: ReadonlySet<string>, text: string): string | undefined {
  return ourRuns(withoutNames(text))
    .flatMap(cut)
    .find((stretch) => sources.has(stretch));
}

const isHere = existsSync(folder);

const cure = "put the source documents into ../shared/seeds, beside this folder";
const title = "the source documents";

describe.skipIf(!isHere)(isHere ? title : `${title}: to run, ${cure}`, () => {
  test("are quoted nowhere: facts and figures are theirs, sentences are ours", () => {
    const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const stretches = new Set(documents.flatMap((text) => runsOf(text).flatMap(cut)));
    const copied = texts().flatMap(({ path, text }) => {
      const stretch = copiedFrom(stretches, text);
      return stretch === undefined ? [] : [`${path}: ${stretch}`];
    });
    expect(copied).toEqual([]);
    expect(stretches.size).toBeGreaterThan(100_000);
  });
});

describe("the reader of copies", () => {
  const sentence = "在不影响结构安全和相邻权利的前提下，可以为既有住宅加装电梯并改善公共空间。";
  const sources = new Set(runsOf(sentence).flatMap(cut));

  test("finds a sentence that was copied, broken over two lines and with other commas", () => {
    const text = `summary: >\n  在不影响结构安全和相邻权利的前提下,\n  可以为既有住宅加装电梯并改善公共空间`;
    expect(copiedFrom(sources, text)).toBe("在不影响结构安全和相邻权利的前提下可以为既有住宅");
  });

  test("lets pass a sentence in own words, and parts that no one would call a copy", () => {
    expect(copiedFrom(sources, "住宅可以加装电梯，条件是结构安全、邻居权利都不受影响。")).toBe(
      undefined,
    );
    expect(copiedFrom(sources, "zh: 结构安全和相邻权利\nen: safety")).toBe(undefined);
  });
});
