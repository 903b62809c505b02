import { sectionsOf, type Report } from "../../rules/index.ts";

export type Tally = {
  applies: number;
  undecided: number;
  doesNotApply: number;
  /** Met or open, and not in force: counted nowhere else. */
  exploratory: number;
};

/** How many rules stand in each part of the report: what a list says is what the report shows. */
export function tallyRules(report: Report): Tally {
  const { applies, undecided, not, exploratory } = sectionsOf(report);
  return {
    applies: applies.length,
    undecided: undecided.length,
    doesNotApply: not.length,
    exploratory: exploratory.length,
  };
}

/**
 * Whether the case breaks a bottom line: a must bound exceeded, or a prohibition that is in force.
 */
export function isRefused(report: Report): boolean {
  return report.verdicts.some(
    (verdict) =>
      verdict.in_force &&
      verdict.verdict !== "does_not_apply" &&
      verdict.effects.some(
        ({ kind, bounds = [] }) =>
          bounds.some(({ consequence }) => consequence === "refused") ||
          (kind === "prohibit" && verdict.verdict === "applies"),
      ),
  );
}
