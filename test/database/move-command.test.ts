import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { codeOf, jsonOf, zhibu, zhibuProcess } from "../harness/command-line.ts";
import { runIn } from "../harness/databases.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { everyRow, fill, inside, makePlaces, run } from "../harness/places.ts";
import { ownEngines } from "../harness/own-engines.ts";

const { postgresql } = ownEngines();
const onlyPostgresql = test.skipIf(!("url" in postgresql));
const { newFolder, newAddress, clear } = makePlaces();
afterAll(clear);

const source = newFolder();
const newer = newFolder();
const crowded = newFolder();

beforeAll(async () => {
  await inside(source, fill);
  await inside(newer, (db) =>
    run(db, sql`insert into store.migration (name, sha256) values ('9999-x.sql', repeat('0', 64))`),
  );
  await inside(crowded, (db) => run(db, sql`create table policy.by_hand (note text)`));
}, 300_000);

const move = (from: string, to: string) => zhibu(["db", "move", from, to, "--format", "json"]);

/** Every row, but those that moves have left in the trail that they bring along. */
async function rowsButMoves(db: Db): Promise<Record<string, string[]>> {
  const rows = await everyRow(db);
  const trail = (rows["people.audit"] ?? []).filter((line) => !/,move,database,/.test(line));
  return { ...rows, "people.audit": trail };
}

const movesIn = async (db: Db): Promise<unknown[]> => {
  const { rows } = await db.transaction(system("test"), (tx) =>
    tx.query(sql`
      select actor_kind as kind, actor, refusal, detail->'rows' as rows
        from people.audit where act = 'move' and resource_kind = 'database' order by id`),
  );
  return rows;
};

/** Each command opens databases anew, which takes seconds. */
describe("zhibu db move", { timeout: 300_000 }, () => {
  onlyPostgresql(
    onPostgresqlName("goes to PostgreSQL and back, every row the same, and tells both trails"),
    async () => {
      const [there, back] = [await newAddress(), newFolder()];
      const first = await zhibuProcess(["db", "move", source.folder, there.url]);
      expect(first).toMatchObject({ exit: 0, err: "" });
      expect(first.out).toMatch(/^people[.]audit +1203 {2}[0-9a-f]{64}$/m);
      expect(first.out).toMatch(/^已搬 \d+ 张表、\d+ 行，两边逐行一致。原来的数据没有动。\n$/m);

      const second = await zhibuProcess(
        ["db", "move", there.url, back.folder, "--format", "json"],
        { ZHIBU_LANG: "en" },
      );
      expect(second).toMatchObject({ exit: 0, err: "" });
      const tables = jsonOf(second)["tables"] as { table: string; rows: number }[];
      expect(tables.find(({ table }) => table === "people.audit")).toMatchObject({ rows: 1_204 });

      const before = await inside(source, rowsButMoves);
      expect(Object.keys(before)).toContain("people.audit");
      expect(await inside(there, rowsButMoves)).toEqual(before);
      expect(await inside(back, rowsButMoves)).toEqual(before);
      const row = { kind: "system", actor: "operator", refusal: null, rows: expect.any(Number) };
      expect(await inside(source, movesIn)).toEqual([]);
      expect(await inside(there, movesIn)).toEqual([row]);
      expect(await inside(back, movesIn)).toEqual([row, row]);
    },
  );

  test("is refused by name where there is nothing to move, or no room for it", async () => {
    const [nowhere, to] = [newFolder(), newFolder()];
    const refused = await zhibuProcess(["db", "move", nowhere.folder, to.folder]);
    expect(refused).toMatchObject({ exit: 2, err: "" });
    expect(refused.out).toBe(`source_missing: ${nowhere.folder} 里没有数据库，没有可搬的内容。\n`);
    expect(existsSync(to.folder)).toBe(false);
    const same = await move(source.folder, source.folder);
    expect([same.exit, codeOf(same)]).toEqual([2, "target_not_empty"]);
    expect(await zhibu(["db", "move", source.folder])).toMatchObject({ exit: 64 });
  });

  test("is refused while a server holds the source", async () => {
    const to = newFolder();
    const refused = await inside(source, () => move(source.folder, to.folder));
    expect([refused.exit, codeOf(refused)]).toEqual([2, "folder_in_use"]);
    expect(existsSync(to.folder)).toBe(false);
  });

  test("is refused to a program that is older than the source", async () => {
    const to = newFolder();
    const refused = await move(newer.folder, to.folder);
    expect([refused.exit, codeOf(refused)]).toEqual([2, "migration_missing"]);
    expect(existsSync(to.folder)).toBe(false);
  });

  test("undoes all of it in a folder where a table has no counterpart there", async () => {
    const to = newFolder();
    const refused = await move(crowded.folder, to.folder);
    expect(refused.exit).toBe(2);
    expect(jsonOf(refused)["problem"]).toMatchObject({
      code: "move_differs",
      table: "policy.by_hand",
    });
    expect(readdirSync(to.folder)).toEqual([]);
  });

  onlyPostgresql(
    onPostgresqlName("undoes all of it on a server that writes a row otherwise"),
    async () => {
      const to = await newAddress();
      const database = /\/(t_\w+)\?/.exec(to.url)?.[1] ?? "";
      await runIn("url" in postgresql ? postgresql.url : "", database, meddling);
      const refused = await move(source.folder, to.url);
      expect(refused.exit).toBe(2);
      expect(jsonOf(refused)["problem"]).toMatchObject({
        code: "move_differs",
        table: "people.organisation",
      });
      await runIn(
        "url" in postgresql ? postgresql.url : "",
        database,
        "drop event trigger meddles",
      );
      expect(await move(source.folder, to.url)).toMatchObject({ exit: 0 });
    },
  );

  test("says that a server is not there", async () => {
    const failed = await move(source.folder, "postgresql://zhibu@/zhibu?host=%2Fnonexistent");
    expect([failed.exit, codeOf(failed)]).toEqual([1, "database_unavailable"]);
  });
});

/** Whatever is put aside, a trigger of this server's own is awake on one of the tables. */
const meddling = `
  create function meddle() returns trigger language plpgsql as $$
    begin new.name_en := upper(new.name_en); return new; end $$;
  create function meddle_with() returns event_trigger language plpgsql as $$
    begin
      if to_regclass('people.organisation') is null then return; end if;
      if not exists (select from pg_trigger where tgname = 'meddle') then
        create trigger meddle before insert on people.organisation
          for each row execute function meddle();
      elsif exists (select from pg_trigger where tgname = 'meddle' and tgenabled = 'D') then
        alter table people.organisation enable always trigger meddle;
      end if;
    end $$;
  create event trigger meddles on ddl_command_end when tag in ('ALTER TABLE')
    execute function meddle_with();`;
