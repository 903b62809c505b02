import { accept, refuse, type Decision } from "../base/decision.ts";
import { BackupBroken } from "./backup-cipher.ts";
import { tablesQuery, type BackupLine, type TableColumns } from "./backup.ts";
import type { Session } from "./driver.ts";
import type { RestoreRefusal } from "./refusals.ts";
import { sql, toQuery } from "./sql.ts";

type Rows = Extract<BackupLine, { kind: "rows" }>;

/**
 * Writes rows into the tables that migrations have made, in their transaction; how many. Triggers
 * rest meanwhile. References are taken away and made again at the end: rows may come in any order,
 * and each reference is held against all of them at once. Whoever owns the tables may do all this.
 */
export async function refill(
  session: Session,
  lines: AsyncIterable<BackupLine>,
): Promise<Decision<number, RestoreRefusal>> {
  const tables = (await session.query(toQuery(tablesQuery))) as TableColumns[];
  const references = await listReferences(session);
  for (const { remove } of references) await session.script(remove);
  for (const { name } of tables) await rest(session, name);
  const filled = await putLines(session, tables, lines);
  if (!filled.ok) return filled;
  for (const { name } of tables) await session.script(`alter table ${name} enable trigger user`);
  for (const { make } of references) await session.script(make);
  return filled;
}

type Reference = { readonly remove: string; readonly make: string };

/** The statements that take each reference away, and make it as it is now. */
async function listReferences(session: Session): Promise<Reference[]> {
  const rows = await session.query(
    toQuery(sql`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
             format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(link.oid)) as make
        from pg_constraint as link
        join pg_namespace as space on space.oid = link.connamespace
       where contype = 'f'
         and conparentid = 0
         and space.nspname not in ('information_schema', 'public')
         and space.nspname not like 'pg\\_%'
       order by 1`),
  );
  return rows as Reference[];
}

/**
 * Lets a table's triggers rest and empties it: what a migration put there is in the backup, as it
 * was then. An empty table is left alone, because of some nobody may remove rows.
 */
async function rest(session: Session, name: string): Promise<void> {
  await session.script(`alter table ${name} disable trigger user`);
  const table = sql.id([name], name);
  const found = await session.query(toQuery(sql`select 1 from ${table} limit 1`));
  if (found.length > 0) await session.query(toQuery(sql`delete from ${table}`));
}

async function putLines(
  session: Session,
  tables: readonly TableColumns[],
  lines: AsyncIterable<BackupLine>,
): Promise<Decision<number, RestoreRefusal>> {
  const columnsByName = new Map(tables.map(({ name, columns }) => [name, columns.join()]));
  let count = 0;
  let counted: number | undefined;
  for await (const line of lines) {
    const foreign = foreignIn(line, columnsByName);
    if (foreign !== undefined) return refuse({ code: "table_foreign", table: foreign });
    if (line.kind === "rows") count += await putTable(session, line);
    if (line.kind === "end") counted = line.rows;
    if (line.kind === "sequence") await putSequence(session, line);
  }
  if (counted !== count) throw new BackupBroken("a backup ends by counting its rows");
  return accept(count);
}

/** The table of rows that have no place here: it, or a column of it, is not the migrations'. */
const foreignIn = (line: BackupLine, columnsByName: ReadonlyMap<string, string>) =>
  line.kind === "rows" && columnsByName.get(line.table) !== line.columns.join()
    ? line.table
    : undefined;

async function putSequence(
  session: Session,
  { sequence, value }: Extract<BackupLine, { kind: "sequence" }>,
): Promise<void> {
  await session.query(toQuery(sql`select setval(${sequence}::regclass, ${value})`));
}

async function putTable(session: Session, { table, columns, rows }: Rows): Promise<number> {
  const name = sql.id([table], table);
  // Older backups hold transaction numbers, which belong to the cluster that gave them: rows get
  // new ones in this one, until the migrations that follow drop them.
  const kept = columns.filter((column) => column !== "txid");
  const fields = sql.join(kept.map((column) => sql`${sql.id([column], column)}`));
  await session.query(
    toQuery(sql`
      insert into ${name} (${fields}) overriding system value
      select ${fields} from unnest(${rows}::${name}[])`),
  );
  return rows.length;
}
