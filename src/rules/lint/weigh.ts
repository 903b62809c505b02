import type { Acceptance } from "../contract/pack.ts";
import type { LintFinding } from "./finding.ts";

/** What is to be done about findings: nothing, where `left` and `unneeded` are empty. */
export type Weighed = {
  readonly left: readonly LintFinding[];
  /** Neither shown nor ruled out within the bound. */
  readonly unproved: readonly LintFinding[];
  readonly accepted: readonly LintFinding[];
  /** Findings that the pack accepts, and that are not there. */
  readonly unneeded: readonly string[];
};

/** Holds findings against the reasons that the pack gives for keeping some of them. */
export function weigh(
  findings: readonly LintFinding[],
  acceptances: readonly Acceptance[],
): Weighed {
  const named = acceptances.flatMap((one) => one.findings);
  const isAccepted = ({ id }: LintFinding): boolean => named.includes(id);
  const open = findings.filter((finding) => !isAccepted(finding));
  return {
    left: open.filter(({ proof }) => proof !== "not_proved"),
    unproved: open.filter(({ proof }) => proof === "not_proved"),
    accepted: findings.filter(isAccepted),
    unneeded: named.filter((name) => findings.every(({ id }) => id !== name)),
  };
}
