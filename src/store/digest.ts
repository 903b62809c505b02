import { createHash } from "node:crypto";
import { tablesQuery, type TableColumns } from "./backup.ts";
import { sql, type Fragment } from "./sql.ts";

/** The rows of one table as one hash, in whatever order they lie. */
export type TableDigest = {
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
};

/** Whoever runs a statement: a transaction, or a session that holds one. */
type Ask = (fragment: Fragment) => Promise<Record<string, unknown>[]>;

/**
 * Hashes every row of ours as PostgreSQL writes it, sorted by that text. One transaction has to be
 * open.
 */
export async function digestTables(ask: Ask): Promise<TableDigest[]> {
  const tables = (await ask(tablesQuery)) as TableColumns[];
  const digests: TableDigest[] = [];
  for (const table of tables) digests.push(await digestTable(ask, table));
  return digests;
}

async function digestTable(ask: Ask, { name, columns }: TableColumns): Promise<TableDigest> {
  const fields = sql.join(columns.map((column) => sql`${sql.id([column], column)}`));
  await ask(sql`
    declare digest_rows no scroll cursor for
     select row(${fields})::text collate "C" as line from ${sql.id([name], name)} order by line`);
  const hash = createHash("sha256");
  let count = 0;
  for (;;) {
    const rows = await ask(sql`fetch 1000 from digest_rows`);
    for (const { line } of rows) hash.update(`${Buffer.byteLength(String(line))}:${String(line)},`);
    count += rows.length;
    if (rows.length === 0) break;
  }
  await ask(sql`close digest_rows`);
  return { table: name, rows: count, sha256: hash.digest("hex") };
}
