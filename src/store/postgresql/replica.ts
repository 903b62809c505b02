import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "../../base/fault.ts";
import type { Driver, Session, SessionLimits } from "../driver.ts";
import { sql, toQuery } from "../sql.ts";

/** Not caught up: the primary answers instead. */
const behind = Symbol("behind");

/** A replica that did not answer is not asked again for this long. */
const restMs = 5_000;

/** A replica that is a little behind has this long to catch up before the primary is asked. */
const patienceMs = 50;
const pauseMs = 5;

type Work<T> = (session: Session) => Promise<T>;

/**
 * Lends sessions of a replica to work that only reads, and of the primary where the replica has not
 * replayed all that the primary had written when the work was asked for. So whoever was told that
 * something is written, by whichever node, sees it here.
 */
export function replicaOf(primary: Driver, replica: Driver): Pick<Driver, "withSession"> {
  const state = { restsUntil: 0 };
  return {
    withSession: async (limits, work) => {
      if (performance.now() < state.restsUntil) return primary.withSession(limits, work);
      const at = await positionOf(primary, limits);
      const done = await onReplica(replica, { limits, work, at }).catch((cause: unknown) => {
        if (!isGone(cause)) throw cause;
        state.restsUntil = performance.now() + restMs;
        return behind;
      });
      return done === behind ? primary.withSession(limits, work) : (done as never);
    },
  };
}

const isGone = (cause: unknown): boolean =>
  cause instanceof Fault && /^database_(unavailable|busy)$/.test(cause.code);

/** How far the primary has written: its log's end, of which all that was acknowledged is a part. */
async function positionOf(primary: Driver, limits: SessionLimits): Promise<string> {
  const rows = await primary.withSession(limits, (session) =>
    session.query(
      toQuery(sql`
        select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn()
                     else pg_current_wal_insert_lsn() end)::text as at`),
    ),
  );
  return String(rows[0]?.["at"]);
}

type Asked<T> = { readonly limits: SessionLimits; readonly work: Work<T>; readonly at: string };

function onReplica<T>(replica: Driver, { limits, work, at }: Asked<T>) {
  return replica.withSession(limits, async (session): Promise<T | typeof behind> => {
    const until = performance.now() + patienceMs;
    while (!(await hasReplayed(session, at))) {
      if (performance.now() > until) return behind;
      await sleep(pauseMs);
    }
    return work(session);
  });
}

/** A server that is no replica has replayed nothing: it is not asked, whatever it holds. */
async function hasReplayed(session: Session, at: string): Promise<boolean> {
  const rows = await session.query(
    toQuery(sql`select coalesce(pg_last_wal_replay_lsn() >= ${at}::pg_lsn, false)
                       and pg_is_in_recovery() as replayed`),
  );
  return rows[0]?.["replayed"] === true;
}
