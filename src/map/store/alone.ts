import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";

/**
 * One of many small questions that are asked at once: to call helpers for it, or to compile it,
 * takes longer than to answer it.
 */
export async function answerAlone(tx: Tx): Promise<void> {
  await tx.query(sql`
    select set_config('max_parallel_workers_per_gather', '0', true),
           set_config('jit', 'off', true)`);
}
