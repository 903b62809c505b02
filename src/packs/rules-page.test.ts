import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { formatted } from "../../scripts/formatted.ts";
import { answered } from "../../test/harness/examples.ts";
import { typeFaults } from "../../test/harness/example-types.ts";
import { exportsOf, signatureOf } from "../../test/harness/exports.ts";
import { fencesOf, filesOf, pageAt, refilled, type Fence } from "../../test/harness/page.ts";
import * as rules from "../rules/index.ts";
import { loadPackFiles } from "./load.ts";

const page = pageAt("docs/rules-api.md");
const door = exportsOf(fileURLToPath(new URL("../rules/index.ts", import.meta.url)));
/** Types that signatures name and that the door keeps to itself: a page may show them, too. */
const behind = [
  ...new Set([...door.values()].flat().map((node) => node.getSourceFile().fileName)),
  ...["../base/decision.ts", "../rules/ask/candidate.ts", "../rules/cover/expectation.ts"].map(
    (path) => fileURLToPath(new URL(path, import.meta.url)),
  ),
].map(exportsOf);

const declarationsOf = (name: string) =>
  door.get(name) ?? behind.flatMap((file) => file.get(name) ?? []);

const files = filesOf(pageAt("docs/tutorial.md"));

/** What the examples of both pages may name without declaring it. */
const given = { ...rules, loadPackFiles, parseDocument, files };

const declared = /^(?:function|type) (\w+)/gm;
const isSignature = ({ purpose }: Fence): boolean => purpose === "signature";
const isKeptBehind = ({ purpose }: Fence): boolean => purpose === "not exported";

/** How the names of a block are called and what they hold, as their sources say it today. */
async function signed({ text }: Fence): Promise<string> {
  const names = [...text.matchAll(declared)].map(([, name = ""]) => name);
  const signatures = names.map(
    (name) => signatureOf(name, declarationsOf(name)) ?? `${name}: gone`,
  );
  return formatted("signatures.ts", signatures.join("\n\n"));
}

/** The names that the page tells of: in a signature, or in the first column of a table. */
const told = (text: string): readonly string[] => [
  ...fencesOf(text)
    .filter(isSignature)
    .flatMap((block) => [...block.text.matchAll(declared)].map(([, name = ""]) => name)),
  ...[...text.matchAll(/^\| (`.*?`) *\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
  ),
];

describe("src/rules/README.md", () => {
  const readme = pageAt("src/rules/README.md");

  test("has a whole program that comes to what it says", async () => {
    const came = await answered(readme, given);
    await expect(came).toMatchFileSnapshot("../rules/README.md");
  });

  test("promises nothing that no test holds", () => {
    const tests = [...readme.matchAll(/\]\(([^)]+\.test\.ts)\)/g)].map(([, path = ""]) => path);
    expect(tests.length).toBeGreaterThan(10);
    const rows = readme.split("\n").filter((line) => /^\| [A-Z]/.test(line));
    expect(rows.filter((row) => !row.includes(".test.ts"))).toEqual([]);
  });
});

describe("the examples of both pages", () => {
  test("are of the types that the sources have", { timeout: 120_000 }, () => {
    const declared = "declare const files: ReadonlyMap<string, string>;";
    expect(typeFaults(["docs/rules-api.md", "src/rules/README.md"], declared)).toEqual([]);
  });
});

describe("the reader of pages", () => {
  test("puts what an example comes to in place of what a page says", async () => {
    const came = await answered("```ts\nconst two = 1 + 1;\ntwo;\n// → 3\n```\n", {});
    expect(came).toBe("```ts\nconst two = 1 + 1;\ntwo;\n// → 2\n```\n");
  });

  test("finds the names that a page tells, and the signature that a source has", () => {
    const small = "```ts signature\nfunction gone(): void;\n```\n\n| `lost`, `left` | … |\n";
    expect(told(small)).toEqual(["gone", "lost", "left"]);
    expect(signatureOf("compile", door.get("compile") ?? [])).toBe(
      "function compile(source: PackSource): Decision<Program, readonly Diagnostic[]>;",
    );
  });
});

describe("docs/rules-api.md", () => {
  test("has the signatures of the sources, and examples that come to what it says", async () => {
    const today = await refilled(page, (block) =>
      isSignature(block) || isKeptBehind(block) ? signed(block) : block.text,
    );
    const came = await answered(today, given);
    await expect(came).toMatchFileSnapshot("../../docs/rules-api.md");
  });

  test("tells of every export once, and of nothing that is gone", () => {
    expect([...told(page)].sort()).toEqual([...door.keys()].sort());
  });

  test("shows of what is not exported nothing that is", () => {
    const kept = fencesOf(page).filter(isKeptBehind);
    const names = kept.flatMap(({ text }) => [...text.matchAll(declared)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => door.has(name ?? ""))).toEqual([]);
  });

  test("has an example for every function", () => {
    const code = fencesOf(page).filter(({ purpose }) => purpose === "");
    const names = Object.entries(rules).filter(([, value]) => typeof value === "function");
    const silent = names.filter(([name]) => !code.some(({ text }) => text.includes(`${name}(`)));
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
