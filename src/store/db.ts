import { accept, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import type { Actor } from "./actor.ts";
import type { Driver, EngineName } from "./driver.ts";
import { keepDriver } from "./driver-of.ts";
import { openEmbedded, type Embedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import type { OpenOptions } from "./open-options.ts";
import { openPostgresql } from "./postgresql/driver.ts";
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
    return accept(makeDb(opened.value.driver, options, opened.value.embedded));
  }
  const driver = openPostgresql({ url: options.url, poolSize: options.poolSize ?? 10, waitMs });
  const migrated = await migrateOrClose(driver, options);
  return migrated.ok ? accept(makeDb(driver, options)) : migrated;
}

async function migrateOrClose(
  driver: Driver,
  { onStep }: OpenOptions,
): Promise<Decision<null, OpenRefusal>> {
  try {
    onStep?.("migrate");
    const migrated = await migrate(driver);
    if (!migrated.ok) await driver.close();
    return migrated;
  } catch (cause) {
    await driver.close();
    throw cause;
  }
}

function makeDb(driver: Driver, options: OpenOptions, embedded?: Embedded): Db {
  const usualMs = options.timeoutMs ?? defaultTimeoutMs;
  const db: Db = {
    engine: driver.engine,
    transaction: (actor, work, { timeoutMs, isolation } = {}) =>
      runTransaction(
        driver,
        { actor, timeoutMs: timeoutMs ?? usualMs, isolation },
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
    },
    ...(embedded ? { embedded } : {}),
  };
  keepDriver(db, driver);
  return db;
}
