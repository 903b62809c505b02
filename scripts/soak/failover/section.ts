import { row, table, type Section } from "../report.ts";
import type { Shot } from "./writers.ts";

export type Failover = {
  readonly shots: readonly Shot[];
  readonly killedAt: number;
  readonly promotedAt: number;
  readonly watchMs: number;
  /** Ids that were acknowledged and are not on the new primary. */
  readonly lost: readonly string[];
  /** Evaluations that no key answers for: written twice for one request. */
  readonly doubled: number;
};

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** From the last write that a node acknowledged before the kill to the first one after it. */
function gapOf(shots: readonly Shot[], killedAt: number): number {
  const times = shots.filter(({ id }) => id !== undefined).map(({ at }) => at);
  const before = Math.max(...times.filter((at) => at <= killedAt));
  return Math.min(...times.filter((at) => at > killedAt + 500)) - before;
}

function refusals(shots: readonly Shot[]): string {
  const counts = new Map<string, number>();
  for (const { status, code, id } of shots) {
    if (id !== undefined) continue;
    const name = `${status} ${code}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name}: ${count}`).join("; ") || "none";
}

/** The figures of one failover. */
export function failoverSection(failover: Failover): Section {
  const { shots, killedAt, promotedAt, watchMs, lost, doubled } = failover;
  const nodes = [...new Set(shots.map(({ node }) => node))].sort((a, b) => a - b);
  const acknowledged = shots.filter(({ id }) => id !== undefined).length;
  const gaps = nodes.map((node) => {
    const gap = gapOf(
      shots.filter((shot) => shot.node === node),
      killedAt,
    );
    return row(`writing refused through node ${node + 1}`, `${seconds(gap)} s`);
  });
  return {
    title: "Failover",
    isBroken: lost.length > 0 || doubled > 0,
    lines: [
      "Two nodes with four writers each, a primary and a replica with",
      "`synchronous_commit = remote_apply`, the primary ended by kill -9.",
      "",
      ...table([
        row("writes acknowledged", acknowledged),
        row("acknowledged and lost", lost.length),
        row("written twice", doubled),
        ...gaps,
        row("of that, until the kill was noticed (by the trial)", `${seconds(watchMs)} s`),
        row("from the kill to the end of the promotion", `${seconds(promotedAt - killedAt)} s`),
        row("answers that were no acknowledgement", refusals(shots)),
      ]),
    ],
  };
}
