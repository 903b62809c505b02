import { expect, test, vi } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import { sql, type Fragment } from "../store/sql.ts";
import { startWorkers } from "../store/jobs/workers.ts";
import { peopleQueues } from "./jobs.ts";

const within = { timeout: 20_000, interval: 50 };

onBothEngines("the sweep of sessions", (engine) => {
  const ask = async <Row>(statement: Fragment): Promise<Row[]> =>
    (await engine.db.transaction(system("test"), (tx) => tx.query<Row>(statement))).rows;

  test("is work of the program: done when it starts, and every hour by one node", async () => {
    await seedPeople(engine.db, { lin: [] });
    await ask(sql`
      insert into people.session (session_id, account_id, token_sha256, means, started_at, seen_at,
                                  address, browser)
      select name, 'lin', encode(sha256(name::bytea), 'hex'), 'password', now() - age, now() - age,
             '::1', ''
        from (values ('ended', interval '13 h'), ('live', interval '1 h')) as held (name, age)`);
    const failed = (cause: unknown): never => {
      throw cause;
    };
    const workers = await startWorkers(engine.db, { queues: peopleQueues(engine.db), failed });
    const left = () => ask(sql`select session_id as id from people.session`);
    await vi.waitFor(async () => expect(await left()).toEqual([{ id: "live" }]), within);
    expect(await ask(sql`select name, cron, timezone from job.schedule`)).toEqual([
      { name: "people.sweep", cron: "17 * * * *", timezone: "UTC" },
    ]);
    await workers.stop();
  });
});
