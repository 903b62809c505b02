import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { withDeadline } from "../deadline.ts";
import type { Driver, Listener, Row, Session, SessionLimits } from "../driver.ts";
import { Fault } from "../../base/fault.ts";
import { storeFault } from "../faults.ts";
import { makeQueue } from "../queue.ts";
import { SqlError } from "../sql-error.ts";
import type { Notice, Table } from "./protocol.ts";
import { startThread, type Thread } from "./thread.ts";

export type PgliteOptions = {
  /** A folder, or "memory://" for a database that ends with its thread. */
  readonly dataDir: string;
  /** The content of a new database; an existing folder is opened as it is. */
  readonly snapshot?: () => Promise<Uint8Array | undefined>;
  /** How long a transaction may wait for its turn. */
  readonly waitMs: number;
};

export type PgliteDriver = Driver & {
  /** The data folder as a gzipped tarball, taken between two transactions. */
  dump(): Promise<Uint8Array>;
};

/** Opens the embedded database; it reopens by itself after its thread was ended. */
export async function openPglite(options: PgliteOptions): Promise<PgliteDriver> {
  const queue = makeQueue();
  const listeners = new Set<Listener>();
  const heard = (notice: Notice): void => tell(listeners, notice);
  let thread = await openThread(options, heard);
  const living = async (): Promise<Thread> => {
    if (thread.ended) {
      thread = await openThread(options, heard);
      await listenAgain(thread, listeners);
    }
    return thread;
  };
  const inTurn = async <T>(work: (thread: Thread) => Promise<T>): Promise<T> => {
    const leave = await queue.enter(options.waitMs);
    try {
      return await work(await living());
    } finally {
      leave();
    }
  };

  return {
    engine: "pglite",
    withSession: (limits, work) => inTurn((living) => lend(living, limits, work)),
    listen: async (listener) => {
      await inTurn((living) => living.ask({ kind: "listen", channel: listener.channel }));
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dump: () => inTurn(async (living) => bytesOf(await living.ask({ kind: "dump" }))),
    close: () => inTurn(closeThread),
    get load() {
      return { open: 1, idle: thread.waiting() > 0 ? 0 : 1, waiting: queue.length };
    },
  };
}

const bytesOf = ({ bytes }: { bytes?: Uint8Array }): Uint8Array => bytes ?? new Uint8Array();

function tell(listeners: ReadonlySet<Listener>, { channel, payload }: Notice): void {
  for (const listener of listeners) if (listener.channel === channel) listener.heard(payload);
}

async function closeThread(living: Thread): Promise<void> {
  await living.ask({ kind: "close" });
  await living.end(storeFault("database_unavailable"));
}

/** A new thread knows no channels, and what was said meanwhile is lost. */
async function listenAgain(thread: Thread, listeners: ReadonlySet<Listener>): Promise<void> {
  for (const channel of new Set([...listeners].map((listener) => listener.channel))) {
    await thread.ask({ kind: "listen", channel });
  }
  for (const listener of listeners) listener.heard(undefined);
}

async function openThread(
  { dataDir, snapshot }: PgliteOptions,
  heard: (notice: Notice) => void,
): Promise<Thread> {
  const thread = startThread(heard);
  const bytes = await snapshot?.();
  try {
    await thread.ask({ kind: "open", dataDir, ...(bytes ? { snapshot: bytes } : {}) });
    return thread;
  } catch (cause) {
    const fault = await openingFault(dataDir, cause);
    await thread.end(fault);
    throw fault;
  }
}

/** An engine that finds no room to start in says only that it failed. */
const leastFreeBytes = 20_000_000;

async function openingFault(dataDir: string, cause: unknown): Promise<Error> {
  if (cause instanceof Fault || cause instanceof SqlError) return cause;
  if (!existsSync(dataDir)) return storeFault("database_unavailable", cause);
  const { bavail, bsize } = await statfs(dataDir);
  const full = bavail * bsize < leastFreeBytes;
  return storeFault(full ? "disk_full" : "database_unavailable", cause);
}

/** Lends the thread to one piece of work. Late work with a running statement costs the thread. */
async function lend<T>(
  thread: Thread,
  { timeoutMs }: SessionLimits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const over = { fault: undefined as Fault | undefined };
  const session = sessionOf(thread, over);
  return withDeadline(timeoutMs, work(session), async () => {
    over.fault = storeFault("database_timeout");
    if (thread.waiting() > 0) await thread.end(over.fault);
    else await thread.ask({ kind: "script", text: "rollback" });
    return over.fault;
  });
}

function sessionOf(thread: Thread, over: { fault: Fault | undefined }): Session {
  const ask: Thread["ask"] = async (request) => {
    if (over.fault) throw over.fault;
    try {
      return await thread.ask(request);
    } catch (cause) {
      if (!isSound(cause) && !over.fault) await thread.end(asError(cause));
      throw cause;
    }
  };
  return {
    query: async (query) => toRows((await ask({ kind: "query", query })).tables),
    script: async (text) => toRows((await ask({ kind: "script", text })).tables),
  };
}

/** A statement that was refused leaves the database as it was. */
const isSound = (cause: unknown): boolean =>
  cause instanceof SqlError ||
  (cause as { sound?: boolean }).sound === true ||
  (cause instanceof Fault && cause.code === "read_only");

/** Anything but a refused statement leaves PGlite in an unknown state: its thread is not reused. */
const asError = (cause: unknown): Error =>
  cause instanceof Error ? cause : storeFault("database_unavailable", cause);

const toRows = (tables: readonly Table[] = []): Row[] =>
  tables.flatMap(({ fields, rows }) =>
    rows.map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]]))),
  );
