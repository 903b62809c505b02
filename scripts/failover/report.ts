import { availableParallelism } from "node:os";
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

/** The figures of one failover, as a page. */
export function reportOf(failover: Failover): string {
  const { shots, killedAt, promotedAt, watchMs, lost, doubled } = failover;
  const nodes = [...new Set(shots.map(({ node }) => node))].sort((a, b) => a - b);
  const acknowledged = shots.filter(({ id }) => id !== undefined).length;
  const gaps = nodes.map((node) => {
    const gap = gapOf(
      shots.filter((shot) => shot.node === node),
      killedAt,
    );
    return `| writing refused through node ${node + 1} | ${seconds(gap)} s |`;
  });
  return [
    "# Failover",
    "",
    "Made by `npx tsx scripts/failover.ts`: two nodes with four writers each, a primary and a",
    "replica with `synchronous_commit = remote_apply`, the primary ended by kill -9.",
    "",
    "| what | figure |",
    "| --- | --- |",
    `| cores of the machine | ${availableParallelism()} |`,
    `| writes acknowledged | ${acknowledged} |`,
    `| acknowledged and lost | ${lost.length} |`,
    `| written twice | ${doubled} |`,
    ...gaps,
    `| of that, until the kill was noticed (by the script) | ${seconds(watchMs)} s |`,
    `| from the kill to the end of the promotion | ${seconds(promotedAt - killedAt)} s |`,
    `| answers that were no acknowledgement | ${refusals(shots)} |`,
    "",
  ].join("\n");
}
