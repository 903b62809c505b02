import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { anonymous, system, type Actor } from "../../src/base/actor.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { dropOwned, makeOwned } from "../harness/databases.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { chaoyang, seedPeople } from "../harness/people.ts";

const { postgresql } = inject("engines");
const cluster = "url" in postgresql ? postgresql.url : undefined;

/** A server of the city's own: the program owns its database and is no superuser. */
describe.skipIf(cluster === undefined)(
  onPostgresqlName("a database whose owner is no superuser"),
  () => {
    const name = `o_${randomUUID().replaceAll("-", "")}`;
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
