import { invariant } from "../../base/invariant.ts";
import type { Level } from "../contract/pack.ts";
import { accountsOf, type AccountColumns } from "../columns/accounts.ts";
import { evaluateAll, type LibraryVerdicts } from "../columns/evaluate-all.ts";
import { verdicts, type EffectColumns, type VerdictColumns } from "../columns/verdicts.ts";
import { levelNumber } from "../evaluate/rows.ts";
import type { Program } from "../ir.ts";
import { ownCauses, type Cause } from "./causes.ts";

/** How a subject fares under a reform, by the codes of `RuleShift`. */
export const shifts = [
  "same",
  /** It did not apply, and does now. */
  "newly_applies",
  /** It applied, and does not now. */
  "no_longer",
  /** It was settled, and is open now. */
  "opened",
  /** It was open, and is settled now. */
  "settled",
  /** The verdict is the same, and what it grants or asks for is not. */
  "figure",
] as const;
export type Shift = (typeof shifts)[number];

/** What a reform does to one rule, or to one that is on one side only. */
export type RuleShift = {
  readonly rule: string;
  readonly level: Level;
  /** Index into the rules of the law as it is, and of the law as it would be. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** By subject: a code of `shifts`. */
  readonly codes: Uint8Array;
  /** What of the rule itself the reform changes. */
  readonly causes: readonly Cause[];
};

/** What an account gives to each case before and after, in whole steps. */
export type AccountShift = Pick<AccountColumns, "account" | "unit" | "step"> & {
  readonly before: AccountColumns | undefined;
  readonly after: AccountColumns | undefined;
};

export type Simulation = {
  readonly base: LibraryVerdicts;
  readonly after: LibraryVerdicts;
  readonly rules: readonly RuleShift[];
  readonly accounts: readonly AccountShift[];
};

/**
 * A library under the law as it would be, beside what it comes to under the law as it is: each
 * subject of each rule, and what each account gives to each case. Only rules that say something
 * else are asked again. The reformed program has the dictionary of the library.
 */
export function simulate(base: LibraryVerdicts, reformed: Program): Simulation {
  const { library, asOf } = base;
  return compareLaws(base, evaluateAll(reformed, library, { asOf, since: base }));
}

/** Two answers for one library and one day, side by side. */
export function compareLaws(base: LibraryVerdicts, after: LibraryVerdicts): Simulation {
  invariant(base.library === after.library, "both laws are asked of one library");
  const ids = new Set([...base.program.rules, ...after.program.rules].map(({ id }) => id));
  const rules = [...ids].map((id) => shiftOf(base, after, id));
  return { base, after, rules, accounts: accountShifts(base, after) };
}

function shiftOf(base: LibraryVerdicts, after: LibraryVerdicts, id: string): RuleShift {
  const [before, now] = [base.program.ruleById.get(id), after.program.ruleById.get(id)];
  const rule = base.program.rules[before ?? -1] ?? after.program.rules[now ?? -1];
  invariant(rule, `${id} is a rule of either law`);
  const { size } = base.library.levels[levelNumber[rule.level]]!;
  const codes = new Uint8Array(size);
  const [was, is] = [base.rules[before ?? -1], after.rules[now ?? -1]];
  if (was !== is) fill(codes, was, is);
  const causes = ownCauses(base, after, [before, now]);
  return { rule: id, level: rule.level, before, after: now, codes, causes };
}

const applies = verdicts.indexOf("applies");
const doesNotApply = verdicts.indexOf("does_not_apply");
const undecided = verdicts.indexOf("undecided");
const code = (shift: Shift): number => shifts.indexOf(shift);
const [same, figure] = [code("same"), code("figure")];

/** By the verdict before and the verdict after. */
const turns = verdicts.map((_, was) =>
  verdicts.map((__, is) => {
    if (was === is) return same;
    if (is === undecided) return code("opened");
    if (was === undecided) return code("settled");
    return code(is === applies ? "newly_applies" : "no_longer");
  }),
);

type Columns = VerdictColumns | undefined;

/** A rule that is on one side only applies to nothing on the other. */
function fill(codes: Uint8Array, was: Columns, is: Columns): void {
  for (let at = 0; at < codes.length; at++) {
    const [from, to] = [was?.verdict[at] ?? doesNotApply, is?.verdict[at] ?? doesNotApply];
    const isSame = from === to && !isOtherwiseAt(was, is, at);
    codes[at] = from !== to ? turns[from]![to]! : isSame ? same : figure;
  }
}

/** Whether a subject has another verdict, another amount or another answer of a bound. */
export function isOtherwiseAt(was: Columns, is: Columns, at: number): boolean {
  const [from, to] = [was?.verdict[at] ?? doesNotApply, is?.verdict[at] ?? doesNotApply];
  if (from !== to) return true;
  if (from === doesNotApply || !was || !is) return false;
  if (was.effects.length !== is.effects.length) return true;
  return was.effects.some((one, which) => differAt(one, is.effects[which]!, at));
}

const differAt = (one: EffectColumns, other: EffectColumns, at: number): boolean =>
  one.stands[at] !== other.stands[at] ||
  !Object.is(one.min[at], other.min[at]) ||
  !Object.is(one.max[at], other.max[at]) ||
  one.bounds.length !== other.bounds.length ||
  one.bounds.some((answers, which) => answers[at] !== other.bounds[which]![at]);

function accountShifts(base: LibraryVerdicts, after: LibraryVerdicts): readonly AccountShift[] {
  const keyOf = ({ account, unit, step }: AccountColumns): string =>
    `${account} ${unit} ${step.n}/${step.d}`;
  const was = new Map(accountsOf(base).map((one) => [keyOf(one), one]));
  const is = new Map(accountsOf(after).map((one) => [keyOf(one), one]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): AccountShift[] => {
    const [before, now] = [was.get(key), is.get(key)];
    const either = before ?? now;
    if (!either) return [];
    const { account, unit, step } = either;
    return [{ account, unit, step, before, after: now }];
  });
}
