import { system } from "../actor.ts";
import type { Db } from "../db.ts";
import { sql } from "../sql.ts";
import { makePump, type Pump } from "./pump.ts";
import { lookAgain, nothingSettled, type Settled } from "./settled.ts";

/** How far the events are settled, kept up to date. */
export type Horizon = Pump & { readonly upTo: number };

type Tellings = {
  /** More is settled than before. */
  readonly grown: () => void;
  readonly failed: (cause: unknown) => void;
};

/** How long to wait before looking again while an older transaction is still open. */
const leastPauseMs = 20;
const longestPauseMs = 500;

const me = system("store.events");

/** Keeps how far the events are settled: looks when it is woken, and again while it must wait. */
export function makeHorizon(db: Db, { grown, failed }: Tellings): Horizon {
  let settled = nothingSettled;
  let pauseMs = leastPauseMs;
  let again: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    clearTimeout(again);
    const before = settled.upTo;
    settled = await settledNow(db, settled);
    const isWaiting = settled.marks.length > 0;
    pauseMs = isWaiting ? Math.min(pauseMs * 2, longestPauseMs) : leastPauseMs;
    if (isWaiting) again = setTimeout(pump.wake, pauseMs).unref();
    if (settled.upTo > before) grown();
  };
  const pump = makePump(look, failed);
  return {
    get upTo() {
      return settled.upTo;
    },
    wake: pump.wake,
    stop: async () => {
      await pump.stop();
      clearTimeout(again);
    },
  };
}

/** Two looks settle what a quiet database holds; an open transaction wants another later. */
async function settledNow(db: Db, before: Settled): Promise<Settled> {
  const look = (known: Settled): Promise<Settled> =>
    db.transaction(me, (tx) => lookAgain(tx, sql`store.event`, known));
  const once = await look(before);
  return once.marks.length === 0 ? once : look(once);
}
