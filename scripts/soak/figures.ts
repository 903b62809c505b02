import type { Fault } from "./fault.ts";

/** What the server's process held when so many requests had been answered. */
export type MemoryMark = { readonly after: number; readonly mb: number };

export type Times = { p50: number; p95: number; p99: number; max: number };

type Counted = Readonly<Record<string, number>>;

export type FuzzFigures = {
  readonly requests: number;
  readonly operations: number;
  /** Operations of which no whole request was ever granted. */
  readonly neverGranted: readonly string[];
  readonly visitors: readonly string[];
  readonly byStatus: Counted;
  readonly byKind: Counted;
  /** Answers that named a budget, by the code of their problem. */
  readonly byBudget: Counted;
  /** Batches of refused requests after which every table was counted again. */
  readonly countedBatches: number;
  readonly times: Times;
  /** The requests that took longest, with their milliseconds. */
  readonly slowest: readonly string[];
  readonly memory: readonly MemoryMark[];
  readonly peakMb: number;
  readonly faults: readonly Fault[];
};

type Count = Record<string, number>;

/** Figures as they grow during a run. */
export type Tally = {
  readonly faults: Fault[];
  readonly answers: { readonly ms: number; readonly name: string }[];
  readonly byStatus: Count;
  readonly byKind: Count;
  readonly byBudget: Count;
  readonly memory: MemoryMark[];
  /** Operations of which a whole request was granted. */
  readonly granted: Set<string>;
  countedBatches: number;
};

export const emptyTally = (): Tally => ({
  ...{ faults: [], answers: [], memory: [] },
  ...{ byStatus: {}, byKind: {}, byBudget: {} },
  granted: new Set(),
  countedBatches: 0,
});

/** One more of a name. */
export function add(counts: Count, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** The times below which so many of a hundred answers came, in milliseconds. */
export function timesOf(answers: Tally["answers"]): Times {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const slowestOf = (answers: Tally["answers"]): string[] =>
  [...answers]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5)
    .map(({ ms, name }) => `${Math.round(ms)} ms: ${name}`);
