import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askAs, chaoyang, city, seedPeople, serveAs } from "../../test/harness/people.ts";
import { inside, makePlaces } from "../../test/harness/places.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { openDb, type Db } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import { peopleRoutes } from "./index.ts";

const entry = {
  clock: () => new Date(),
  isSecure: false,
  ownOrigins: [],
  isDemonstration: async () => false,
};

onBothEngines("a system that is read-only", (engine) => {
  const { newFolder, clear } = makePlaces();
  let db: Db;
  let server: Server;
  beforeAll(async () => {
    const place = engine.url === undefined ? newFolder() : { url: engine.url };
    await inside(place, (open) =>
      seedPeople(open, { mayor: [{ role: "administrator", scope: city }], nobody: [] }),
    );
    const opened = await openDb({ ...place, snapshotMinutes: 0, readOnly: true });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    db = opened.value;
    server = await serveAs(db, [peopleRoutes(entry)]);
  });
  afterAll(async () => {
    await server.close();
    await db.close();
    await clear();
  });

  const root = "/api/v1/people";
  const give = async (as: string | undefined) => {
    const body = { account: "nobody", role: "planner", scope: chaoyang };
    const answer = await askAs(server, { as, url: `${root}/grants` }, { method: "POST", body });
    return [answer.status, answer.body.code];
  };
  const look = async (as: string, page: string) => {
    const answer = await askAs(server, { as, url: `${root}/${page}` });
    return [answer.status, answer.body.code];
  };

  test("says first who may not, and only to the others that it cannot write", async () => {
    expect(await give(undefined)).toEqual([403, "not_allowed"]);
    expect(await give("nobody")).toEqual([403, "not_allowed"]);
    expect(await give("mayor")).toEqual([503, "read_only"]);
    expect(await look("nobody", "organisations")).toEqual([403, "not_allowed"]);
    expect(await look("nobody", "accounts/mayor")).toEqual([403, "not_allowed"]);
  });

  test("shows what tells of nobody, and nothing that must leave a row", async () => {
    expect(await look("mayor", "organisations")).toEqual([200, undefined]);
    expect(await look("mayor", "accounts/nobody")).toEqual([503, "read_only"]);
    const { rows } = await db.transaction(system("test"), (tx) =>
      tx.query(sql`select 1 from people.audit`),
    );
    expect(rows).toEqual([]);
  });
});
