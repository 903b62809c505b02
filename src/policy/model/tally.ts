import type { Report, RuleVerdict } from "../../rules/index.ts";

export type Tally = { applies: number; undecided: number; doesNotApply: number };

/** An item applies where one of its rules does; it is open where none applies and one is open. */
export function itemVerdict(verdicts: readonly RuleVerdict[]): RuleVerdict["verdict"] {
  if (verdicts.some(({ verdict }) => verdict === "applies")) return "applies";
  if (verdicts.some(({ verdict }) => verdict === "undecided")) return "undecided";
  return "does_not_apply";
}

/** The verdicts of each measure, in the order of the report. */
export function byMeasure(report: Report): Map<string, RuleVerdict[]> {
  const measures = new Map<string, RuleVerdict[]>();
  for (const verdict of report.verdicts) {
    const list = measures.get(verdict.measure);
    if (list) list.push(verdict);
    else measures.set(verdict.measure, [verdict]);
  }
  return measures;
}

/** How many items apply, are open, and do not apply. */
export function tallyItems(report: Report): Tally {
  const tally: Tally = { applies: 0, undecided: 0, doesNotApply: 0 };
  for (const verdicts of byMeasure(report).values()) {
    const verdict = itemVerdict(verdicts);
    if (verdict === "applies") tally.applies += 1;
    else if (verdict === "undecided") tally.undecided += 1;
    else tally.doesNotApply += 1;
  }
  return tally;
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
