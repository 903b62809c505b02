import { system } from "../actor.ts";
import type { Db } from "../db.ts";
import { lookAgain, nothingSettled, type Settled } from "../events/settled.ts";
import { makePump } from "../events/pump.ts";
import { sql } from "../sql.ts";
import type { Tx } from "../transaction.ts";
import type { Chain } from "./chain.ts";
import { makeSeal } from "./encoding.ts";
import { appendSeal, findLastSeal, listRows, tableOf } from "./rows.ts";

/** Any number that nothing else locks: one sealer at a time, on however many nodes. */
const sealerLock = 7_311_903;

/** A seal covers so many rows at the most: it is read as a whole. */
const rowsPerSeal = 1_000;

const everyMs = 1_000;
const me = system("store.sealer");

export type Sealer = {
  /** Seals what is settled now; the number of rows that were sealed. */
  sealNow(): Promise<number>;
  stop(): Promise<void>;
};

/** How far a chain is settled, and how far it is known to be sealed. */
type Progress = { readonly settled: Settled; readonly sealedTo: number };

/** Remembers, between two looks, how far each chain has come. */
export function makeSealer(db: Db, chains: readonly Chain[]): Pick<Sealer, "sealNow"> {
  const progress = new Map<Chain, Progress>();
  const sealOne = async (chain: Chain): Promise<number> => {
    const before = progress.get(chain) ?? { settled: nothingSettled, sealedTo: 0 };
    const settled = await db.transaction(me, (tx) => lookAgain(tx, tableOf(chain), before.settled));
    const { rows, sealedTo } =
      settled.upTo > before.sealedTo
        ? await sealUpTo(db, chain, settled.upTo)
        : { rows: 0, sealedTo: before.sealedTo };
    progress.set(chain, { settled, sealedTo });
    return rows;
  };
  return {
    sealNow: async () => {
      let sealed = 0;
      for (const chain of chains) sealed += await sealOne(chain);
      return sealed;
    },
  };
}

/** Seals each second, on whichever node comes first. What fails is told and tried again. */
export function startSealer(
  db: Db,
  chains: readonly Chain[],
  failed: (cause: unknown) => void,
): Sealer {
  const { sealNow } = makeSealer(db, chains);
  const pump = makePump(async () => void (await sealNow()), failed);
  const timer = setInterval(pump.wake, everyMs).unref();
  pump.wake();
  return {
    sealNow,
    stop: async () => {
      clearInterval(timer);
      await pump.stop();
    },
  };
}

type Sealed = { readonly rows: number; readonly sealedTo: number };

/** Appends seals up to an id, or leaves it to the node that is at it. */
async function sealUpTo(db: Db, chain: Chain, upTo: number): Promise<Sealed> {
  let sealed = 0;
  for (;;) {
    const rows = await db.transaction(me, (tx) => sealNext(tx, chain, upTo));
    if (rows === "elsewhere") return { rows: sealed, sealedTo: 0 };
    sealed += rows;
    if (rows < rowsPerSeal) return { rows: sealed, sealedTo: upTo };
  }
}

/** Appends one seal. The rows up to the id are settled: none of them can still appear. */
async function sealNext(tx: Tx, chain: Chain, upTo: number): Promise<number | "elsewhere"> {
  const { rows: locks } = await tx.query<{ got: boolean; at: string }>(sql`
    select pg_try_advisory_xact_lock(${sealerLock}::bigint) as got, now() as at`);
  if (!locks[0]?.got) return "elsewhere";
  const before = await findLastSeal(tx, chain);
  const fromId = (before?.toId ?? 0) + 1;
  const rows = await listRows(tx, chain, { fromId, toId: upTo, limit: rowsPerSeal });
  if (rows.length === 0) return 0;
  await appendSeal(tx, makeSeal(chain, { before, rows, at: locks[0].at }));
  return rows.length;
}
