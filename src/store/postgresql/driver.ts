import pg from "pg";
import { withDeadline } from "../deadline.ts";
import { openEars } from "./ears.ts";
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
};

const settings = Object.entries(sessionSettings)
  .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
  .join(" ");

/** Text of unknown types stays text; the driver's own guesses about dates and numbers are off. */
const types = {
  getTypeParser: (oid: number) => typeTable[oid] ?? ((value: string) => value),
};

/** Opens a pool of connections to PostgreSQL. */
export function openPostgresql({ url, poolSize, waitMs }: PostgresqlOptions): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: waitMs,
    options: settings,
    types: types as pg.CustomTypesConfig,
    application_name: "zhibu",
    allowExitOnIdle: true,
  });
  // A connection that dies while idle is replaced by the pool; work that held it hears by itself.
  pool.on("error", () => undefined);

  const ears = openEars(url);
  return {
    engine: "postgresql",
    withSession: async (limits, work) => lend(await connect(pool), limits, work),
    listen: ears.listen,
    close: async () => {
      await ears.close();
      await pool.end();
    },
  };
}

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
  { timeoutMs }: SessionLimits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const over = { fault: undefined as Fault | undefined };
  // A connection that breaks is heard through the statement it breaks, not through this event.
  const lost = (): void => undefined;
  client.on("error", lost);
  let broken = false;
  try {
    return await withDeadline(timeoutMs, work(sessionOf(client, over)), async () => {
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

function sessionOf(client: pg.PoolClient, over: { fault: Fault | undefined }): Session {
  const guarded = async <T>(send: () => Promise<T>): Promise<T> => {
    if (over.fault) throw over.fault;
    return send();
  };
  return {
    query: ({ text, values }) => guarded(() => ask(client, text, [...values])),
    script: (text) => guarded(() => ask(client, text)),
  };
}

type Result = { readonly rows?: Record<string, unknown>[] };

async function ask(
  client: pg.PoolClient,
  text: string,
  values: (string | null)[] = [],
): Promise<Record<string, unknown>[]> {
  try {
    const result: Result | Result[] = await client.query<Record<string, unknown>>(text, values);
    return [result].flat().flatMap(({ rows }) => rows ?? []);
  } catch (cause) {
    throw toStoreError(cause);
  }
}
