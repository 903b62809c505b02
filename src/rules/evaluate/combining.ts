import type { Static } from "typebox";
import type { Case } from "../case/model.ts";
import type { CombinationLine } from "../contract/report.ts";
import type { Level } from "../contract/pack.ts";
import type { CombinationIr, Program } from "../ir.ts";
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
  const lines: Line[] = [];
  for (const combination of given.edition.program.combinations) {
    for (const line of linesOf(combination, given)) lines.push(line);
  }
  return lines;
}

/** What is the same of a combination in every case. */
type Form = {
  /** Members in the order in which rules answer. */
  readonly inOrder: readonly number[];
  readonly rules: readonly string[];
};

const forms = new WeakMap<CombinationIr, Form>();

function formOf(combination: CombinationIr, { rules }: Program): Form {
  const known = forms.get(combination);
  if (known) return known;
  const { members } = combination;
  const made = {
    inOrder: [...new Set(members)].sort((a, b) => a - b),
    rules: members.flatMap((index) => rules[index]?.id ?? []),
  };
  forms.set(combination, made);
  return made;
}

function liveOf(combination: CombinationIr, { edition, byRule }: Combining): Decided[] {
  const live: Decided[] = [];
  for (const member of formOf(combination, edition.program).inOrder) addLive(byRule[member], live);
  return live;
}

function addLive(all: readonly Decided[] | undefined, live: Decided[]): void {
  for (const one of all ?? []) if (one.verdict !== "does_not_apply") live.push(one);
}

const none: readonly Line[] = [];

function linesOf(combination: CombinationIr, given: Combining): readonly Line[] {
  if (combination.stack === "beside") return besideLines(combination, given);
  const live = liveOf(combination, given);
  if (live.length === 0) return none;
  const isFirst = (one: Decided, at: number): boolean => live.findIndex(facing(one)) === at;
  return live
    .filter(isFirst)
    .flatMap(({ rule, subject }) => linesFor(combination, { level: rule.level, subject }, given));
}

const facing =
  (one: Decided) =>
  (other: Decided): boolean =>
    other.rule.level === one.rule.level && other.subject === one.subject;

/**
 * Rules that stand beside each other add nothing up: the reason is worth telling once two of them
 * apply.
 */
function besideLines(combination: CombinationIr, given: Combining): readonly Line[] {
  let first: Decided | undefined;
  let applying = 0;
  for (const member of formOf(combination, given.edition.program).inOrder) {
    const one = given.byRule[member]?.find(isApplying);
    if (one) applying += 1;
    first ??= one;
  }
  if (!first || applying < 2) return none;
  return [baseLine(combination, { level: first.rule.level, subject: first.subject }, given)];
}

const isApplying = ({ verdict }: Decided): boolean => verdict === "applies";

type At = { readonly level: Level; readonly subject: number };

function linesFor(combination: CombinationIr, at: At, given: Combining): Line[] {
  const own = given.contributions.filter(
    (one) =>
      one.subject === at.subject &&
      one.level === at.level &&
      combination.members.includes(one.rule),
  );
  if (own.length === 0) return [baseLine(combination, at, given)];
  const measured = groupBy(
    own,
    (one) => `${one.effect.kind} ${one.effect.target} ${measureKey(one)}`,
  );
  return [...measured.values()].map((group) =>
    measuredLine(combination, group, { base: baseLine(combination, at, given), given }),
  );
}

function baseLine(combination: CombinationIr, at: At, { edition, facts }: Combining): Line {
  const { id, stack, because } = combination;
  const rules = formOf(combination, edition.program).rules.slice();
  return { id, stack, rules, subject: subjectAt(facts, at.level, at.subject).id, because };
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
  base.amount = toAmount(raw ? raw.amount : together, scale);
  if (effect.unit !== undefined) base.unit = effect.unit;
  if (combination.cap && raw) base.cap = boundLine(combination.cap, raw.bound, scale);
  return base;
}
