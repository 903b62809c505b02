import type { Report, RuleVerdict } from "../../rules/index.ts";

/** A JSON text that does not depend on the order in which keys were written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

const key = ({ rule, subject }: RuleVerdict) => `${rule}@${subject}`;

/** The verdicts that two reports of one case do not share, by rule and subject. */
export function differences(then: Report, now: Report): string[] {
  const before = new Map(then.verdicts.map((verdict) => [key(verdict), canonical(verdict)]));
  const after = new Map(now.verdicts.map((verdict) => [key(verdict), canonical(verdict)]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((one) => before.get(one) !== after.get(one)).sort();
}

/** The rules that were undecided then and are decided now: a list came, or the law changed. */
export function settledSince(then: Report, now: Report): string[] {
  const decided = new Set(
    now.verdicts.filter(({ verdict }) => verdict !== "undecided").map((one) => key(one)),
  );
  const waited = then.verdicts.filter(({ verdict }) => verdict === "undecided");
  return [...new Set(waited.filter((one) => decided.has(key(one))).map(({ rule }) => rule))];
}

export type ReplayState = "identical" | "other_pack" | "other_engine" | "differs";

/**
 * How a report made again stands to the one that was stored: identity is claimed only where it
 * holds.
 */
export function replayState(then: Report, now: Report): ReplayState {
  if (then.encoding !== now.encoding) return "other_pack";
  if (then.engine !== now.engine) return "other_engine";
  return differences(then, now).length === 0 ? "identical" : "differs";
}
