import { accept, refuse, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import type { Actor } from "./actor.ts";
import type { Driver, DriverLoad, EngineName } from "./driver.ts";
import { keepDriver } from "./driver-of.ts";
import { openEmbedded, type Embedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import type { OpenOptions } from "./open-options.ts";
import { openPostgresql } from "./postgresql/driver.ts";
import { unprotectedHost } from "./postgresql/protection.ts";
import { replicaOf } from "./postgresql/replica.ts";
import { checkSettings } from "./postgresql/session-settings.ts";
import type { OpenRefusal } from "./refusals.ts";
import { sql } from "./sql.ts";
import { system } from "./actor.ts";
import {
  refuseNested,
  runTransaction,
  txOf,
  type TransactionOptions,
  type Tx,
} from "./transaction.ts";

export type { Tx, TransactionOptions } from "./transaction.ts";
export type { EngineName } from "./driver.ts";

/** The database. Only routes, jobs and commands hold one; everything below takes a `Tx`. */
export type Db = {
  readonly engine: EngineName;
  /** Whether it was opened so that nothing can be written. */
  readonly readOnly: boolean;
  readonly load: DriverLoad;
  /** Runs the work in one transaction: a value commits, a returned refusal rolls back. */
  transaction<T>(
    actor: Actor,
    work: (tx: Tx) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /**
   * Hears NOTIFY on a channel, over one connection whatever the number of listeners. Without a
   * payload it says that words may have been lost: look yourself. The answer ends it.
   */
  listen(channel: string, heard: (payload: string | undefined) => void): Promise<() => void>;
  /** Resolves when the database answers. @throws Fault when it does not. */
  ready(): Promise<void>;
  close(): Promise<void>;
  /** What only the embedded database has: its folder, its holder, its snapshots. */
  readonly embedded?: Embedded;
};

export type { OpenOptions, OpenStep } from "./open-options.ts";

const defaultTimeoutMs = 5_000;
const defaultWaitMs = 15_000;

/** Opens the database, brings it up to date, and refuses where that would do harm. */
export async function openDb(options: OpenOptions): Promise<Decision<Db, OpenRefusal>> {
  const waitMs = options.waitMs ?? defaultWaitMs;
  if (options.url === undefined) {
    invariant(options.folder, "a database has an address or a folder");
    const opened = await openEmbedded({ ...options, folder: options.folder, waitMs });
    if (!opened.ok) return opened;
    return accept(makeDb(opened.value, options));
  }
  return openServer(options.url, { ...options, waitMs });
}

type ServerOptions = OpenOptions & { readonly waitMs: number };

/** Opens PostgreSQL: migrations go to the server itself where a pooler stands before it. */
async function openServer(url: string, options: ServerOptions): Promise<Decision<Db, OpenRefusal>> {
  const { poolSize = 10, waitMs, directUrl, replicaUrl } = options;
  const host = unprotectedHost([url, directUrl, replicaUrl]);
  if (host !== undefined) return refuse({ code: "database_unprotected", host });
  const driver = openPostgresql({ url, poolSize, waitMs, directUrl });
  const replica = replicaUrl && openPostgresql({ url: replicaUrl, poolSize, waitMs, directUrl });
  const opened = await prepareOrClose(driver, options);
  if (!opened.ok) return opened;
  return accept(makeDb({ driver, ...(replica ? { replica } : {}) }, options));
}

async function prepareOrClose(
  driver: Driver,
  options: ServerOptions,
): Promise<Decision<null, OpenRefusal>> {
  const { directUrl, waitMs, readOnly, onStep } = options;
  const direct = directUrl && openPostgresql({ url: directUrl, poolSize: 1, waitMs });
  let prepared: Decision<null, OpenRefusal> | undefined;
  try {
    onStep?.("migrate");
    prepared = await migrate(direct || driver, { readOnly });
    if (prepared.ok) prepared = await checkSettings(driver, waitMs);
    return prepared;
  } finally {
    if (direct) await direct.close();
    if (!prepared?.ok) await driver.close();
  }
}

type Drivers = { readonly driver: Driver; readonly replica?: Driver; readonly embedded?: Embedded };

function makeDb({ driver, replica, embedded }: Drivers, options: OpenOptions): Db {
  const usualMs = options.timeoutMs ?? defaultTimeoutMs;
  const { readOnly = false } = options;
  const lagging = replica ? { engine: driver.engine, ...replicaOf(driver, replica) } : driver;
  const db: Db = {
    engine: driver.engine,
    readOnly,
    get load() {
      return driver.load;
    },
    transaction: (actor, work, { timeoutMs = usualMs, mayLag = false, ...rest } = {}) =>
      runTransaction(
        mayLag ? lagging : driver,
        { ...rest, actor, timeoutMs, readOnly: readOnly || mayLag },
        async (session) => {
          const { tx, failure } = txOf(session, actor);
          const result = await work(tx);
          if (failure() !== undefined) throw failure();
          return result;
        },
      ),
    listen: (channel, heard) => driver.listen({ channel, heard }),
    ready: async () => {
      await db.transaction(system("ready"), (tx) => tx.query(sql`select 1`));
    },
    close: async () => {
      refuseNested();
      await (embedded ? embedded.close() : driver.close());
      await replica?.close();
    },
    ...(embedded ? { embedded } : {}),
  };
  keepDriver(db, driver);
  return db;
}
