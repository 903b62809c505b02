import { sql, type Fragment } from "../sql.ts";
import type { Tx } from "../transaction.ts";

/**
 * Ids are given out in order, but transactions commit in any: behind a row that is seen, one with a
 * smaller id may still appear. A mark notes how far the rows were seen, and a transaction number
 * that is younger than every transaction that can hold an id below.
 */
type Mark = { readonly upTo: number; readonly xid: bigint };

/** Up to which id nothing can appear any more, and the marks that still wait for others to end. */
export type Settled = { readonly upTo: number; readonly marks: readonly Mark[] };

export const nothingSettled: Settled = { upTo: 0, marks: [] };

/** What one look at a table shows. */
export type Look = {
  /** The largest id that is seen. */
  readonly top: number;
  /** Every transaction with a smaller number has ended. */
  readonly oldestRunning: bigint;
};

/** Takes the marks whose transactions have all ended. Pure. */
export function settle({ upTo, marks }: Settled, { oldestRunning }: Look): Settled {
  const done = marks.filter(({ xid }) => xid < oldestRunning);
  return {
    upTo: Math.max(upTo, ...done.map((mark) => mark.upTo)),
    marks: marks.filter(({ xid }) => xid >= oldestRunning),
  };
}

/** Whether rows are seen that no mark covers yet. Pure. */
export const wantsMark = ({ upTo, marks }: Settled, { top }: Look): boolean =>
  top > Math.max(upTo, ...marks.map((mark) => mark.upTo));

/** Adds a mark. The oldest one stays, or a busy database would never settle; the middle may go. */
export const withMark = ({ upTo, marks }: Settled, mark: Mark): Settled => ({
  upTo,
  marks: [...marks.slice(0, 1), mark],
});

/**
 * Looks once more at a table whose inserts take their transaction number before their id (trigger
 * `store.number_transaction`). A quiet database settles at the second look.
 */
export async function lookAgain(tx: Tx, table: Fragment, before: Settled): Promise<Settled> {
  const look = await lookAt(tx, table);
  const settled = settle(before, look);
  if (!wantsMark(settled, look)) return settled;
  // Asked for after the look, the number is younger than any that can matter to it.
  const { rows } = await tx.query<{ xid: string }>(sql`select pg_current_xact_id() as xid`);
  return withMark(settled, { upTo: look.top, xid: BigInt(rows[0]?.xid ?? 0) });
}

async function lookAt(tx: Tx, table: Fragment): Promise<Look> {
  const { rows } = await tx.query<{ top: number; xmin: string }>(sql`
    select coalesce((select max(id) from ${table}), 0) as top,
           pg_snapshot_xmin(pg_current_snapshot()) as xmin`);
  return { top: rows[0]?.top ?? 0, oldestRunning: BigInt(rows[0]?.xmin ?? 0) };
}
