import pg from "pg";
import { withDeadline } from "../deadline.ts";
import { openEars } from "./ears.ts";
import { hostsOf, type SessionTarget } from "./hosts.ts";
import type { Driver, Session, SessionLimits } from "../driver.ts";
import { storeFault } from "../faults.ts";
import { Fault } from "../../base/fault.ts";
import { toStoreError } from "../sql-error.ts";
import { sessionSettings, typeTable } from "../types.ts";

export type PostgresqlOptions = {
  readonly url: string;
  readonly poolSize: number;
  /** How long a transaction may wait for a connection. */
  readonly waitMs: number;
  /** The servers themselves where `url` is a pooler: listening belongs to a session. */
  readonly directUrl?: string | undefined;
};

/**
 * Shapes are priced high, so that a plan of a few hundred of them would be compiled: that takes ten
 * times as long as running it. Where a pooler drops this, only time is lost.
 */
const speed = { jit: "off" } as const;

const settings = Object.entries({ ...sessionSettings, ...speed })
  .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
  .join(" ");

/** Text of unknown types stays text; the driver's own guesses about dates and numbers are off. */
const types = {
  getTypeParser: (oid: number) => typeTable[oid] ?? ((value: string) => value),
};

/** Opens a pool of connections for each server that the address names, and uses the one that is. */
export function openPostgresql(options: PostgresqlOptions): Driver {
  const { urls, target } = hostsOf(options.url);
  const pools = urls.map((url) => poolOf(url, options, target));
  const state = { current: 0 };
  const ears = openEars(hostsOf(options.directUrl ?? options.url).urls);
  return {
    engine: "postgresql",
    withSession: async (limits, work) => {
      const onePlan = limits.onePlan && options.directUrl === undefined;
      return lend(await connectAny(pools, state), { ...limits, onePlan }, work);
    },
    listen: ears.listen,
    get load() {
      const open = total(pools, "totalCount");
      return { open, idle: total(pools, "idleCount"), waiting: total(pools, "waitingCount") };
    },
    close: async () => {
      await ears.close();
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

const total = (pools: pg.Pool[], count: "totalCount" | "idleCount" | "waitingCount"): number =>
  pools.reduce((sum, pool) => sum + pool[count], 0);

function poolOf(
  url: string,
  { poolSize, waitMs }: PostgresqlOptions,
  target: SessionTarget,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: waitMs,
    options: settings,
    types: types as pg.CustomTypesConfig,
    application_name: "zhibu",
    allowExitOnIdle: true,
    // The pool waits for what this returns, though its types do not say so.
    ...(target === "any" ? {} : ({ onConnect: refuseStandby } as object)),
  });
  // A connection that dies while idle is replaced by the pool; work that held it hears by itself.
  pool.on("error", () => undefined);
  return pool;
}

/** Where only a server that writes will do, the next one is tried instead of a standby. */
async function refuseStandby(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ transaction_read_only: string }>(
    "show transaction_read_only",
  );
  if (rows[0]?.transaction_read_only === "on") throw storeFault("database_unavailable");
}

/** Tries the servers in turn, beginning with the one that answered last. */
async function connectAny(
  pools: readonly pg.Pool[],
  state: { current: number },
): Promise<pg.PoolClient> {
  const turn = [...pools.slice(state.current), ...pools.slice(0, state.current)];
  let failure: unknown;
  for (const pool of turn) {
    const found = await connect(pool).catch((cause: unknown) => void (failure = cause));
    if (found) state.current = pools.indexOf(pool);
    if (found) return found;
    if (isBusy(failure)) break;
  }
  throw failure;
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Fault && cause.code === "database_busy";

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    if (/timeout exceeded when trying to connect/.test(String(cause))) {
      throw storeFault("database_busy", cause);
    }
    throw toStoreError(cause);
  }
}

async function lend<T>(
  client: pg.PoolClient,
  { timeoutMs, onePlan = false }: SessionLimits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const over = { fault: undefined as Fault | undefined };
  // A connection that breaks is heard through the statement it breaks, not through this event.
  const lost = (): void => undefined;
  client.on("error", lost);
  let broken = false;
  try {
    return await withDeadline(timeoutMs, work(sessionOf(client, { over, onePlan })), async () => {
      over.fault = storeFault("database_timeout");
      return over.fault;
    });
  } catch (cause) {
    broken = cause instanceof Fault;
    throw cause;
  } finally {
    client.off("error", lost);
    client.release(broken);
  }
}

type Lent = { readonly over: { fault: Fault | undefined }; readonly onePlan: boolean };

function sessionOf(client: pg.PoolClient, { over, onePlan }: Lent): Session {
  const guarded = async <T>(send: () => Promise<T>): Promise<T> => {
    if (over.fault) throw over.fault;
    return send();
  };
  return {
    query: ({ text, values }) =>
      guarded(() =>
        ask(client, { text, values: [...values], ...(onePlan ? { name: nameOf(text) } : {}) }),
      ),
    script: (text) => guarded(() => ask(client, { text })),
  };
}

const names = new Map<string, string>();

/** The name under which a connection keeps the plan of a statement. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `kept_${names.size}`;
  names.set(text, name);
  return name;
}

type Result = { readonly rows?: Record<string, unknown>[] };

async function ask(
  client: pg.PoolClient,
  statement: pg.QueryConfig,
): Promise<Record<string, unknown>[]> {
  try {
    const result: Result | Result[] = await client.query<Record<string, unknown>>(statement);
    return [result].flat().flatMap(({ rows }) => rows ?? []);
  } catch (cause) {
    throw toStoreError(cause);
  }
}
