import type { AuditFilter } from "../api/audit.ts";
import { dayStart } from "../app/instant.ts";

/** What is chosen in the filter; empty words choose everything. */
export const noChoice = { actor: "", act: "", kind: "", outcome: "all", since: "", until: "" };
export type Choice = typeof noChoice;

export const isChosen = (choice: Choice): boolean =>
  Object.entries(noChoice).some(([name, empty]) => choice[name as keyof Choice] !== empty);

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** The question to the audit trail. Both days of a period count whole. */
export function filterOf({ actor, act, kind, outcome, since, until }: Choice): AuditFilter {
  return {
    ...(actor && { actor }),
    ...(act && { act }),
    ...(kind && { resourceKind: kind }),
    ...(outcome !== "all" && { refused: outcome === "refused" }),
    ...(isDay(since) && { since: dayStart(since) }),
    ...(isDay(until) && { until: dayStart(until, 1) }),
  };
}
