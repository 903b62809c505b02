import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import {
  shifts,
  stepsText,
  type AccountEnds,
  type AccountSum,
  type GroupTally,
  type Program,
  type Shift,
  type SimulationTally,
} from "../../rules/index.ts";

/** How the ways of faring otherwise are called. */
export const shiftWords: Readonly<Record<Shift, Bilingual>> = {
  same: bilingual("不变", "the same"),
  newly_applies: bilingual("新适用", "newly applies"),
  no_longer: bilingual("不再适用", "no longer applies"),
  opened: bilingual("变为待定", "opened"),
  settled: bilingual("得以确定", "settled"),
  figure: bilingual("数额变化", "another figure"),
};

/** An account before and after, in its unit; figures are exact and written out. */
export type AccountLine = {
  readonly account: string;
  readonly unit: string;
  readonly before: AccountEnds;
  readonly after: AccountEnds;
  readonly change: { readonly min: string; readonly max: string };
};

/** A group as programs read it: sums in the unit of the account. */
export type GroupLine = Omit<GroupTally, "rules" | "accounts"> & {
  readonly rules: readonly { readonly rule: string; readonly counts: Record<string, number> }[];
  readonly accounts: readonly AccountLine[];
};

/** A group with its sums in the unit of each account, and its counts by name. */
export const groupTold = ({ rules, accounts, ...group }: GroupTally): GroupLine => ({
  ...group,
  rules: rules.map(({ rule, counts }) => ({
    rule,
    counts: Object.fromEntries(shifts.map((shift, at) => [shift, counts[at] ?? 0])),
  })),
  accounts: accounts.map(accountTold),
});

function accountTold({ account, unit, step, before, after }: AccountSum): AccountLine {
  const inUnit = (steps: bigint): string => stepsText({ unit, step }, steps);
  const ends = (side: AccountEnds): AccountEnds => ({
    ...side,
    min: inUnit(BigInt(side.min)),
    max: inUnit(BigInt(side.max)),
  });
  const change = (end: "min" | "max"): string => inUnit(BigInt(after[end]) - BigInt(before[end]));
  return {
    ...{ account, unit },
    before: ends(before),
    after: ends(after),
    change: { min: change("min"), max: change("max") },
  };
}

const shown = shifts.filter((shift) => shift !== "same");

function ruleText(program: Program, group: GroupLine, locale: Locale): string[] {
  return group.rules.flatMap(({ rule, counts }) => {
    const moved = shown.filter((shift) => (counts[shift] ?? 0) > 0);
    if (moved.length === 0) return [];
    const index = program.ruleById.get(rule);
    const title = index === undefined ? rule : program.rules[index]!.title[locale];
    const said = moved.map((shift) => `${shiftWords[shift][locale]} ${counts[shift]}`);
    return [`  ${title} (${rule}): ${said.join(locale === "zh" ? "，" : ", ")}`];
  });
}

/** What is certain, before and after; how much is still open nobody can add up. */
function accountText(program: Program, told: AccountLine, locale: Locale): string {
  const { account, unit, before, after, change } = told;
  const title = program.terms.get(account)?.[locale] ?? account;
  const rise = change.min.startsWith("-") ? change.min : `+${change.min}`;
  return bilingual(
    `  ${title}：确定 ${before.min} → ${after.min} ${unit}（${rise}）；` +
      `涉及 ${after.cases} 个案例，其中 ${after.open} 个数额未定`,
    `  ${title}: certain ${before.min} → ${after.min} ${unit} (${rise}); ` +
      `${after.cases} cases, of which ${after.open} do not know how much`,
  )[locale];
}

function groupText(program: Program, group: GroupLine, locale: Locale): string {
  const { cases, synthetic } = group;
  const made = bilingual(`（其中合成 ${synthetic}）`, ` (${synthetic} of them synthetic)`);
  const head = bilingual(`${cases} 个案例`, `${cases} cases`);
  const accounts = group.accounts.filter(
    ({ before, after }) => before.cases > 0 || after.cases > 0,
  );
  return [
    `${head[locale]}${synthetic > 0 ? made[locale] : ""}`,
    ...ruleText(program, group, locale),
    ...accounts.map((one) => accountText(program, one, locale)),
  ].join("\n");
}

/** A simulation in words: all cases, then each group. */
export function simulationText(
  { total, groups }: SimulationTally,
  program: Program,
  locale: Locale,
): string {
  const parts = groups.map(
    (group) => `${group.group}: ${groupText(program, groupTold(group), locale)}`,
  );
  return [groupText(program, groupTold(total), locale), ...parts].join("\n");
}
