import { randomUUID } from "node:crypto";
import { system } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { mergeSummaries, type LibrarySummary } from "../../rules/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import { appendEvent } from "../../store/event.ts";
import { enqueueJob } from "../../store/jobs/enqueue.ts";
import type { LibraryRun, PassedOver, RunProgress } from "../model/library-run.ts";
import type { LibraryPart, LibrarySource } from "../model/library-source.ts";
import type { LibraryRefusal } from "../model/refusals.ts";
import { progressOf } from "../store/library-progress.ts";
import {
  countRunning,
  findRun,
  holdRun,
  insertRun,
  listResults,
  openPartitions,
  setState,
} from "../store/library-runs.ts";

/** Where jobs of library runs lie. */
export const libraryQueue = "policy.library";

export type RunOrder = {
  readonly pack: string;
  readonly encoding: string;
  readonly asOf: string;
  readonly by: string | null;
  readonly source: LibrarySource;
  readonly parts: readonly LibraryPart[];
  readonly keepsGoodRows: boolean;
  readonly createdBy: string;
  readonly at: string;
};

/** Begins a run: its row, its partitions and their jobs are there together, or not at all. */
export async function beginRun(tx: Tx, order: RunOrder): Promise<LibraryRun> {
  const { parts, at, ...of } = order;
  const run: LibraryRun = {
    ...of,
    id: randomUUID(),
    createdAt: at,
    state: "running",
    refusal: null,
    endedAt: null,
  };
  await insertRun(tx, run, parts);
  await enqueueParts(
    tx,
    run.id,
    [...parts.keys()].map((at) => at + 1),
  );
  return run;
}

async function enqueueParts(tx: Tx, run: string, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await enqueueJob(tx, { queue: libraryQueue, about: { run, number } });
  }
}

const missing = (run: string) => refuse({ code: "library_run_missing", run } as const);

/** Ends a run that is under way: workers leave its partitions where they are. */
export async function cancelRun(tx: Tx, id: string): Promise<Decision<LibraryRun, LibraryRefusal>> {
  const run = await holdRun(tx, id);
  if (!run) return missing(id);
  if (run.state !== "running") {
    return refuse({ code: "library_run_over", run: id, state: run.state });
  }
  await setState(tx, id, { state: "cancelled" });
  await tell(tx, run, "library_run_cancelled");
  return accept({ ...run, state: "cancelled" });
}

/** Wants what is left of a run once more: after a cancel, a refusal, or jobs that were given up. */
export async function resumeRun(tx: Tx, id: string): Promise<Decision<LibraryRun, LibraryRefusal>> {
  const run = await holdRun(tx, id);
  if (!run) return missing(id);
  if (run.state === "done") {
    return refuse({ code: "library_run_over", run: id, state: run.state });
  }
  await setState(tx, id, { state: "running" });
  await enqueueParts(tx, id, await openPartitions(tx, id));
  return accept({ ...run, state: "running", refusal: null, endedAt: null });
}

export async function runProgress(
  tx: Tx,
  id: string,
): Promise<Decision<RunProgress, LibraryRefusal>> {
  const run = await findRun(tx, id);
  return run ? accept(await progressOf(tx, run)) : missing(id);
}

export type RunResult = {
  readonly progress: RunProgress;
  /** Of the partitions that are done; absent where none is. */
  readonly summary: LibrarySummary | undefined;
  readonly passedOver: PassedOver;
};

const resultsAtOnce = 16;
const shownRows = 20;

/** What the partitions that are done come to together. */
export async function runResult(tx: Tx, id: string): Promise<Decision<RunResult, LibraryRefusal>> {
  const progress = await runProgress(tx, id);
  if (!progress.ok) return progress;
  let summary: LibrarySummary | undefined;
  let passedOver: PassedOver = { count: 0, rows: [] };
  for (let after = 0; ;) {
    const results = await listResults(tx, id, { after, limit: resultsAtOnce });
    for (const result of results) {
      summary = summary ? mergeSummaries(summary, result.summary) : result.summary;
      passedOver = joined(passedOver, result.refused);
      after = result.number;
    }
    if (results.length < resultsAtOnce) break;
  }
  return accept({ progress: progress.value, summary, passedOver });
}

const joined = (one: PassedOver, other: PassedOver): PassedOver => ({
  count: one.count + other.count,
  rows: [...one.rows, ...other.rows].slice(0, shownRows),
});

/** How many runs are under way. */
export const runsUnderWay = (db: Db): Promise<number> =>
  db.transaction(system(libraryQueue), countRunning);

/** Tells the rooms above of the end of a run. */
export const tell = (tx: Tx, run: LibraryRun, kind: string): Promise<void> =>
  appendEvent(tx, { room: "policy", kind, subject: run.id });
