import type { Query } from "./sql.ts";

export type EngineName = "pglite" | "postgresql";

/** A row of a driver: column names to values of the type table. */
export type Row = Record<string, unknown>;

/** One connection's conversation; its statements run one after another. */
export type Session = {
  query(query: Query): Promise<Row[]>;
  /** Several statements without parameters, and the rows of all: for migrations and begin. */
  script(text: string): Promise<Row[]>;
};

export type SessionLimits = {
  /** How long the work may hold the session before it is ended. */
  readonly timeoutMs: number;
  /** Whether statements are planned once for all their values, and their plans kept. */
  readonly onePlan?: boolean | undefined;
};

/** Who listens on a channel. `heard` is also called, without a payload, after words may be lost. */
export type Listener = {
  readonly channel: string;
  readonly heard: (payload: string | undefined) => void;
};

/** How full the way to the database is. */
export type DriverLoad = {
  readonly open: number;
  readonly idle: number;
  /** Transactions that wait for their turn or their connection. */
  readonly waiting: number;
};

/** What differs between the two engines, and nothing more. */
export type Driver = {
  readonly engine: EngineName;
  /** Lends a session to the work; when the time is over the session is ended and a Fault thrown. */
  withSession<T>(limits: SessionLimits, work: (session: Session) => Promise<T>): Promise<T>;
  /** Hears NOTIFY, over one connection whatever the number of listeners; the answer ends it. */
  listen(listener: Listener): Promise<() => void>;
  readonly load: DriverLoad;
  close(): Promise<void>;
};
