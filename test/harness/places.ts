import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { system } from "../../src/store/actor.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import type { RestoreTarget } from "../../src/store/restore.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { addAuditRows, sealAll } from "./audit.ts";
import { createDatabase, dropDatabase } from "./databases.ts";
import { chaoyang, city, seedPeople } from "./people.ts";
import { ownEngines } from "./own-engines.ts";

const me = system("test");

export type Folder = { readonly folder: string; readonly cacheFolder: string };
export type Address = { readonly url: string };

/** Empty places of both engines for one test file, which clears them away when it is done. */
export function makePlaces() {
  const { cacheFolder, postgresql } = ownEngines();
  const root = mkdtempSync(join(tmpdir(), "zhibu-places-"));
  const databases: string[] = [];
  const administration = "url" in postgresql ? postgresql.url.replace("%s", "postgres") : "";
  return {
    root,
    newFolder: (): Folder => {
      const beside = join(root, randomUUID());
      mkdirSync(beside);
      // Where a command line looks for the ready-made database.
      symlinkSync(cacheFolder, join(beside, "cache"));
      return { folder: join(beside, "data"), cacheFolder };
    },
    newAddress: async (): Promise<Address> => {
      const name = `t_${randomUUID().replaceAll("-", "")}`;
      await createDatabase(administration, name, "template0");
      databases.push(name);
      return { url: administration.replace("/postgres?", `/${name}?`) };
    },
    clear: async (): Promise<void> => {
      for (const name of databases) await dropDatabase(administration, name);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Opens a place for some work, and closes it. */
export async function inside<T>(place: RestoreTarget, work: (db: Db) => Promise<T>): Promise<T> {
  const opened = await openDb({ ...place, snapshotMinutes: 0, timeoutMs: 30_000 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

export const run = (db: Db, statement: Fragment): Promise<{ rows: unknown[] }> =>
  db.transaction(me, (tx) => tx.query(statement));

/** What only a superuser can do: neither triggers nor references are asked. */
export const tamper = (db: Db, ...statements: readonly Fragment[]): Promise<void> =>
  db.transaction(me, async (tx) => {
    await tx.query(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.query(statement);
  });

/** Something of everything: text, shapes, bytes, references, seals, rows not sealed yet. */
export async function fill(db: Db): Promise<void> {
  await addAuditRows(db, 1_200);
  await sealAll(db);
  await addAuditRows(db, 3);
  await seedPeople(db, { lin: [{ role: "planner", scope: chaoyang }], wu: [] });
  // Written anew, the city lies behind the districts that refer to it.
  await run(db, sql`update people.organisation set version = 2 where path = ${city}`);
  await run(
    db,
    sql`insert into land.layer (id, title, layer_group, geometry_kind, level, synthetic, source,
                                min_zoom, coverage, coverage_planar, stamp)
        values ('t', '{"zh": "更新 ''x'' \\\\ \\"y\\""}', 'g', 'polygon', '1', true, '{}', 12.5,
                st_setsrid(st_makeenvelope(116, 39, 117.123456789012, 40), 4490),
                st_setsrid(st_makeenvelope(500000.001, 4420000, 500100, 4420100.5), 4548), 's')`,
  );
  await db.transaction(me, (tx) =>
    appendEvent(tx, { room: "land", kind: "changed", subject: "before", detail: { 行: "a\nb" } }),
  );
}

/** What the schema promises: its constraints, and which triggers are awake. */
const promises = async (db: Db): Promise<unknown> => {
  const { rows } = await run(
    db,
    sql`select conrelid::regclass::text as place, conname as name,
               pg_get_constraintdef(oid) as promise
          from pg_constraint
         where contype in ('f', 'p', 'u', 'c')
           and conrelid::regclass::text ~ '^(store|people|land|policy|operations|job)[.]'
         union all
        select tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid)
          from pg_trigger
         where not tgisinternal
         order by 1, 2`,
  );
  return rows;
};

/** Every row of every table of ours, as PostgreSQL writes it; asked without the move's own code. */
export async function everyRow(db: Db): Promise<Record<string, string[]>> {
  return db.transaction(me, async (tx) => {
    const { rows: tables } = await tx.query<{ name: string }>(sql`
      select table_schema || '.' || table_name as name
        from information_schema.tables
       where table_type = 'BASE TABLE'
         and table_schema in ('store', 'people', 'land', 'policy', 'operations', 'job')
         and (table_schema, table_name) not in (('store', 'migration'), ('job', 'version'))
       order by 1`);
    const found: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await tx.query<{ line: string }>(sql`
        select whole_row::text collate "C" as line
          from ${sql.id([name], name)} as whole_row order by 1`);
      found[name] = rows.map(({ line }) => line);
    }
    return found;
  });
}

/** All that must be the same in two places. */
export const looks: readonly ((db: Db) => Promise<unknown>)[] = [everyRow, promises];
