import type { Amount, Report, RuleVerdict, Verdict } from "../../../src/rules/contract.ts";

/** One rule with its verdicts: one a subject, mostly one. */
export type RuleItem = {
  rule: string;
  verdict: Verdict;
  isExploratory: boolean;
  /** The verdict that the line shows: the first of the item's own kind. */
  first: RuleVerdict;
  verdicts: readonly RuleVerdict[];
};

export type Sections = {
  applies: RuleItem[];
  undecided: RuleItem[];
  not: RuleItem[];
  /** Exploratory clauses stand apart: met or open, they are not in force and never counted. */
  exploratory: RuleItem[];
};

/** A rule applies where it does for one subject, and is open where it only is open for one. */
function verdictOf(verdicts: readonly RuleVerdict[]): Verdict {
  const has = (verdict: Verdict) => verdicts.some((one) => one.verdict === verdict);
  return has("applies") ? "applies" : has("undecided") ? "undecided" : "does_not_apply";
}

/** The report's verdicts by rule, in the report's order. */
export function ruleItems(report: Pick<Report, "verdicts">): RuleItem[] {
  const byRule = new Map<string, RuleVerdict[]>();
  for (const verdict of report.verdicts) {
    byRule.set(verdict.rule, [...(byRule.get(verdict.rule) ?? []), verdict]);
  }
  return [...byRule].flatMap(([rule, verdicts]) => {
    const verdict = verdictOf(verdicts);
    const first = verdicts.find((one) => one.verdict === verdict);
    if (!first) return [];
    return [{ rule, verdict, verdicts, first, isExploratory: first.standing === "exploratory" }];
  });
}

export function sectionsOf(report: Pick<Report, "verdicts">): Sections {
  const sections: Sections = { applies: [], undecided: [], not: [], exploratory: [] };
  for (const item of ruleItems(report)) {
    if (item.verdict === "does_not_apply") sections.not.push(item);
    else if (item.isExploratory) sections.exploratory.push(item);
    else sections[item.verdict].push(item);
  }
  // What needs least comes first: it is nearest to an answer.
  sections.undecided.sort((a, b) => a.first.missing.length - b.first.missing.length);
  return sections;
}

/** The one amount that a line shows at its right: of the first effect that has one. */
export function amountOf({ first }: RuleItem): { amount: Amount; unit?: string } | undefined {
  for (const { amount, unit } of first.effects) {
    if (amount) return { amount, ...(unit && { unit }) };
  }
  return undefined;
}

/** The force of the rule's first effect. */
export const forceOf = ({ first }: RuleItem) => first.effects[0]?.force;
