import { invariant } from "../../base/invariant.ts";
import { isListed } from "../case/model.ts";
import { levelNumber } from "../evaluate/rows.ts";
import type { LibraryVerdicts } from "./evaluate-all.ts";
import { exactSum, type ExactSum } from "./exact-sum.ts";
import type { Library } from "./library.ts";
import { verdicts, type EffectColumns, type VerdictColumns } from "./verdicts.ts";

/**
 * What one effect comes to over many subjects of one verdict. Sums are in whole output steps, as
 * decimal texts: no sum of whole numbers is ever rounded.
 */
export type EffectSum = {
  readonly stands: number;
  /** How many of them have an amount with two ends; the sums are of these alone. */
  readonly measured: number;
  readonly min: string;
  readonly max: string;
};

/** The subjects of a rule by their verdict, and its effects where they stand. */
export type RuleTally = {
  readonly subjects: readonly number[];
  /** By effect; null where it stands nowhere. */
  readonly applies: readonly (EffectSum | null)[];
  readonly undecided: readonly (EffectSum | null)[];
};

export type GroupSummary = {
  readonly cases: number;
  /** How many of the cases are made up. */
  readonly synthetic: number;
  readonly rules: Readonly<Record<string, RuleTally>>;
};

/**
 * A library in counts and sums, by the options of a fact. The summary of a library is that of its
 * parts merged, however it was cut and in whatever order: counts and sums are whole numbers.
 */
export type LibrarySummary = {
  readonly encoding: string;
  readonly asOf: string;
  /** The fact by which cases are grouped; null where all are one group. */
  readonly by: string | null;
  readonly groups: Readonly<Record<string, GroupSummary>>;
};

/** The groups of cases that have no option of the fact: no id of an option looks like them. */
export const unknownGroup = "?";
export const inapplicableGroup = "-";
/** The one group of a library that is not cut by a fact. */
export const wholeGroup = "*";

const applies = verdicts.indexOf("applies");
const undecided = verdicts.indexOf("undecided");

/** Group names, and by case the position of its group. */
export type Groups = { readonly names: readonly string[]; readonly of: Uint32Array };

export function groupsOf({ facts, column, cases }: Library, by: number | undefined): Groups {
  if (by === undefined) return { names: [wholeGroup], of: new Uint32Array(cases.length) };
  const fact = facts[by];
  invariant(fact?.type.kind === "enumeration" && !isListed(fact.level), "a fact makes groups");
  const { options } = fact.type;
  const { low } = column(by);
  // Codes below zero are those of `unknownWord` and `inapplicableWord`.
  const of = Uint32Array.from(low, (code) => (code < 0 ? options.length - 1 - code : code));
  return { names: [...options, unknownGroup, inapplicableGroup], of };
}

/** Whether cases can be grouped by a fact: a choice of which each case has exactly one. */
export const makesGroups = ({ facts }: Pick<Library, "facts">, by: number): boolean => {
  const fact = facts[by];
  return fact?.type.kind === "enumeration" && !isListed(fact.level);
};

/** Counts and sums of what a library comes to, by the options of a fact where one is given. */
export function summarize(of: LibraryVerdicts, by?: number): LibrarySummary {
  const { program, library, asOf } = of;
  const groups = groupsOf(library, by);
  const tallies = program.rules.map((rule, index) =>
    tallyRule(of.rules[index]!, {
      groups,
      owners: library.levels[levelNumber[rule.level]]!.cases,
    }),
  );
  const cases = groups.names.map(() => [0, 0] as [number, number]);
  groups.of.forEach((group, at) => {
    const count = cases[group]!;
    count[0] += 1;
    if (library.cases[at]!.synthetic) count[1] += 1;
  });
  const told = groups.names.flatMap((name, at): [string, GroupSummary][] => {
    const [count, synthetic] = cases[at]!;
    if (count === 0) return [];
    const rules = program.rules.map(({ id }, index) => [id, tallies[index]![at]!] as const);
    return [[name, { cases: count, synthetic, rules: Object.fromEntries(rules) }]];
  });
  const fact = by === undefined ? null : library.facts[by]!.id;
  return { encoding: program.encoding, asOf, by: fact, groups: Object.fromEntries(told) };
}

type Standing = {
  stands: number;
  measured: number;
  readonly min: ExactSum;
  readonly max: ExactSum;
};

type Tallying = { readonly groups: Groups; readonly owners: Int32Array };

/** The tallies of one rule, by group. */
function tallyRule(columns: VerdictColumns, tallying: Tallying): RuleTally[] {
  const { groups, owners } = tallying;
  const kinds = verdicts.length;
  const counts = new Uint32Array(groups.names.length * kinds);
  columns.verdict.forEach((verdict, at) => {
    counts[groups.of[owners[at]!]! * kinds + verdict]! += 1;
  });
  const effects = columns.effects.map((effect) => tallyEffect(effect, columns.verdict, tallying));
  return groups.names.map((_, group) => ({
    subjects: [...counts.subarray(group * kinds, (group + 1) * kinds)],
    applies: effects.map((sums) => toldSum(sums.get(group * kinds + applies))),
    undecided: effects.map((sums) => toldSum(sums.get(group * kinds + undecided))),
  }));
}

/** The sums of one effect, by group and verdict. */
function tallyEffect(
  { stands, min, max }: EffectColumns,
  verdict: Uint8Array,
  { groups, owners }: Tallying,
): ReadonlyMap<number, Standing> {
  const sums = new Map<number, Standing>();
  for (let at = 0; at < stands.length; at++) {
    if (stands[at] === 0) continue;
    const key = groups.of[owners[at]!]! * verdicts.length + verdict[at]!;
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = standing()));
    sum.stands += 1;
    if (!Number.isSafeInteger(min[at]!) || !Number.isSafeInteger(max[at]!)) continue;
    sum.measured += 1;
    sum.min.add(min[at]!);
    sum.max.add(max[at]!);
  }
  return sums;
}

const standing = (): Standing => ({ stands: 0, measured: 0, min: exactSum(), max: exactSum() });

const toldSum = (sum: Standing | undefined): EffectSum | null =>
  sum
    ? {
        stands: sum.stands,
        measured: sum.measured,
        min: String(sum.min.total()),
        max: String(sum.max.total()),
      }
    : null;
