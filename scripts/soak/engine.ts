import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../../test/harness/cluster.ts";
import { postgresqlFolder } from "../../test/harness/need.ts";

/** An engine for one run: how a server finds it, and how its database is killed and started. */
export type Engine = {
  readonly name: "pglite" | "postgresql";
  readonly environment: Readonly<Record<string, string>>;
  /** Kills the database and starts it again; undefined where it dies with the server. */
  readonly crash: (() => void) | undefined;
  readonly close: () => Promise<void>;
};

/** The embedded engine, in a folder of its own. */
export async function embedded(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-soak-"));
  return {
    name: "pglite",
    environment: { ZHIBU_DATA: join(folder, "data"), DATABASE_URL: "" },
    crash: undefined,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** As a city sets it: what is acknowledged is on the disk. */
const durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];

function postgresql(bin: string): Engine {
  const cluster = startCluster(bin, durable);
  return {
    name: "postgresql",
    environment: { DATABASE_URL: cluster.url("postgres") },
    crash: () => {
      cluster.halt("kill");
      cluster.start();
    },
    close: async () => cluster.stop(),
  };
}

/** Every engine that this machine has. */
export async function engines(): Promise<Engine[]> {
  const bin = postgresqlFolder();
  return [await embedded(), ...(bin === undefined ? [] : [postgresql(bin)])];
}
