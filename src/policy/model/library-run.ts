import type { LibrarySummary } from "../../rules/index.ts";
import type { LibraryPart, LibrarySource } from "./library-source.ts";
import type { LibraryRefusal, RefusedRow } from "./refusals.ts";

export type LibraryState = "running" | "cancelled" | "refused" | "done";

/** A run over a library: under which law, over what, and how it stands. */
export type LibraryRun = {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly pack: string;
  readonly encoding: string;
  readonly asOf: string;
  readonly source: LibrarySource;
  /** The fact by which cases are grouped. */
  readonly by: string | null;
  readonly keepsGoodRows: boolean;
  readonly state: LibraryState;
  readonly refusal: LibraryRefusal | null;
  readonly endedAt: string | null;
};

/** One partition of a run, for whoever evaluates it. */
export type LibraryPartition = {
  readonly run: LibraryRun;
  readonly number: number;
  readonly part: LibraryPart;
};

/** The rows that a run passed over: all counted, the first told. */
export type PassedOver = { readonly count: number; readonly rows: readonly RefusedRow[] };

export type PartitionResult = {
  readonly summary: LibrarySummary;
  readonly cases: number;
  readonly refused: PassedOver;
};

/** How far a run is, on one node. */
export type NodeProgress = {
  readonly node: string;
  readonly done: number;
  readonly underWay: number;
  readonly cases: number;
};

export type RunProgress = {
  readonly run: LibraryRun;
  readonly partitions: number;
  readonly done: number;
  readonly cases: number;
  readonly passedOver: number;
  /** Partitions that were begun more than once: a worker was lost, or gave them back. */
  readonly takenUpAgain: number;
  /** When the first partition was begun, and when the last so far ended. */
  readonly beganAt: string | null;
  readonly lastAt: string | null;
  readonly nodes: readonly NodeProgress[];
  /** Why partitions that nobody has done wait: a node could not. */
  readonly waiting: readonly LibraryRefusal[];
};
