import type { AuditFilter } from "../api/audit.ts";
import { dayStart } from "../app/instant.ts";

/** What is chosen in the filter; empty words choose everything. */
export const noChoice = { actor: "", act: "", kind: "", outcome: "all", since: "", until: "" };
export type Choice = typeof noChoice;

/** The choice as the address holds it, so that a link leads to what was looked at. */
export type AuditSearch = Partial<Choice>;

const names = Object.keys(noChoice) as (keyof Choice)[];

/** What an address chooses; what is no choice of ours is passed over. */
export function readAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const stated = names.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== noChoice[name]
      ? [[name, value.slice(0, 100)] as const]
      : [];
  });
  return Object.fromEntries(stated);
}

export const isChosen = (choice: Choice): boolean =>
  names.some((name) => choice[name] !== noChoice[name]);

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
