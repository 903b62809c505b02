import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { invariant } from "../base/invariant.ts";
import type { Actor } from "./actor.ts";
import type { Driver, Session } from "./driver.ts";
import { toQuery, type Fragment } from "./sql.ts";
import { mayRetry, SqlError } from "./sql-error.ts";
import { raiseWall } from "./wall.ts";

/** An open transaction. Stores and actions take it; nobody but `Db` makes one. */
export type Tx = {
  readonly actor: Actor;
  query<Row>(fragment: Fragment): Promise<{ rows: Row[] }>;
};

export type Isolation = "read committed" | "repeatable read" | "serializable";

export type TransactionOptions = {
  /** Beyond the usual five seconds only for commands and jobs that load much at once. */
  readonly timeoutMs?: number;
  readonly isolation?: Isolation;
  /** Only reads, and may run on a replica: what anyone was told to be written is seen even so. */
  readonly mayLag?: boolean;
  /** One of many questions asked at once: to call helpers for it takes longer than to answer it. */
  readonly small?: boolean;
  /**
   * Asks again and again with other values for what one plan finds as well as any: planning takes
   * longer than such an answer, so the session plans each text once. Texts must be few.
   */
  readonly onePlan?: boolean;
};

const open = new AsyncLocalStorage<{ ended: boolean }>();

/** How often a transaction is tried again when another one won. */
const retries = 3;

/** Refuses the use of a database inside its own transaction: embedded it would wait for ever. */
export function refuseNested(): void {
  invariant(
    open.getStore()?.ended !== false,
    "a transaction never opens another: pass its tx on (nested_transaction)",
  );
}

/** Runs the work, retried when another transaction won; a returned refusal rolls back. */
export async function runTransaction<T>(
  driver: Pick<Driver, "engine" | "withSession">,
  limits: Limits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  refuseNested();
  const begin = beginning(driver, limits);
  const attempt = () => driver.withSession(limits, (session) => once(session, begin, work));
  for (let left = retries; ; left -= 1) {
    try {
      return await attempt();
    } catch (cause) {
      await waitForAnother(cause, left);
    }
  }
}

type Limits = {
  readonly actor: Actor;
  readonly timeoutMs: number;
  readonly isolation?: Isolation | undefined;
  readonly readOnly?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly onePlan?: boolean | undefined;
};

/** The one that won needs a moment to end, and two losers should not meet again. */
async function waitForAnother(cause: unknown, left: number): Promise<void> {
  if (!mayRetry(cause) || left === 0) throw cause;
  const nth = retries - left + 1;
  // oxlint-disable-next-line house/no-guessable-number -- two who wait part ways
  await sleep(5 * nth + Math.random() * 10 * nth);
}

function beginning({ engine }: Pick<Driver, "engine">, limits: Limits): string {
  const { actor, timeoutMs, isolation = "read committed", readOnly = false } = limits;
  const access = readOnly ? " read only" : "";
  const begin = `begin isolation level ${isolation}${access}${raiseWall(actor)}${planning(limits)}`;
  // PGlite ignores statement_timeout: there the end of its thread is the only limit.
  return engine === "pglite"
    ? begin
    : `${begin}; set local statement_timeout = ${Math.ceil(timeoutMs)}`;
}

const planning = ({ small, onePlan }: Limits): string =>
  (small ? "; set local max_parallel_workers_per_gather = 0" : "") +
  (onePlan ? "; set local plan_cache_mode = force_generic_plan" : "");

async function once<T>(
  session: Session,
  begin: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  await session.script(begin);
  const state = { ended: false };
  try {
    const result = await open.run(state, () => work(session));
    await session.script(isRefusal(result) ? "rollback" : "commit");
    return result;
  } catch (cause) {
    await rollBack(session, cause);
    throw cause;
  } finally {
    state.ended = true;
  }
}

/** Where the session itself is gone there is nothing left to roll back: the first cause is told. */
async function rollBack(session: Session, cause: unknown): Promise<void> {
  try {
    await session.script("rollback");
  } catch (second) {
    if (cause instanceof SqlError) throw second;
  }
}

const isRefusal = (result: unknown): boolean =>
  typeof result === "object" && result !== null && (result as { ok?: unknown }).ok === false;

/** The Tx of one session. A failed statement fails the whole transaction, swallowed or not. */
export function txOf(session: Session, actor: Actor): { tx: Tx; failure: () => unknown } {
  let failed: { cause: unknown } | undefined;
  const tx: Tx = {
    actor,
    query: async <Row>(fragment: Fragment) => {
      try {
        return { rows: (await session.query(toQuery(fragment))) as Row[] };
      } catch (cause) {
        failed ??= { cause };
        throw cause;
      }
    },
  };
  return { tx, failure: () => failed?.cause };
}
