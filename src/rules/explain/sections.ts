import type { Report, RuleVerdict, Verdict } from "../contract/report.ts";

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
    const list = byRule.get(verdict.rule);
    if (list) list.push(verdict);
    else byRule.set(verdict.rule, [verdict]);
  }
  return [...byRule].flatMap(([rule, verdicts]) => {
    const verdict = verdictOf(verdicts);
    const first = verdicts.find((one) => one.verdict === verdict);
    if (!first) return [];
    return [{ rule, verdict, verdicts, first, isExploratory: first.standing === "exploratory" }];
  });
}

/** The parts of a report: every paper and screen counts its rules by them. */
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
