import { system } from "../../src/base/actor.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import type { Fault } from "./fault.ts";

/** Rows by table. */
export type Counts = Readonly<Record<string, number>>;

/** A server under fire, and what can be seen of it from outside. */
export type Target = {
  readonly url: string;
  readonly counts: () => Promise<Counts>;
  /** What its process holds, and the most that it has held. */
  readonly memory: () => Promise<Memory>;
  /** The errors that it has logged so far. */
  readonly errors: () => readonly Fault[];
};

export type Memory = { readonly mb: number; readonly peakMb: number };

/** The memory of this process, whole: its threads and the embedded database are in it. */
export const memoryOfProcess = (): Memory => ({
  mb: Math.round(process.memoryUsage.rss() / 1_024 ** 2),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1_024),
});

/** Counts the rows of every table of ours. */
export function countRows(db: Db): Promise<Counts> {
  return db.transaction(system("soak"), async (tx) => {
    const { rows: tables } = await tx.query<{ name: string }>(sql`
      select table_schema || '.' || table_name as name
        from information_schema.tables
       where table_type = 'BASE TABLE'
         and table_schema in ('store', 'people', 'policy', 'land')
       order by 1`);
    const names = tables.map(({ name }) => name);
    const each = names.map(
      (name) => sql`select ${name}::text as name, count(*) as rows from ${sql.id(names, name)}`,
    );
    const { rows } = await tx.query<{ name: string; rows: number }>(
      sql.join(each, sql` union all `),
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
  });
}

/** What a refused request may add to: the trail of refusals, its seals, and counted attempts. */
const trails = ["people.audit", "people.sign_in_attempt", "store.seal"];

/** Tables whose rows changed in number although every request was refused. */
export const halfWritten = (before: Counts, after: Counts): Fault[] =>
  Object.keys(after)
    .filter((name) => !trails.includes(name) && before[name] !== after[name])
    .map((name) => ({
      kind: `rows of ${name}`,
      example: `${before[name] ?? 0} → ${after[name] ?? 0}`,
    }));
