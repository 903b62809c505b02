import type { Static } from "typebox";
import type { Case } from "../case/model.ts";
import type { CombinationLine } from "../contract/report.ts";
import type { Level } from "../contract/pack.ts";
import type { CombinationIr } from "../ir.ts";
import { addLeaving, groupBy, largest, measureKey, type Contribution } from "./contributions.ts";
import type { Decided } from "./decided.ts";
import type { Edition } from "./edition.ts";
import { effectScale, toAmount } from "./figures.ts";
import { boundLine } from "./lines.ts";
import { capOf } from "./cap.ts";
import { subjectAt } from "./scope.ts";

type Line = Static<typeof CombinationLine>;

export type Combining = {
  readonly edition: Edition;
  readonly facts: Case;
  /** By index into Program.rules. */
  readonly byRule: readonly (readonly Decided[])[];
  readonly contributions: readonly Contribution[];
};

/**
 * What the members of each combination come to together, for each subject to which one of them
 * speaks.
 */
export function combine(given: Combining): Line[] {
  return given.edition.program.combinations.flatMap((combination) => linesOf(combination, given));
}

const members = new WeakMap<CombinationIr, readonly number[]>();

/** The members in the order in which rules answer. */
function inOrder(combination: CombinationIr): readonly number[] {
  const known = members.get(combination) ?? [...new Set(combination.members)].sort((a, b) => a - b);
  members.set(combination, known);
  return known;
}

function liveOf(combination: CombinationIr, { byRule }: Combining): Decided[] {
  const live: Decided[] = [];
  for (const member of inOrder(combination)) {
    for (const one of byRule[member] ?? []) if (one.verdict !== "does_not_apply") live.push(one);
  }
  return live;
}

function linesOf(combination: CombinationIr, given: Combining): Line[] {
  const live = liveOf(combination, given);
  if (live.length === 0) return [];
  if (combination.stack === "beside") return besideLines(combination, live, given);
  const groups = groupBy(live, (one) => `${one.rule.level} ${one.subject}`);
  return [...groups.values()].flatMap(([first]) =>
    first ? linesFor(combination, { level: first.rule.level, subject: first.subject }, given) : [],
  );
}

/**
 * Rules that stand beside each other add nothing up: the reason is worth telling once two of them
 * apply.
 */
function besideLines(
  combination: CombinationIr,
  live: readonly Decided[],
  given: Combining,
): Line[] {
  const first = live.find((one) => one.verdict === "applies");
  const isOther = (one: Decided) => one.verdict === "applies" && one.index !== first?.index;
  if (!first || !live.some(isOther)) return [];
  return [baseLine(combination, { level: first.rule.level, subject: first.subject }, given)];
}

type At = { readonly level: Level; readonly subject: number };

function linesFor(combination: CombinationIr, at: At, given: Combining): Line[] {
  const base = baseLine(combination, at, given);
  const own = given.contributions.filter(
    (one) =>
      combination.members.includes(one.rule) &&
      one.level === at.level &&
      one.subject === at.subject,
  );
  const measured = groupBy(
    own,
    (one) => `${one.effect.kind} ${one.effect.target} ${measureKey(one)}`,
  );
  if (measured.size === 0) return [base];
  return [...measured.values()].map((group) => measuredLine(combination, group, { base, given }));
}

function baseLine(combination: CombinationIr, at: At, { edition, facts }: Combining): Line {
  return {
    id: combination.id,
    stack: combination.stack,
    rules: combination.members.flatMap((index) => edition.program.rules[index]?.id ?? []),
    subject: subjectAt(facts, at.level, at.subject).id,
    because: combination.because,
  };
}

type Measuring = { readonly base: Line; readonly given: Combining };

function measuredLine(
  combination: CombinationIr,
  group: readonly Contribution[],
  { base, given }: Measuring,
): Line {
  const fold = combination.stack === "sum" ? addLeaving : largest;
  const together = group.map((one) => one.amount).reduce(fold);
  const [{ effect, level, subject }] = group as [Contribution, ...Contribution[]];
  const scale = effectScale(effect);
  const raw =
    combination.cap && capOf(combination.cap, together, { ...given, effect, level, subject });
  const amount = raw ? raw.amount : together;
  return {
    ...base,
    amount: toAmount(amount, scale),
    ...(effect.unit !== undefined && { unit: effect.unit }),
    ...(combination.cap && raw && { cap: boundLine(combination.cap, raw.bound, scale) }),
  };
}
