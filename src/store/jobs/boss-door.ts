import type { ConstructorOptions } from "pg-boss";
import type { Db } from "../db.ts";
import type { Session } from "../driver.ts";
import { driverOf } from "../driver-of.ts";
import { SqlError } from "../sql-error.ts";
import { toWire, type WireValue } from "../wire.ts";

type Door = NonNullable<ConstructorOptions["db"]>;

/** Maintenance of a long table of jobs is no request. */
const timeoutMs = 60_000;

/**
 * pg-boss speaks through our connections: no pool of its own, and embedded the one engine there
 * is. Its statements stand outside our transactions, several of them with their own.
 */
export function bossDoor(db: Db): Door {
  const driver = driverOf(db);
  return {
    executeSql: async (text, values = []) => {
      const rows = await driver.withSession({ timeoutMs }, (session) =>
        run(session, text, values.map(toBossWire)),
      );
      return { rows };
    },
    listen: async (channel, heard, mayHaveMissed) => {
      const deafen = await db.listen(channel, (payload) =>
        payload === undefined ? mayHaveMissed() : heard(payload),
      );
      return { close: async () => deafen() };
    },
  };
}

/** Without values it may be several statements, with `begin` among them: undone where one fails. */
async function run(session: Session, text: string, values: WireValue[]): Promise<unknown[]> {
  if (values.length > 0) return session.query({ text, values }).catch(tellCode);
  try {
    return await session.script(text);
  } catch (cause) {
    if (cause instanceof SqlError) await session.script("rollback");
    return tellCode(cause);
  }
}

/** pg-boss looks for the SQLSTATE where PostgreSQL's driver puts it. */
function tellCode(cause: unknown): never {
  throw cause instanceof SqlError ? Object.assign(cause, { code: cause.state }) : cause;
}

function toBossWire(value: unknown): WireValue {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value);
  return isPlain ? JSON.stringify(value) : toWire(value);
}
