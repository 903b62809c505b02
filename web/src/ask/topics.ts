import type { FactGroup, Report } from "../../../src/rules/contract.ts";

export type Topic = FactGroup & { topic: NonNullable<FactGroup["topic"]> };

/** So many are shown at once; a longer list is opened by whoever wants it. */
export const topicsAtOnce = 12;

const groupOf = (fact: string): string => fact.split(".")[0] ?? "";

/** How many open rules wait for a fact of each group. */
function waitingOf({ verdicts }: Pick<Report, "verdicts">): Map<string, number> {
  const open = verdicts.filter(({ verdict }) => verdict === "undecided");
  const waits = new Map<string, number>();
  for (const { missing } of open) {
    const facts = missing.filter(({ kind }) => kind === "fact");
    for (const group of new Set(facts.map(({ id }) => groupOf(id)))) {
      waits.set(group, (waits.get(group) ?? 0) + 1);
    }
  }
  return waits;
}

/**
 * What somebody may mean to do here: the groups that a project may leave out and that an open rule
 * still waits for, the most waited for first.
 */
export function openTopics(
  groups: Iterable<FactGroup>,
  report: Pick<Report, "verdicts">,
): readonly Topic[] {
  const waits = waitingOf(report);
  const open = [...groups].flatMap((group) =>
    group.topic && waits.has(group.id) ? [{ ...group, topic: group.topic }] : [],
  );
  return open.sort((a, b) => (waits.get(b.id) ?? 0) - (waits.get(a.id) ?? 0));
}

/** What is left out: of the topics that were seen, those not chosen. */
export const leftOut = (seen: readonly Topic[], chosen: readonly string[]): string[] =>
  seen.filter(({ id }) => !chosen.includes(id)).map(({ id }) => id);
