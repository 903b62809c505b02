import { Fault } from "../base/fault.ts";
import { storeFault } from "./faults.ts";

/** PostgreSQL refused a statement. Rooms look at `state` and `constraint`, never at the words. */
export class SqlError extends Error {
  override readonly name = "SqlError";
  /** The five signs of SQLSTATE, such as 23505. */
  readonly state: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly detail: string | undefined;

  constructor(cause: PostgresError) {
    super(cause.message, { cause });
    this.state = cause.code;
    this.constraint = cause.constraint;
    this.table = cause.table;
    this.detail = cause.detail;
  }
}

/** The fields that both drivers give to an error of the database. */
export type PostgresError = {
  readonly message: string;
  readonly code: string;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly detail?: string | undefined;
};

const sqlState = /^[0-9A-Z]{5}$/;

function isPostgresError(cause: unknown): cause is PostgresError {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === "string" && sqlState.test(code) && !code.startsWith("E");
}

const noSpace = /no space left on device|could not (extend|write) file|ENOSPC/i;
const connectionLost =
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ENOTFOUND|Connection terminated|Client has encountered/i;
/** Who answers is not whom we asked for, or does not want to be asked in secret. */
const lineBroken = /certificate|CERT_|ERR_TLS|ERR_SSL|does not support SSL/i;

/** Sorts what a driver threw: a fault of the world, or a statement that PostgreSQL refused. */
export function toStoreError(cause: unknown): unknown {
  if (cause instanceof Fault || cause instanceof SqlError) return cause;
  const text = `${(cause as { code?: string })?.code ?? ""} ${String(cause)}`;
  if (isPostgresError(cause)) {
    if (cause.code === "25006") return storeFault("read_only", cause);
    if (cause.code === "57014") return storeFault("database_timeout", cause);
    if (cause.code === "53100" || noSpace.test(text)) return storeFault("disk_full", cause);
    if (cause.code === "53300") return storeFault("database_busy", cause);
    if (/^(08|57P)/.test(cause.code)) return storeFault("database_unavailable", cause);
    return new SqlError(cause);
  }
  if (noSpace.test(text)) return storeFault("disk_full", cause);
  if (connectionLost.test(text) || lineBroken.test(text))
    return storeFault("database_unavailable", cause);
  return cause;
}

/** Whether another transaction won, so that this one is worth another try. */
export const mayRetry = (cause: unknown): boolean =>
  cause instanceof SqlError && (cause.state === "40001" || cause.state === "40P01");
