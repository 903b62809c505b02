import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { invariant } from "../base/invariant.ts";
import { compile, evaluate, lint, readCase, renderFinding } from "../rules/index.ts";
import type { LintFinding, PackSource } from "../rules/index.ts";
import { loadPackFiles } from "./load.ts";

const folder = new URL("../rules/golden/lint/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml") && name !== "base.yaml")
  .map((name) => name.replace(/\.yaml$/, ""));

const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), "utf8");

/** A golden file holds what a small pack adds to the base, each file behind a "# file: path". */
function sourceOf(name: string): PackSource {
  const parts = (textOf("base") + textOf(name)).split(/^# file: (\S+)\n/m).slice(1);
  const paths = parts.filter((_, index) => index % 2 === 0);
  const files = new Map(paths.map((path, index) => [path, parts[index * 2 + 1] ?? ""]));
  const source = loadPackFiles(files, "city");
  invariant(source.ok, `${name} can be read`);
  return source.value;
}

/** The base has facts that only some of the packs read: that is told of none of them. */
const isOwn = ({ code }: LintFinding): boolean => code !== "fact_unread";

const print = (findings: readonly LintFinding[]): string =>
  (["zh", "en"] as const)
    .flatMap((locale) => findings.map((one) => `${renderFinding(one, locale)}\n`))
    .join("\n");

/** Compares with the golden text, or writes it where UPDATE_GOLDEN=1 asks for that. */
function expectGolden(path: string, text: string): void {
  const url = new URL(path, folder);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(url, text);
  expect(text).toBe(readFileSync(url, "utf8"));
}

describe("a pack with something doubtful", () => {
  test.each(names)("%s is told with a case and its clauses", (name) => {
    const findings = lint(sourceOf(name)).filter(isOwn);
    expect(findings).not.toEqual([]);
    expectGolden(`${name}.expected`, print(findings));
  });

  test.each(names)("%s: the reference engine answers its case as it is told", (name) => {
    const source = sourceOf(name);
    const program = compile(source);
    if (!program.ok) return expect(lint(source).every(({ compiler }) => compiler)).toBe(true);
    for (const { example } of lint(source)) {
      invariant(example, "what builds is told with a case");
      const read = readCase(program.value, example.facts);
      invariant(read.ok, "the case can be read");
      const { asOf } = example;
      const { verdicts } = evaluate(program.value, read.value, { asOf, engine: "reference" });
      expect(verdicts).toEqual(
        expect.arrayContaining(example.shows.map((one) => expect.objectContaining(one))),
      );
    }
  });
});
