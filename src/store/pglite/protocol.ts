import type { PostgresError } from "../sql-error.ts";
import type { Query } from "../sql.ts";

/** What the main thread asks of the worker. Answers come back in the order of the requests. */
export type Request =
  | { kind: "open"; dataDir: string; snapshot?: Uint8Array }
  | { kind: "query"; query: Query }
  | { kind: "script"; text: string }
  | { kind: "listen"; channel: string }
  | { kind: "dump" }
  | { kind: "close" };

/** Rows travel as arrays: field names once, not once a row. */
export type Table = { fields: string[]; rows: unknown[][] };

export type Answer =
  | { ok: true; tables?: Table[]; bytes?: Uint8Array }
  | { ok: false; error: PostgresError | OtherError };

/** `sound`: the database itself is well, and may be asked again. */
export type OtherError = { message: string; code?: never; stack?: string; sound?: boolean };

/** What a channel said; it answers no request. */
export type Notice = { readonly channel: string; readonly payload: string };

export type Envelope<Message> = { id: number; message: Message };
