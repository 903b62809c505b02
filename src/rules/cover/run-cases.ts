import { bilingual, type Bilingual } from "../../base/message.ts";
import { readCase } from "../case/read.ts";
import type { Measure, PolicyCase } from "../contract/pack.ts";
import type { RuleVerdict } from "../contract/report.ts";
import { evaluate, type EngineName } from "../evaluate/evaluate.ts";
import { excerptOf } from "../explain/excerpt.ts";
import type { Program } from "../ir.ts";
import type { Position } from "../source.ts";
import { differences, type Difference } from "./expectation.ts";

export const engineNames: readonly EngineName[] = ["reference", "closures", "generated"];

/** One expectation of a pack that did not come out, and on which engines. */
export type CaseFailure = Difference & {
  readonly measure: string;
  readonly case: string;
  readonly rule: string;
  readonly subject?: string;
  readonly engines: readonly EngineName[];
  readonly position?: Position;
  readonly message: Bilingual;
};

export type CaseRun = {
  /** Of cases: one passes when every expectation comes out on every engine. */
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly CaseFailure[];
};

export type RunOptions = {
  /** The law date of cases that name none; the pack's own date where this is absent. */
  readonly asOf?: string;
  readonly engines?: readonly EngineName[];
  /** Finds a part of a measure in its file. */
  readonly locate?: (measure: string, path: readonly (string | number)[]) => Position | undefined;
};

/** A case of a measure, with where it stands there. */
export type Placed = {
  readonly measure: Measure;
  readonly index: number;
  readonly policyCase: PolicyCase;
};

export const placedCases = (program: Program): readonly Placed[] =>
  [...program.measures.values()].flatMap((measure) =>
    (measure.cases ?? []).map((policyCase, index) => ({ measure, index, policyCase })),
  );

export const dayOf = (program: Program, { policyCase }: Placed, asOf?: string): string =>
  policyCase.as_of ?? asOf ?? program.version;

type Found = Omit<CaseFailure, "engines" | "position" | "message" | "measure" | "case">;

/** Runs every case of every measure on every engine. */
export function runCases(program: Program, options: RunOptions = {}): CaseRun {
  const cases = placedCases(program);
  const failures = cases.map((placed) => runOne(program, placed, options));
  const failed = failures.filter((list) => list.length > 0).length;
  return {
    total: cases.length,
    passed: cases.length - failed,
    failed,
    failures: failures.flat(),
  };
}

function runOne(program: Program, placed: Placed, options: RunOptions): readonly CaseFailure[] {
  const { measure, index, policyCase } = placed;
  const read = readCase(program, policyCase.facts, { id: policyCase.name });
  const at = (path: readonly (string | number)[]) => options.locate?.(measure.id, path);
  const write = (found: Found, engines: readonly EngineName[], path: readonly string[]) => {
    const position = at(["cases", index, ...path]);
    const head = { measure: measure.id, case: policyCase.name, ...found, engines };
    return { ...head, ...(position && { position }), message: messageOf(head) };
  };
  if (!read.ok) {
    return read.refusal.map((refusal) =>
      write(
        { rule: measure.id, key: "facts", expected: refusal.pointer, got: refusal.message.en },
        [],
        ["facts"],
      ),
    );
  }
  const engines = options.engines ?? engineNames;
  const asOf = dayOf(program, placed, options.asOf);
  const rules = expectedRules(placed);
  const byEngine = engines.map((engine) => {
    const report = evaluate(excerptOf(program, rules), read.value, { asOf, engine });
    return { engine, found: failuresOf(report.verdicts, placed) };
  });
  return grouped(byEngine).map(({ found, engines: on, path }) => write(found, on, path));
}

/** The rules that a case speaks of, by their full ids. */
export const expectedRules = ({ measure, policyCase }: Placed): readonly string[] =>
  [
    ...new Set(Object.keys(policyCase.expect).map((name) => ruleNamed(measure.id, name).rule)),
  ].sort();

type Located = { readonly found: Found; readonly path: readonly string[] };

/** What a case's expectations make of a report. */
function failuresOf(verdicts: readonly RuleVerdict[], placed: Placed): readonly Located[] {
  return Object.entries(placed.policyCase.expect).flatMap(
    ([name, expected]): readonly Located[] => {
      const named = ruleNamed(placed.measure.id, name);
      const { rule } = named;
      const mine = verdicts.filter((verdict) => isNamed(verdict, named));
      if (mine.length === 0) {
        const found: Found = { rule, key: "rule", expected: name, got: undefined };
        return [{ found, path: ["expect"] }];
      }
      return mine.flatMap((verdict): readonly Located[] =>
        differences(verdict, expected).map((difference) => ({
          found: { rule, subject: verdict.subject, ...difference },
          path: ["expect", name, ...difference.key.split(".").slice(0, 1)],
        })),
      );
    },
  );
}

type RuleName = { readonly rule: string; readonly subject?: string };

/** Whether an expectation speaks of a verdict: of its rule, and of the subject that it names. */
export const isNamed = (verdict: RuleVerdict, { rule, subject }: RuleName): boolean =>
  verdict.rule === rule && (subject === undefined || verdict.subject === subject);

/** "award", "award@b1", or a rule of another measure by its full id. */
export function ruleNamed(measure: string, name: string): RuleName {
  const [id = "", ...rest] = name.split("@");
  const rule = id.includes("/") ? id : `${measure}/${id}`;
  return rest.length > 0 ? { rule, subject: rest.join("@") } : { rule };
}

type ByEngine = { readonly engine: EngineName; readonly found: readonly Located[] };
type Grouped = Located & { readonly engines: EngineName[] };

/** The same failure on several engines is told once. */
function grouped(byEngine: readonly ByEngine[]): readonly Grouped[] {
  const all = new Map<string, Grouped>();
  for (const { engine, found } of byEngine) {
    for (const one of found) {
      const key = JSON.stringify(one.found);
      const known = all.get(key) ?? { ...one, engines: [] };
      known.engines.push(engine);
      all.set(key, known);
    }
  }
  return [...all.values()];
}

const shown = (value: unknown): string =>
  value === undefined ? "—" : typeof value === "string" ? value : JSON.stringify(value);

function messageOf(failure: Omit<CaseFailure, "message" | "position">): Bilingual {
  const { case: name, rule, subject, key, expected, got, engines } = failure;
  const [wanted, came] = [shown(expected), shown(got)];
  const who = subject === undefined || subject === "project" ? rule : `${rule}@${subject}`;
  const on =
    engines.length === 0 || engines.length === engineNames.length ? "" : engines.join(", ");
  return bilingual(
    `“${name}”：${who} 的 ${key} 应为 ${wanted}，得到 ${came}${on ? `（${on}）` : ""}`,
    `"${name}": ${key} of ${who} should be ${wanted}, got ${came}${on ? ` (${on})` : ""}`,
  );
}
