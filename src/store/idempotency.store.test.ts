import { expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { accept, refuse } from "../base/decision.ts";
import { anonymous, system, type Actor } from "./actor.ts";
import { answerOnce, dropOldAnswers } from "./idempotency.ts";
import { sql } from "./sql.ts";

const me = system("test");
const repeat = (key: string, content = "a") => ({
  key,
  route: "POST /things",
  requestSha256: content.repeat(64).slice(0, 64),
});

onBothEngines("a request that creates", (engine) => {
  const create = (key: string, made: string[], content?: string) =>
    engine.db.transaction(me, (tx) =>
      answerOnce(tx, repeat(key, content), async () => {
        made.push(key);
        return accept({ id: `${key}-${made.length}` });
      }),
    );

  test("is done once, however often it is sent", async () => {
    const made: string[] = [];
    const answers = [await create("k", made), await create("k", made)];
    expect(answers).toEqual([accept({ id: "k-1" }), accept({ id: "k-1" })]);
    expect(made).toEqual(["k"]);
  });

  test("is done once when it comes eight times at once", async () => {
    const made: string[] = [];
    const answers = await Promise.all(Array.from({ length: 8 }, () => create("together", made)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(made).toHaveLength(1);
  });

  test("is refused where the key belongs to other content", async () => {
    const made: string[] = [];
    await create("same", made, "a");
    expect(await create("same", made, "b")).toEqual(refuse({ code: "idempotency_key_reused" }));
    expect(made).toHaveLength(1);
  });

  test("has a key of its own for everybody who sends it", async () => {
    const lin: Actor = { kind: "account", id: "lin", grants: [] };
    const actors: readonly Actor[] = [lin, { ...lin, id: "wu" }, anonymous, system("lin"), me];
    const made: string[] = [];
    const ask = (actor: Actor) =>
      engine.db.transaction(actor, (tx) =>
        answerOnce(tx, repeat("common"), async () => {
          made.push(actor.kind);
          return accept({ id: `made-${made.length}` });
        }),
      );
    const first: unknown[] = [];
    for (const actor of actors) first.push(await ask(actor));
    expect(first).toEqual(actors.map((_, place) => accept({ id: `made-${place + 1}` })));
    const again: unknown[] = [];
    for (const actor of actors) again.push(await ask(actor));
    expect(again).toEqual(first);
    expect(made).toHaveLength(actors.length);
  });

  test("leaves an answer that no other person can read, whatever is asked of the table", async () => {
    const wu: Actor = { kind: "account", id: "wu", grants: [] };
    const callersSeen = async (actor: Actor) => {
      const { rows } = await engine.db.transaction(actor, (tx) =>
        tx.query<{ caller: string }>(sql`
          select caller from store.idempotency where key = 'common' order by caller`),
      );
      return rows.map(({ caller }) => caller);
    };
    expect(await callersSeen(wu)).toEqual(["account:wu"]);
    expect(await callersSeen(anonymous)).toEqual(["anonymous"]);
    expect(await callersSeen(me)).toHaveLength(5);
    const taking = engine.db.transaction(wu, (tx) =>
      tx.query(
        sql`update store.idempotency set caller = 'account:lin' where caller = 'account:wu'`,
      ),
    );
    await expect(taking).rejects.toMatchObject({ state: "42501" });
  });

  test("may be sent again after a refusal or a failure", async () => {
    const failing = engine.db.transaction(me, (tx) =>
      answerOnce(tx, repeat("again"), async () => {
        throw new TypeError("broken");
      }),
    );
    await expect(failing).rejects.toThrow(TypeError);
    const refused = await engine.db.transaction(me, (tx) =>
      answerOnce(tx, repeat("again"), async () => refuse({ code: "closed" })),
    );
    expect(refused).toEqual(refuse({ code: "closed" }));
    expect(await create("again", [])).toEqual(accept({ id: "again-1" }));
  });

  test("runs every time without a key", async () => {
    let runs = 0;
    const work = async () => accept((runs += 1));
    await engine.db.transaction(me, (tx) => answerOnce(tx, undefined, work));
    await engine.db.transaction(me, (tx) => answerOnce(tx, undefined, work));
    expect(runs).toBe(2);
  });

  test("is known for two days, and then forgotten", async () => {
    for (const key of ["old", "young"]) await create(key, []);
    await engine.db.transaction(me, (tx) =>
      tx.query(sql`
        update store.idempotency
           set at = now() - case key when 'old' then interval '48 h 1 s' else interval '47 h' end
         where key in ('old', 'young')`),
    );
    expect(await engine.db.transaction(me, dropOldAnswers)).toBe(1);
    const made: string[] = [];
    await create("young", made);
    await create("old", made);
    expect(made).toEqual(["old"]);
  });
});
