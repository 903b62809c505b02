import { invariant } from "../../base/invariant.ts";
import { sql, type Fragment } from "../sql.ts";
import type { Tx } from "../transaction.ts";
import type { Chain, ChainRow, Seal } from "./chain.ts";

export const tableOf = ({ room, table }: Chain): Fragment =>
  sql.id([`${room}.${table}`], `${room}.${table}`);

export type IdRange = { readonly fromId: number; readonly toId: number; readonly limit?: number };

/** Rows of a chain between two ids, both included, as they are hashed. */
export async function listRows(tx: Tx, chain: Chain, range: IdRange): Promise<ChainRow[]> {
  const { columns } = chain;
  const { fromId, toId, limit = null } = range;
  invariant(columns.includes("id"), "the id of a row is part of what is hashed");
  const values = sql.join(columns.map((column) => sql`${sql.id([column], column)}::text`));
  const { rows } = await tx.query<ChainRow>(sql`
    select id, array[${values}] as values
      from ${tableOf(chain)}
     where id between ${fromId} and ${toId}
     order by id
     limit ${limit}`);
  return rows;
}

const sealColumns = sql`
  room, chain as table, number, from_id as "fromId", to_id as "toId", row_count as "rowCount",
  column_names as columns, leaves, root, previous, hash, at`;

/** The last seal of a chain. */
export async function findLastSeal(tx: Tx, { room, table }: Chain): Promise<Seal | undefined> {
  const { rows } = await tx.query<Seal>(sql`
    select ${sealColumns} from store.seal
     where room = ${room} and chain = ${table}
     order by number desc
     limit 1`);
  return rows[0];
}

/** The next seal of a chain behind a number. */
export async function findSealAfter(
  tx: Tx,
  chain: Chain,
  afterNumber: number,
): Promise<Seal | undefined> {
  const { rows } = await tx.query<Seal>(sql`
    select ${sealColumns} from store.seal
     where room = ${chain.room} and chain = ${chain.table} and number > ${afterNumber}
     order by number
     limit 1`);
  return rows[0];
}

export async function appendSeal(tx: Tx, seal: Seal): Promise<void> {
  const { room, table, number, fromId, toId, rowCount, columns, leaves, root } = seal;
  await tx.query(sql`
    insert into store.seal (room, chain, number, from_id, to_id, row_count, column_names, leaves,
                            root, previous, hash, at)
    values (${room}, ${table}, ${number}, ${fromId}, ${toId}, ${rowCount}, ${columns}, ${leaves},
            ${root}, ${seal.previous}, ${seal.hash}, ${seal.at})`);
}
