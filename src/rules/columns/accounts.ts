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

const known = new WeakMap<LibraryVerdicts, readonly AccountColumns[]>();

/** What each account gives to each case of a library: the totals of its report, over subjects. */
export function accountsOf(given: LibraryVerdicts): readonly AccountColumns[] {
  const before = known.get(given);
  if (before) return before;
  const edition = editionOn(given.program, given.asOf);
  const capped = new Set(
    given.program.combinations.flatMap(({ cap, members }) =>
      cap?.force === "must" ? members : [],
    ),
  );
  const accounts = accountsIn(given.program).map(({ sources, ...account }) => {
    const count = given.library.cases.length;
    const columns = { ...account, min: new Float64Array(count), max: new Float64Array(count) };
    addUp({ given, edition, capped, sources }, columns);
    return columns;
  });
  known.set(given, accounts);
  return accounts;
}

type Adding = {
  readonly given: LibraryVerdicts;
  readonly edition: Edition;
  /** Rules that stand under a cap over several of them. */
  readonly capped: ReadonlySet<number>;
  readonly sources: readonly Source[];
};

function addUp(adding: Adding, { min, max }: AccountColumns): void {
  const { given, sources, capped } = adding;
  for (const [level, name] of levels.entries()) {
    const own = sources.filter(({ rule }) => given.program.rules[rule]!.level === name);
    if (own.length === 0) continue;
    const { size, cases } = given.library.levels[level]!;
    const amounts = { ...adding, sources: own };
    const add = (at: number): void => {
      const only = onlyAt(given, own, at);
      if (!only) return;
      const isPlain = only !== several && !capped.has(only.rule);
      const amount = isPlain ? leavingAt(given, only, at) : amountAt(amounts, at);
      min[cases[at]!]! += amount.min;
      max[cases[at]!]! += amount.max;
    };
    for (let at = 0; at < size; at++) add(at);
  }
}

const several = "several";

/** The one source that adds something for a subject, if there is one; or that there are several. */
function onlyAt(
  given: LibraryVerdicts,
  sources: readonly Source[],
  at: number,
): Source | typeof several | undefined {
  let only: Source | undefined;
  for (const source of sources) {
    if (!addsAt(given, source, at)) continue;
    if (only) return several;
    only = source;
  }
  return only;
}

/** What several sources come to together, or one under a cap. */
function amountAt({ given, edition, sources }: Adding, at: number): Leaving {
  const standing = sources.filter((source) => addsAt(given, source, at));
  const { level } = given.program.rules[standing[0]!.rule]!;
  const { cases, starts } = given.library.levels[levelNumber[level]]!;
  const owner = cases[at]!;
  const facts = given.library.cases[owner];
  invariant(facts, `case ${owner} is in the library`);
  const subject = at - starts[owner]!;
  const group = standing.map((source): Contribution => {
    const { rule, effect } = source;
    return { rule, effect, level, subject, amount: leavingAt(given, source, at) };
  });
  return together(group, { edition, facts });
}

/** Whether a source adds anything for a subject: its rule and its effect stand there. */
function addsAt({ rules }: LibraryVerdicts, { rule, which }: Source, at: number): boolean {
  const { verdict, effects } = rules[rule]!;
  const { stands, min } = effects[which]!;
  return verdict[at] !== doesNotApply && stands[at] === 1 && !Number.isNaN(min[at]);
}

function leavingAt({ rules }: LibraryVerdicts, { rule, which }: Source, at: number): Leaving {
  const { min, max } = rules[rule]!.effects[which]!;
  const isApplying = rules[rule]!.verdict[at] === applies;
  return sure(isApplying, { min: min[at]!, max: max[at]! });
}
