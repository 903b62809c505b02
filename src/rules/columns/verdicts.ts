import type { BoundAnswer, Condition, Verdict } from "../contract/report.ts";
import { concluded } from "../evaluate/decided.ts";
import { isUnmet, type EffectRaw, type RuleRaw } from "../evaluate/raw.ts";
import { truths } from "../evaluate/rows.ts";
import type { EffectIr, RuleIr } from "../ir.ts";
import type { LevelColumns } from "./library.ts";

/** The code of a subject whose condition is left to exact ratios; beside those of rows.ts. */
export const broken = 4;

/** By the codes of the columns. */
export const conditions: readonly Condition[] = ["not_met", "met", "open"];
export const verdicts: readonly Verdict[] = ["does_not_apply", "applies", "undecided"];
export const answers: readonly BoundAnswer["answer"][] = ["within", "exceeded", "open"];

const conditionCodes = new Map(conditions.map((name, code) => [name, code]));
const verdictCodes = new Map(verdicts.map((name, code) => [name, code]));
const answerCodes = new Map(answers.map((name, code) => [name, code]));

/** One effect of a rule by subject. */
export type EffectColumns = {
  /** 1 where the effect stands: its rule is not ruled out, and its amount applies. */
  readonly stands: Uint8Array;
  /** The amount in whole output steps; no number where the effect has none, or does not stand. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** By bound: a code of `answers`. */
  readonly bounds: readonly Uint8Array[];
};

/** What one rule comes to, by the subjects of its level. */
export type VerdictColumns = {
  /** A code of `conditions`, and one of `verdicts`. */
  readonly condition: Uint8Array;
  readonly verdict: Uint8Array;
  readonly effects: readonly EffectColumns[];
};

const hasAmount = ({ amount, wish }: EffectIr): boolean =>
  amount !== undefined || wish !== undefined;

/** The columns of a rule for the subjects of its level, before anything is decided. */
export const emptyVerdicts = (
  { effects }: RuleIr,
  { size, nothing }: LevelColumns,
): VerdictColumns => ({
  condition: new Uint8Array(size),
  verdict: new Uint8Array(size),
  effects: effects.map((effect) => {
    const ends = (): Float64Array =>
      hasAmount(effect) ? new Float64Array(size).fill(NaN) : nothing;
    return {
      stands: new Uint8Array(size),
      min: ends(),
      max: ends(),
      bounds: effect.bounds.map(() => new Uint8Array(size)),
    };
  }),
});

/** Writes what a rule comes to for one subject. */
export function writeVerdict(
  columns: VerdictColumns,
  rule: RuleIr,
  { at, raw }: { readonly at: number; readonly raw: RuleRaw },
): void {
  const { condition, verdict } = concluded(rule, raw);
  columns.condition[at] = conditionCodes.get(condition)!;
  columns.verdict[at] = verdictCodes.get(verdict)!;
  if (isUnmet(raw.truth)) return;
  columns.effects.forEach((effect, index) => writeEffect(effect, at, raw.effects[index]));
}

type BareRule = { readonly rule: RuleIr; readonly codes: Uint8Array };

/** Writes a rule whose effects have no figures: what it comes to follows from its condition. */
export function writeBare(
  columns: VerdictColumns,
  { rule, codes }: BareRule,
  leave: (at: number) => void,
): void {
  const effects = rule.effects.map(() => bare);
  const ends = truths.map((truth) => concluded(rule, { truth, effects }));
  const conditionOf = Uint8Array.from(ends, ({ condition }) => conditionCodes.get(condition)!);
  const verdictOf = Uint8Array.from(ends, ({ verdict }) => verdictCodes.get(verdict)!);
  const { condition, verdict } = columns;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    if (code === broken) leave(at);
    else {
      condition[at] = conditionOf[code]!;
      verdict[at] = verdictOf[code]!;
    }
  }
  const isStanding = truths.map((truth) => (isUnmet(truth) ? 0 : 1));
  for (const { stands } of columns.effects) {
    for (let at = 0; at < codes.length; at++) stands[at] = isStanding[codes[at]!] ?? 0;
  }
}

const bare: EffectRaw = { amount: undefined, binding: undefined, bounds: [] };

function writeEffect(columns: EffectColumns, at: number, raw: EffectRaw | undefined): void {
  if (!raw || raw.amount === "not_applicable") return;
  columns.stands[at] = 1;
  if (raw.amount) {
    columns.min[at] = raw.amount.min;
    columns.max[at] = raw.amount.max;
  }
  raw.bounds.forEach(({ answer }, index) => {
    columns.bounds[index]![at] = answerCodes.get(answer)!;
  });
}

/** The same columns anew, where a rule may yet give way. */
export const copyOf = ({ condition, verdict, effects }: VerdictColumns): VerdictColumns => ({
  condition,
  verdict: verdict.slice(),
  effects: effects.map(({ stands, min, max, bounds }) => ({
    stands: stands.slice(),
    min: min.slice(),
    max: max.slice(),
    bounds,
  })),
});

/** Takes an effect away where its rule gives way. */
export function withdraw({ effects }: VerdictColumns, at: number): void {
  for (const { stands, min, max } of effects) {
    stands[at] = 0;
    min[at] = NaN;
    max[at] = NaN;
  }
}
