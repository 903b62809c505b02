import { system } from "../base/actor.ts";
import type { Gauge } from "../base/gauge.ts";
import type { Db, Tx } from "../store/db.ts";
import type { HealthOptions } from "./actions/health.ts";
import { countJobs, countUnsealed, findLastBackup, readEventLag, readStanding } from "./store.ts";

const me = system("metrics");

/** The figures of the database, for /metrics; docs/operations has the panels and alerts of each. */
export function operationsGauges(
  db: Db,
  { clock, chains }: Pick<HealthOptions, "clock" | "chains">,
): Gauge[] {
  const inDb = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(me, work);
  const gauge = (name: string, help: string, read: Gauge["read"]): Gauge => ({ name, help, read });
  const age = async (): Promise<number | undefined> => {
    const at = await inDb(findLastBackup);
    if (at === undefined) return undefined;
    return Math.max(0, (clock().getTime() - Date.parse(at)) / 1_000);
  };
  const readOnly = async (): Promise<number> =>
    db.readOnly || (await inDb(readStanding))?.standby ? 1 : 0;
  return [
    gauge("zhibu_database_connections_open", "Connections held", () => db.load.open),
    gauge("zhibu_database_connections_idle", "Connections that rest", () => db.load.idle),
    gauge("zhibu_database_waiting", "Transactions that wait for their turn", () => db.load.waiting),
    gauge("zhibu_event_lag_seconds", "Age of the oldest unread event", () => inDb(readEventLag)),
    gauge("zhibu_unsealed_rows", "Rows of chains that no seal covers", () =>
      inDb((tx) => countUnsealed(tx, chains)),
    ),
    gauge("zhibu_jobs_waiting", "Jobs that wait", async () => (await inDb(countJobs)).waiting),
    gauge("zhibu_jobs_dead", "Jobs that failed for good", async () => (await inDb(countJobs)).dead),
    gauge("zhibu_backup_age_seconds", "Age of the last backup", age),
    gauge("zhibu_read_only", "1 where nothing can be written", readOnly),
  ];
}
