import { hostname } from "node:os";
import { system } from "../../base/actor.ts";
import { invariant } from "../../base/invariant.ts";
import type { Db, Tx } from "../../store/db.ts";
import type { Job, Queue } from "../../store/jobs/job.ts";
import { libraryQueue, tell } from "../actions/library-runs.ts";
import type { ThreadAnswer } from "../actions/library-orders.ts";
import { libraryThread, type LibraryThread } from "../actions/library-thread.ts";
import type { LibraryPartition, PartitionResult } from "../model/library-run.ts";
import type { LibraryRefusal } from "../model/refusals.ts";
import {
  beginPartition,
  endPartition,
  findRun,
  holdRun,
  openPartitions,
  refusePartition,
  setState,
} from "../store/library-runs.ts";

export type LibraryWork = {
  /** The folder that holds the packs. */
  readonly packs: string;
  /** As status names this node; its machine and process unless it is said. */
  readonly node?: string;
  readonly thread?: LibraryThread;
};

const me = system(libraryQueue);

/** A worker that is lost is missed after so long; its partition is then taken up by another. */
const heartbeatSeconds = 15;
/**
 * Longer than any partition takes, and ten million cases in one piece take more than an hour; a
 * worker that lives and hangs is given up then.
 */
const expireSeconds = 6 * 3_600;
/** So often a worker asks whether its run is still wanted. */
const lookEveryMs = 2_000;

/**
 * Evaluates partitions of library runs, one at a time on each node, in a thread of its own. Result
 * and row are one transaction: a partition that is evaluated twice is kept once.
 */
export function libraryJobs(db: Db, { packs, node = ownName(), thread }: LibraryWork): Queue {
  const own = thread ?? libraryThread();
  return {
    name: libraryQueue,
    heartbeatSeconds,
    expireSeconds,
    retries: 10,
    work: async (job) => {
      const { run, number } = aboutOf(job);
      const partition = await db.transaction(me, (tx) => beginPartition(tx, { run, number, node }));
      if (!partition) return;
      const answer = await evaluate(db, partition, { packs, node, thread: own, job });
      if (answer) await db.transaction(me, (tx) => keep(tx, partition, { answer, node }));
      if (answer && !answer.ok && isOfNode(answer.refusal)) throw new NodeCannot(answer.refusal);
    },
  };
}

const ownName = (): string => `${hostname()}:${process.pid}`;

function aboutOf({ about }: Job): { readonly run: string; readonly number: number } {
  const { run, number } = about;
  invariant(typeof run === "string" && typeof number === "number", "a job names its partition");
  return { run, number };
}

type Doing = {
  readonly packs: string;
  readonly node: string;
  readonly thread: LibraryThread;
  readonly job: Job;
};

/** Undefined where nobody wants the run any more. */
async function evaluate(
  db: Db,
  { run, part }: LibraryPartition,
  { packs, node, thread, job }: Doing,
): Promise<ThreadAnswer | undefined> {
  const unwanted = new AbortController();
  const look = async (): Promise<void> => {
    const now = await db.transaction(me, (tx) => findRun(tx, run.id));
    if (now?.state !== "running") unwanted.abort(new Unwanted());
  };
  // Where the database does not answer, the job fails as it would at its end, and is tried again.
  const timer = setInterval(
    () => void look().catch((cause: unknown) => unwanted.abort(cause)),
    lookEveryMs,
  );
  const { pack, encoding, asOf, source, by, keepsGoodRows } = run;
  const law = { packs, pack, encoding, asOf };
  const order = { ...law, source, part, by, keepsGoodRows, node, wantsRows: false };
  try {
    return await thread.evaluate(order, { signal: AbortSignal.any([job.signal, unwanted.signal]) });
  } catch (cause) {
    if (cause instanceof Unwanted) return undefined;
    throw cause;
  } finally {
    clearInterval(timer);
  }
}

class Unwanted extends Error {}

/** The job fails, so that another node is asked: the row says why this one could not. */
class NodeCannot extends Error {
  constructor({ code }: LibraryRefusal) {
    super(code);
  }
}

/** What another node may be able to do. */
const isOfNode = ({ code }: LibraryRefusal): boolean =>
  code === "library_encoding_unknown" ||
  code === "library_source_missing" ||
  code === "library_worker_died";

type Kept = { readonly answer: ThreadAnswer; readonly node: string };

async function keep(tx: Tx, partition: LibraryPartition, { answer, node }: Kept): Promise<void> {
  const place = { run: partition.run.id, number: partition.number };
  if (answer.ok) return keepResult(tx, { ...place, node }, answer.value);
  await refusePartition(tx, place, answer.refusal);
  if (isOfNode(answer.refusal)) return;
  const run = await holdRun(tx, place.run);
  if (run?.state !== "running") return;
  await setState(tx, place.run, { state: "refused", refusal: answer.refusal });
  await tell(tx, run, "library_run_refused");
}

/** Whoever keeps the last result ends the run; the row of the run is held meanwhile. */
async function keepResult(
  tx: Tx,
  place: { readonly run: string; readonly number: number; readonly node: string },
  result: PartitionResult,
): Promise<void> {
  const run = await holdRun(tx, place.run);
  const isKept = await endPartition(tx, { ...place, ...result });
  if (!isKept || run?.state !== "running") return;
  if ((await openPartitions(tx, place.run)).length > 0) return;
  await setState(tx, place.run, { state: "done" });
  await tell(tx, run, "library_run_done");
}
