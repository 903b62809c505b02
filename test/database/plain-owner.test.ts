import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, system, type Actor } from "../../src/base/actor.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { writeBackup } from "../../src/store/backup.ts";
import { moveDatabase } from "../../src/store/move.ts";
import { restoreBackup, type RestoreTarget } from "../../src/store/restore.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { dropOwned, makeOwned, runIn, type Given } from "../harness/databases.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { chaoyang, seedPeople } from "../harness/people.ts";
import { fill, inside, looks, makePlaces } from "../harness/places.ts";
import { ownEngines } from "../harness/own-engines.ts";

const { postgresql } = ownEngines();
const cluster = "url" in postgresql ? postgresql.url : undefined;

const newName = (): string => `o_${randomUUID().replaceAll("-", "")}`;

/** A server of the city's own: the program owns its database and is no superuser. */
describe.skipIf(cluster === undefined)(
  onPostgresqlName("a database whose owner is no superuser"),
  () => {
    const name = newName();
    const held: { db?: Db } = {};

    beforeAll(async () => {
      const url = await makeOwned(String(cluster), name);
      const opened = await openDb({ url });
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
      held.db = opened.value;
      await seedPeople(opened.value, {
        chief: [{ role: "administrator", scope: chaoyang }],
        other: [],
      });
    });
    afterAll(async () => {
      await held.db?.close();
      await dropOwned(String(cluster), name);
    });

    const rowsFor = async (actor: Actor, query: Fragment): Promise<number> =>
      (await held.db!.transaction(actor, (tx) => tx.query(query))).rows.length;

    test("stands behind the second wall all the same", async () => {
      const grants = [{ role: "administrator", scope: chaoyang }];
      const query = sql`select 1 from people.role_grant`;
      expect(await rowsFor(anonymous, query)).toBe(0);
      expect(await rowsFor({ kind: "account", id: "other", grants: [] }, query)).toBe(0);
      expect(await rowsFor({ kind: "account", id: "chief", grants }, query)).toBe(1);
      expect(await rowsFor(system("test"), query)).toBe(1);
    });

    test.each([
      ["update", sql`update people.audit set act = 'x'`],
      ["delete", sql`delete from people.audit`],
      ["truncate", sql`truncate people.audit`],
    ])("refuses its own owner to %s the audit trail", async (_, query) => {
      await expect(rowsFor(system("test"), query)).rejects.toMatchObject({ state: "42501" });
    });
  },
);

describe.skipIf(cluster === undefined)(
  onPostgresqlName("an empty database of a user who is no superuser"),
  () => {
    const url = String(cluster);
    const { root, newFolder, clear } = makePlaces();
    const file = join(root, "backup");
    const source = newFolder();
    const names: string[] = [];
    const make = async (given?: Given): Promise<{ name: string; target: { url: string } }> => {
      const name = newName();
      names.push(name);
      return { name, target: { url: await makeOwned(url, name, given) } };
    };
    beforeAll(async () => {
      await inside(source, async (db) => {
        await fill(db);
        await writeBackup(db, { file, now: new Date("2026-11-21T08:00:00Z") });
      });
    });
    afterAll(async () => {
      for (const name of names) await dropOwned(url, name);
      await clear();
    });

    const ways: readonly (readonly [string, (target: RestoreTarget) => Promise<unknown>])[] = [
      ["is restored into", (target) => restoreBackup({ file }, target)],
      ["is moved into", (target) => moveDatabase(source, target)],
    ];

    test.each(ways)("%s by its owner, whole and with every promise", async (_, fillIt) => {
      const { target } = await make();
      expect(await fillIt(target)).toMatchObject({ ok: true });
      for (const look of looks) {
        expect(await inside(target, look)).toEqual(await inside(source, look));
      }
    });

    test.each<[string, Given]>([
      ["create", { owns: false }],
      ["postgis", { shapes: false }],
      ["zhibu_person", { role: "nocreaterole" }],
    ])("that lacks %s is refused with the cure, which cures it", async (lacks, given) => {
      const { name, target } = await make(given);
      const refused = await restoreBackup({ file }, target);
      expect(refused).toMatchObject({ refusal: { code: "target_unprepared", lacks } });
      if (refused.ok || refused.refusal.code !== "target_unprepared") return;
      await runIn(url, name, refused.refusal.cure);
      expect(await restoreBackup({ file }, target)).toMatchObject({ ok: true });
    });
  },
);
