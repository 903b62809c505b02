import { system } from "../base/actor.ts";
import { sql } from "./sql.ts";
import type { Tx } from "./transaction.ts";

/**
 * Runs work that must see more than the person who asks: whose the resource is, how many hold a
 * role. The work acts in the program's own name, and answers nothing that it was not asked.
 */
export async function withoutWall<T>(
  tx: Tx,
  name: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (tx.actor.kind === "system") return work(tx);
  await tx.query(sql`set local role none`);
  const result = await work({ ...tx, actor: system(name) });
  await tx.query(sql`set local role zhibu_person`);
  return result;
}
