import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import {
  compile,
  evaluate,
  expressionCodes,
  readCase,
  type Case,
  type EngineName,
  type Program,
  type RuleVerdict,
} from "../rules/index.ts";
import { loadPackFiles } from "./load.ts";

const page = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");
const both = (text: string) => ({ zh: text, en: text });

/** What stands in the fences of the page, by their name. */
const fences = new Map(
  [...page.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```/gm)].map(([, name, text]) => [name, text]),
);
const fenced = (name: string): unknown => parse(fences.get(name) ?? "");

type Row = { readonly id: string; readonly options?: readonly string[] };
type Dictionary = {
  readonly groups: readonly Row[];
  readonly facts: readonly Row[];
  readonly registers: readonly Row[];
};

/** The page leaves out what says nothing about the language: labels, titles and sources. */
const { groups, facts, registers } = fenced("facts") as Dictionary;
const parameters = fenced("parameters");
const lets = fenced("let") as object;
const { as_of: asOf, facts: stated } = fenced("case") as {
  readonly as_of: string;
  readonly facts: unknown;
};

const head: Readonly<Record<string, unknown>> = {
  "city/pack.yaml": {
    ...{ id: "city", version: "2030-01-01", language: 1, extends: [] },
    ...{ title: both("city"), zone: "Asia/Shanghai", crs: "EPSG:4548" },
  },
  "city/facts/all.yaml": {
    groups,
    facts: facts.map(({ options, ...fact }) => ({
      ...fact,
      label: both(fact.id),
      source: ["asked"],
      ...(options && { options: options.map((id) => ({ id, label: both(id) })) }),
    })),
  },
  "city/registers/all.yaml": {
    registers: registers.map((row) => ({
      ...{ title: both(row.id), issuer: "council", date: "unknown" },
      ...row,
    })),
  },
  "city/documents.yaml": {
    documents: [
      {
        ...{ id: "book", title: both("book"), short: both("book"), issuer: "council" },
        ...{ since: "unknown", mechanisms: [{ id: "all", title: both("all"), items: 1 }] },
      },
    ],
  },
  "city/organisations.yaml": { organisations: [{ id: "council", title: both("council") }] },
  "city/terms.yaml": { terms: [{ id: "shown", title: both("shown") }] },
};

const measure = (rules: readonly unknown[]) => ({
  ...{ id: "book/1", title: both("one"), mechanism: "all", standing: "full", lead: ["council"] },
  ...{ addressee: "project", cite: { document: "book", item: 1, sha256: "0".repeat(64) } },
  ...{ summary: both("summary"), since: "unknown", parameters, rules },
});

/** One rule: the expression is a let value, which a sentence shows. */
const shown = (text: string, id: string, more: object = {}) => ({
  ...{ id, notice: "shown", force: "advice", let: { ...lets, shown: text } },
  ...{ because: both("{shown}"), ...more },
});

function compileRules(rules: readonly unknown[]) {
  const files = { ...head, "city/policy/book/01.yaml": measure(rules) };
  const texts = Object.entries(files).map(([path, value]) => [path, stringify(value)] as const);
  const source = loadPackFiles(new Map(texts), "city");
  return source.ok ? compile(source.value) : source;
}

/** What stands in the fences of the page: an expression, and the value behind the arrow. */
const examples = [...page.matchAll(/^```policy\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = ""]) => block.trim().split("\n"))
  .map((line) => line.split(" → ") as [text: string, value: string]);

/** The rows of the table: a code, and what it refuses. */
const refusals = [...page.matchAll(/^\| `([a-z_]+)`\s*\| `([^|]+)`\s*\|/gm)].map(
  ([, code = "", text = ""]) => [text, code] as const,
);

const conditions: Readonly<Record<string, RuleVerdict["condition"]>> = {
  yes: "met",
  no: "not_met",
  "(unknown)": "open",
  "(not applicable)": "not_met",
};

const isFigure = (value: string): boolean => /^-?[\d,.–]+(?: \S.*)?$/.test(value);

function programOf(rules: readonly unknown[]): Program {
  const compiled = compileRules(rules);
  if (!compiled.ok) throw new Error(compiled.refusal.map((one) => one.message.en).join("\n"));
  return compiled.value;
}

function caseOf(program: Program): Case {
  const read = readCase(program, stated);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

const verdictOf = (text: string, engine: EngineName, more: object = {}): RuleVerdict => {
  const program = programOf([shown(text, "shown", more)]);
  const { verdicts } = evaluate(program, caseOf(program), { asOf, engine });
  return verdicts[0] as RuleVerdict;
};

const engines: readonly EngineName[] = ["reference", "closures", "generated"];

describe("docs/language.md", () => {
  test.each(examples)("%s has the value that it says", (text, value) => {
    expect(verdictOf(text, "reference").because?.en).toBe(value);
    const isCondition = compileRules([shown(text, "shown", { when: text })]).ok;
    for (const engine of isCondition ? engines : []) {
      expect(verdictOf(text, engine, { when: text }).condition, engine).toBe(conditions[value]);
    }
    if (!isFigure(value)) return;
    const more = { notice: undefined, grant: "shown", amount: text };
    const amounts = engines.map((engine) => verdictOf(text, engine, more).effects[0]?.amount);
    expect(amounts).toEqual([amounts[0], amounts[0], amounts[0]]);
  });

  test.each(refusals)("%s is refused as %s", (text, code) => {
    const compiled = compileRules([shown(text, "shown")]);
    const found = compiled.ok ? [] : compiled.refusal.map((one) => one.code);
    expect(found).toContain(code);
  });

  test("names every code of an expression", () => {
    const silent = expressionCodes.filter((code) => !page.includes(`\`${code}\``));
    expect(silent).toEqual([]);
  });

  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(80);
    expect(refusals.length).toBeGreaterThan(55);
  });
});
