import { invariant } from "../../base/invariant.ts";
import { compareRatio, one, type Ratio } from "../../base/ratio.ts";
import { levels } from "../contract/pack.ts";
import { sure, type Contribution } from "../evaluate/contributions.ts";
import { editionOn, type Edition } from "../evaluate/edition.ts";
import type { Leaving } from "../evaluate/raw.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { together } from "../evaluate/totals.ts";
import type { EffectIr, Program } from "../ir.ts";
import type { LibraryVerdicts } from "./evaluate-all.ts";
import { verdicts as verdictWords } from "./verdicts.ts";

/** What the grants in force out of one account come to, by case, in whole steps. */
export type AccountColumns = {
  readonly account: string;
  readonly unit: string;
  /** One step in base units. */
  readonly step: Ratio;
  /** Nothing where nothing is granted; an infinity where nobody knows how much. */
  readonly min: Float64Array;
  readonly max: Float64Array;
};

/** A rule's effect that grants out of an account. */
type Source = { readonly rule: number; readonly which: number; readonly effect: EffectIr };
type Account = Pick<AccountColumns, "account" | "unit" | "step"> & {
  readonly sources: readonly Source[];
};

const applies = verdictWords.indexOf("applies");
const doesNotApply = verdictWords.indexOf("does_not_apply");

function accountsIn({ rules }: Program): readonly Account[] {
  const found: (Account & { readonly sources: Source[] })[] = [];
  rules.forEach(({ standing, effects }, rule) =>
    effects.forEach((effect, which) => {
      const { kind, account, unit, step = one } = effect;
      if (standing === "exploratory" || kind !== "grant") return;
      if (account === undefined || unit === undefined) return;
      const isSame = (other: Account): boolean =>
        other.account === account && other.unit === unit && compareRatio(other.step, step) === 0;
      const same = found.find(isSame);
      const source = { rule, which, effect };
      if (same) same.sources.push(source);
      else found.push({ account, unit, step, sources: [source] });
    }),
  );
  return found;
}

/** What each account gives to each case of a library: the totals of its report, over subjects. */
export function accountsOf(given: LibraryVerdicts): readonly AccountColumns[] {
  const edition = editionOn(given.program, given.asOf);
  const capped = new Set(
    given.program.combinations.flatMap(({ cap, members }) =>
      cap?.force === "must" ? members : [],
    ),
  );
  return accountsIn(given.program).map(({ sources, ...account }) => {
    const count = given.library.cases.length;
    const columns = { ...account, min: new Float64Array(count), max: new Float64Array(count) };
    addUp({ given, edition, capped, sources }, columns);
    return columns;
  });
}

type Adding = {
  readonly given: LibraryVerdicts;
  readonly edition: Edition;
  /** Rules that stand under a cap over several of them. */
  readonly capped: ReadonlySet<number>;
  readonly sources: readonly Source[];
};

function addUp(adding: Adding, { min, max }: AccountColumns): void {
  const { given, sources } = adding;
  for (const [level, name] of levels.entries()) {
    const own = sources.filter(({ rule }) => given.program.rules[rule]!.level === name);
    if (own.length === 0) continue;
    const { size, cases } = given.library.levels[level]!;
    for (let at = 0; at < size; at++) {
      const amount = amountAt({ ...adding, sources: own }, at);
      if (!amount) continue;
      min[cases[at]!]! += amount.min;
      max[cases[at]!]! += amount.max;
    }
  }
}

function amountAt({ given, edition, capped, sources }: Adding, at: number): Leaving | undefined {
  const group = sources.flatMap((source) => contributionAt(given, source, at));
  const [first] = group;
  if (!first) return undefined;
  if (group.length === 1 && !capped.has(first.rule)) return first.amount;
  const owner = given.library.levels[levelNumber[first.level]]!.cases[at]!;
  const facts = given.library.cases[owner];
  invariant(facts, `case ${owner} is in the library`);
  return together(group, { edition, facts });
}

/** What a source adds for a subject; nothing where its rule or its effect does not stand. */
function contributionAt(
  { program, library, rules }: LibraryVerdicts,
  { rule, which, effect }: Source,
  at: number,
): readonly Contribution[] {
  const verdict = rules[rule]!.verdict[at]!;
  const { stands, min, max } = rules[rule]!.effects[which]!;
  if (verdict === doesNotApply || stands[at] === 0 || Number.isNaN(min[at])) return [];
  const { level } = program.rules[rule]!;
  const { cases, starts } = library.levels[levelNumber[level]]!;
  const amount = sure(verdict === applies, { min: min[at]!, max: max[at]! });
  return [{ rule, effect, level, subject: at - starts[cases[at]!]!, amount }];
}
