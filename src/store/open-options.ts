export type OpenOptions = {
  /** A PostgreSQL address. Without one the embedded database of `folder` is opened. */
  readonly url?: string | undefined;
  /** The embedded database's folder, or "memory://" for tests. */
  readonly folder?: string | undefined;
  /** Where the ready-made new database is kept between starts; beside the folder by default. */
  readonly cacheFolder?: string | undefined;
  /** Minutes between automatic snapshots of the embedded folder; 0 turns them off. */
  readonly snapshotMinutes?: number | undefined;
  /** How long one transaction may take. */
  readonly timeoutMs?: number | undefined;
  /** How long a transaction may wait for its turn or its connection. */
  readonly waitMs?: number | undefined;
  readonly poolSize?: number | undefined;
  /** A PostgreSQL replica, for reads that say that they may run there. */
  readonly replicaUrl?: string | undefined;
  /** PostgreSQL itself where `url` is a pooler: for migrations, and to listen. */
  readonly directUrl?: string | undefined;
  /** Nothing is written, not even a migration: reads work, writes are a Fault read_only. */
  readonly readOnly?: boolean | undefined;
  /** Where a long first start says what it is doing. */
  readonly onStep?: ((step: OpenStep) => void) | undefined;
};

/** The steps of opening that take a noticeable time. */
export type OpenStep = "create_database" | "load_snapshot" | "open_folder" | "migrate";
