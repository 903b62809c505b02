import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openDesk, type Desk, type Look } from "./desk.ts";

/** The packs of this repository, as the server hands them out. */
const texts = new Map(
  readdirSync("packs", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.yaml$/.test(path) && !/\/(zones|geo\/)/.test(path))
    .map((path) => [path, readFileSync(`packs/${path}`, "utf8")]),
);

const award = { pack: "beijing", measure: "toolbox-1.0/04" };
const met = { place: 0, changes: [] } as const;

function desk(): Desk {
  const opened = openDesk(texts, award);
  if (!opened) throw new Error("the pack has the measure");
  return opened;
}

const codes = ({ findings }: Look): string[] => findings.map(({ code }) => code);

describe("a draft of a measure", () => {
  const { opened, look, format } = desk();
  const changed = (from: string, to: string): string => {
    expect(opened.text).toContain(from);
    return opened.text.replace(from, to);
  };

  test("is the file of the pack at first, says nothing wrong, and has all cases come out", () => {
    expect(opened.path).toMatch(/^beijing\/policy\/toolbox-1\.0\/04-/);
    const { findings, seen } = look(opened.text, met);
    expect(findings).toEqual([]);
    expect(seen?.rules.map(({ id }) => id)).toContain("toolbox-1.0/04/award");
    expect(seen?.cases.length).toBeGreaterThan(5);
    expect(seen?.cases.flatMap(({ differences }) => differences)).toEqual([]);
  });

  test("of a fact that does not exist gets the finding of the pack check, with place and hint", () => {
    const text = changed("contribution.free_of_charge", "contribution.free_of_chrge");
    const [first] = look(text, met).findings;
    const line = text.split("\n").findIndex((one) => one.includes("free_of_chrge")) + 1;
    expect(first).toMatchObject({ code: "fact_unknown", file: opened.path, line });
    expect(first?.hint?.en).toContain("contribution.free_of_charge");
    expect(look(text, met).seen).toBeUndefined();
  });

  test("tells what its change breaks in another file", () => {
    const elsewhere = look(changed("id: award", "id: prize"), met).findings;
    expect(elsewhere.some(({ file }) => file !== opened.path)).toBe(true);
  });

  test("shows which of its cases no longer come out as they say", () => {
    const { seen } = look(changed("site_area * award_ratio", "site_area * award_cap"), met);
    const differing = seen?.cases.filter(({ differences }) => differences.length > 0) ?? [];
    expect(differing.length).toBeGreaterThan(0);
    expect(differing[0]?.differences[0]?.zh).toContain("应为");
    expect(differing[0]?.differences[0]?.zh).not.toContain("closures");
  });

  test("runs a case with other facts, and says why facts cannot be read", () => {
    const area = {
      fact: "contribution.site_area",
      level: "project",
      subject: undefined,
    } as const;
    const amountWith = (value: unknown) => {
      const { seen } = look(opened.text, { place: 0, changes: [{ ...area, value }] });
      return seen?.run;
    };
    expect(amountWith(1)?.answers[0]?.verdict.effects[0]?.amount).toEqual({ min: 1, max: 1 });
    expect(amountWith(undefined)?.answers[0]?.verdict.missing).toContainEqual({
      kind: "fact",
      id: area.fact,
    });
    const wrong = amountWith("many");
    expect(wrong?.refusals.length).toBe(1);
    expect(wrong?.fields.find(({ fact }) => fact === area.fact)?.stated).toEqual({ value: "many" });
  });

  test("can be asked with an empty case: everything is open, and all facts have fields", () => {
    const run = look(opened.text, { place: "empty", changes: [] }).seen?.run;
    expect(run?.answers[0]?.verdict.verdict).toBe("undecided");
    expect(run?.fields.map(({ fact }) => fact)).toContain("contribution.site_area");
  });

  test("comes into the one form, or is told why not", () => {
    expect(format(opened.text)).toEqual({ text: opened.text });
    const loose = opened.text.replace(/^title: \{ /m, "title:   {");
    expect(loose).not.toBe(opened.text);
    expect(format(loose)).toEqual({ text: opened.text });
    expect(format("id: [")).toMatchObject({ findings: [{ code: "yaml_broken" }] });
  });
});

describe("a bad text", () => {
  const { opened, look } = desk();
  const bad: readonly (readonly [string, string, string])[] = [
    ["1 MB", `# ${"x".repeat(1_000_000)}\n${opened.text}`, "file_too_large"],
    ["10,000 brackets in YAML", `id: ${"[".repeat(10_000)}`, "yaml_too_deep"],
    ["10,000 brackets in a rule", withAmount("(".repeat(10_000)), "nested_too_deep"],
    ["an endless expression", withAmount("a or ".repeat(20_000)), "expression_too_long"],
    ["a lone surrogate", withAmount('project.kind = "\ud800"'), "text_broken"],
    ["aliases of aliases", "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n".repeat(60), "key_twice"],
    ["nothing", "", "file_empty"],
    ["a list", "- 1\n", "value_unfit"],
  ];

  function withAmount(expression: string): string {
    return opened.text.replace(/amount: .*/, () => `amount: '${expression}'`);
  }

  test.each(bad)("%s gets a finding within five seconds", (_, text, code) => {
    const begun = performance.now();
    const answer = look(text, met);
    expect(codes(answer)).toContain(code);
    expect(answer.findings.length).toBeLessThanOrEqual(100);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

test("a measure that the pack does not have opens no desk", () => {
  expect(openDesk(texts, { ...award, measure: "toolbox-1.0/00" })).toBeUndefined();
});
