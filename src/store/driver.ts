import type { Query } from "./sql.ts";

export type EngineName = "pglite" | "postgresql";

/** A row of a driver: column names to values of the type table. */
export type Row = Record<string, unknown>;

/** One connection's conversation; its statements run one after another. */
export type Session = {
  query(query: Query): Promise<Row[]>;
  /** Several statements without parameters: migrations and transaction control. */
  script(text: string): Promise<void>;
};

export type SessionLimits = {
  /** How long the work may hold the session before it is ended. */
  readonly timeoutMs: number;
};

/** What differs between the two engines, and nothing more. */
export type Driver = {
  readonly engine: EngineName;
  /** Lends a session to the work; when the time is over the session is ended and a Fault thrown. */
  withSession<T>(limits: SessionLimits, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};
