import type { Case } from "../case/model.ts";
import { factAt } from "../case/dictionary.ts";
import { writeCase, writeState } from "../case/write.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { subjectAt } from "../evaluate/scope.ts";
import type { Program } from "../ir.ts";
import type { Survivor } from "./run-mutants.ts";
import { slipped, type Ready } from "./trials.ts";
import { varied, variationsOf, type Variation } from "./variation.ts";

/** A case on which the law and the law with a slip come apart. */
export type Witness = {
  /** The case of the pack that it was made from. */
  readonly from: string;
  /** What was changed in it; nothing where the case itself will do. */
  readonly changed: readonly {
    readonly fact: string;
    readonly subject: string;
    readonly to: unknown;
  }[];
  readonly facts: unknown;
  /** What comes out otherwise, by rule or combination: what the law says, and the slip. */
  readonly differs: readonly Difference[];
};

type Difference = {
  readonly of: string;
  readonly key: string;
  readonly law: unknown;
  readonly slip: unknown;
};

/** The most cases that are made for one slip. */
const mostMade = 2_000;

/** The law and the slip, side by side on the part that a case asks. */
type Pair = { readonly law: Program; readonly slip: Program; readonly ready: Ready };

/** Looks for a case that would notice a slip: among the pack's own first, then near them. */
export function witnessOf(program: Program, { cases, slip }: Survivor): Witness | undefined {
  const pairs = cases.flatMap((ready): readonly Pair[] => {
    const other = slipped(program, ready.trial.part, slip);
    return other ? [{ ready, law: ready.trial.part, slip: other }] : [];
  });
  let made = 0;
  for (const { pair, changes } of tries(pairs)) {
    if (made++ >= mostMade + pairs.length) return undefined;
    const found = apart(pair, changes.reduce(varied, pair.ready.facts), changes);
    if (found) return found;
  }
  return undefined;
}

type Try = { readonly pair: Pair; readonly changes: readonly Variation[] };

/** The pack's own cases, then what is near each of them. */
function* tries(pairs: readonly Pair[]): Generator<Try> {
  for (const pair of pairs) yield { pair, changes: [] };
  const all = pairs.map(({ ready }) => ready.facts);
  for (const pair of pairs) {
    for (const changes of nearby(pair, all)) yield { pair, changes };
  }
}

/** One fact in another state, then two. */
function* nearby({ law, ready }: Pair, all: readonly Case[]): Generator<readonly Variation[]> {
  const variations = variationsOf(law, ready.facts, all);
  for (const one of variations) yield [one];
  for (const one of variations) {
    yield* variations.filter(({ fact }) => fact > one.fact).map((other) => [one, other]);
  }
}

function apart(
  { law, slip, ready }: Pair,
  facts: Case,
  changes: readonly Variation[],
): Witness | undefined {
  const { asOf, trial } = ready;
  const other = linesOf(evaluate(slip, facts, { asOf }));
  const differs = linesOf(evaluate(law, facts, { asOf })).flatMap((line, at) => {
    const came = other[at]?.value;
    if (JSON.stringify(line.value) === JSON.stringify(came)) return [];
    return [{ of: line.of, key: line.key, law: line.value, slip: came }];
  });
  if (differs.length === 0) return undefined;
  const changed = changes.map(({ fact, level, subject, state }) => ({
    fact: factAt(law, fact).id,
    subject: subjectAt(facts, level, subject).id,
    to: toOf(writeState(factAt(law, fact), state)),
  }));
  return { from: trial.policyCase.name, changed, facts: writeCase(law, facts).facts, differs };
}

const toOf = (written: { readonly [key: string]: unknown }): unknown => written["value"] ?? written;

type Line = { readonly of: string; readonly key: string; readonly value: unknown };

/** All that cases can expect of a report, key by key. */
const linesOf = ({ verdicts, combinations }: Report): readonly Line[] => [
  ...verdicts.flatMap(verdictLines),
  ...combinations.map((value) => ({ of: value.id, key: "told", value })),
  { of: "", key: "told", value: combinations.map(({ id }) => id) },
];

function verdictLines(verdict: RuleVerdict): readonly Line[] {
  const { rule, subject, standing, condition, unverified = false } = verdict;
  const values = {
    verdict: verdict.verdict,
    condition,
    standing,
    in_force: verdict.in_force,
    unverified,
    effects: verdict.effects.map(({ title: _, ...effect }) => effect),
    missing: verdict.missing.map(({ id }) => id).sort(),
  };
  const of = `${rule}@${subject}`;
  return Object.entries(values).map(([key, value]) => ({ of, key, value: value as unknown }));
}
