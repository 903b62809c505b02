import { bilingual, type Bilingual } from "../../base/message.ts";
import { readCase } from "../case/read.ts";
import { evaluate, type EngineName } from "../evaluate/evaluate.ts";
import type { Program } from "../ir.ts";
import type { Position } from "../source.ts";
import type { Difference } from "./expectation.ts";
import { dayOf, trialsOf, type Found, type Located, type Trial } from "./trial.ts";

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

/** Runs every case of every measure, and of every combination, on every engine. */
export function runCases(program: Program, options: RunOptions = {}): CaseRun {
  const cases = trialsOf(program);
  const failures = cases.map((trial) => runOne(program, trial, options));
  const failed = failures.filter((list) => list.length > 0).length;
  return {
    total: cases.length,
    passed: cases.length - failed,
    failed,
    failures: failures.flat(),
  };
}

function runOne(program: Program, trial: Trial, options: RunOptions): readonly CaseFailure[] {
  const { owner, index, policyCase, part } = trial;
  const read = readCase(program, policyCase.facts, { id: policyCase.name });
  const at = (path: readonly (string | number)[]) => options.locate?.(owner, path);
  const asked = options.engines ?? engineNames;
  const write = (found: Found, engines: readonly EngineName[], path: readonly string[]) => {
    const position = at(["cases", index, ...path]);
    const head = { measure: owner, case: policyCase.name, ...found, engines };
    return { ...head, ...(position && { position }), message: messageOf(head, asked) };
  };
  if (!read.ok) {
    return read.refusal.map((refusal) =>
      write(
        { rule: owner, key: "facts", expected: refusal.pointer, got: refusal.message.en },
        [],
        ["facts"],
      ),
    );
  }
  const asOf = dayOf(program, trial, options.asOf);
  const byEngine = asked.map((engine) => {
    const report = evaluate(part, read.value, { asOf, engine });
    return { engine, found: trial.failures(report) };
  });
  return grouped(byEngine).map(({ found, engines: on, path }) => write(found, on, path));
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

/** Engines are named only where they differ among those that were asked. */
function messageOf(
  failure: Omit<CaseFailure, "message" | "position">,
  asked: readonly EngineName[],
): Bilingual {
  const { case: name, rule, subject, key, expected, got, engines } = failure;
  const [wanted, came] = [shown(expected), shown(got)];
  const who = subject === undefined || subject === "project" ? rule : `${rule}@${subject}`;
  const on = engines.length === 0 || engines.length === asked.length ? "" : engines.join(", ");
  return bilingual(
    `“${name}”：${who} 的 ${key} 应为 ${wanted}，得到 ${came}${on ? `（${on}）` : ""}`,
    `"${name}": ${key} of ${who} should be ${wanted}, got ${came}${on ? ` (${on})` : ""}`,
  );
}
