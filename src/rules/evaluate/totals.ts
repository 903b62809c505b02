import type { Total } from "../contract/report.ts";
import type { CombinationIr } from "../ir.ts";
import { capOf } from "./cap.ts";
import type { Combining } from "./combining.ts";
import { groupBy, measureKey, type Contribution } from "./contributions.ts";
import { effectScale, toAmount } from "./figures.ts";
import type { Leaving } from "./raw.ts";
import { subjectAt } from "./scope.ts";

/** What each account gives to each subject, of grants in force only. */
export function totals(given: Combining): Total[] {
  const grants = given.contributions.filter(
    ({ effect }) => effect.kind === "grant" && effect.account !== undefined,
  );
  const groups = groupBy(grants, (one) => `${one.effect.account} ${measureKey(one)}`);
  const found: Total[] = [];
  for (const group of groups.values()) {
    const total = totalOf(group, given);
    if (total) found.push(total);
  }
  return found;
}

function totalOf(group: readonly Contribution[], given: Combining): Total | undefined {
  const [first] = group;
  if (!first?.effect.account || first.effect.unit === undefined) return undefined;
  const { effect, level, subject } = first;
  const { account, unit } = first.effect;
  return {
    account,
    title: given.edition.program.terms.get(account) ?? { zh: account, en: account },
    subject: subjectAt(given.facts, level, subject).id,
    amount: toAmount(together(group, given), effectScale(effect)),
    unit,
  };
}

const isExcluding = ({ stack }: CombinationIr): boolean => stack === "max" || stack === "exclusive";

function countIn({ members }: CombinationIr, group: readonly Contribution[]): number {
  let count = 0;
  for (const { rule } of group) if (members.includes(rule)) count += 1;
  return count;
}

/** The most that the rules which exclude each other leave, cut by the caps over several rules. */
export function together(
  group: readonly Contribution[],
  given: Pick<Combining, "edition" | "facts">,
): Leaving {
  const { combinations } = given.edition.program;
  const rivals = combinations.filter((one) => isExcluding(one) && countIn(one, group) > 1);
  const lower = choose(group, rivals, "min");
  const upper = choose(group, rivals, "max");
  let [min, max] = [sumOf(lower, "min"), sumOf(upper, "max")];
  for (const combination of combinations) {
    if (combination.cap?.force !== "must") continue;
    const isMember = (one: Contribution) => combination.members.includes(one.rule);
    const [low, high] = [lower.filter(isMember), upper.filter(isMember)];
    const effect = (high[0] ?? low[0])?.effect;
    if (!effect) continue;
    const sum = { min: sumOf(low, "min"), max: sumOf(high, "max") };
    const { level, subject } = group[0] as Contribution;
    const { amount } = capOf(combination.cap, sum, { ...given, effect, level, subject });
    if (Number.isFinite(sum.min)) min += amount.min - sum.min;
    max = Number.isFinite(sum.max) ? max + amount.max - sum.max : Math.min(max, amount.max);
  }
  return { min, max };
}

const sumOf = (list: readonly Contribution[], end: "min" | "max"): number =>
  list.reduce((sum, one) => sum + one.amount[end], 0);

/** The choice among rules that exclude each other that comes to the most. */
function choose(
  group: readonly Contribution[],
  rivals: readonly CombinationIr[],
  end: "min" | "max",
): readonly Contribution[] {
  if (rivals.length === 0) return group;
  const excludes = (a: Contribution, b: Contribution): boolean =>
    a.rule !== b.rule &&
    rivals.some(({ members }) => members.includes(a.rule) && members.includes(b.rule));
  return clusters(group, excludes).flatMap((cluster) => best(cluster, excludes, end));
}

type Excludes = (a: Contribution, b: Contribution) => boolean;

/** Contributions that exclude each other, directly or through others. */
function clusters(group: readonly Contribution[], excludes: Excludes): Contribution[][] {
  const found: Contribution[][] = [];
  for (const one of group) {
    const touching = found.filter((cluster) => cluster.some((other) => excludes(one, other)));
    const apart = found.filter((cluster) => !touching.includes(cluster));
    found.splice(0, found.length, ...apart, [...touching.flat(), one]);
  }
  return found;
}

function best(
  list: readonly Contribution[],
  excludes: Excludes,
  end: "min" | "max",
): readonly Contribution[] {
  const [first, ...rest] = list;
  if (!first) return [];
  const compatible = rest.filter((other) => !excludes(first, other));
  const taken = [first, ...best(compatible, excludes, end)];
  if (compatible.length === rest.length) return taken;
  const left = best(rest, excludes, end);
  return sumOf(left, end) > sumOf(taken, end) ? left : taken;
}
