import { beforeEach, describe, expect, test } from "vitest";
import { auditChain } from "../../src/people/index.ts";
import { system } from "../../src/store/actor.ts";
import { leafOf } from "../../src/store/chain/encoding.ts";
import { makeSealer } from "../../src/store/chain/sealer.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { addAuditRows, sealAll, verifyAudit } from "../harness/audit.ts";
import { emptyTables, onBothEngines } from "../harness/engines.ts";
import { holdTransaction } from "../harness/held.ts";

const me = system("test");

onBothEngines("a chain", (engine) => {
  beforeEach(() => emptyTables(engine.db));
  const run = (statement: Fragment) => engine.db.transaction(me, (tx) => tx.query(statement));

  /** What only a superuser can do: triggers are not asked. */
  const tamper = (...statements: Fragment[]) =>
    engine.db.transaction(me, async (tx) => {
      await tx.query(sql`set local session_replication_role = replica`);
      for (const statement of statements) await tx.query(statement);
    });
  const sealThree = async (): Promise<void> => {
    for (const count of [4, 1, 5]) {
      await addAuditRows(engine.db, count);
      expect(await sealAll(engine.db)).toBe(count);
    }
  };

  test("that nobody touched is sound, and rows that are not sealed yet are told", async () => {
    await sealThree();
    await addAuditRows(engine.db, 2);
    const verified = await verifyAudit(engine.db);
    expect(verified).toMatchObject({ seen: 12, sealed: 10, unsealed: 2, seals: 3 });
    expect(verified).toMatchObject({
      difference: null,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("of no rows is sound and has no head", async () => {
    expect(await verifyAudit(engine.db)).toMatchObject({ seen: 0, seals: 0, head: null });
  });

  test("of more rows than a seal holds gets several", async () => {
    await addAuditRows(engine.db, 2_300);
    expect(await sealAll(engine.db)).toBe(2_300);
    expect(await verifyAudit(engine.db)).toMatchObject({ sealed: 2_300, seals: 3 });
  });

  test.each<[string, Fragment[], object]>([
    [
      "one letter of a sealed row is changed",
      [sql`update people.audit set request_id = 'r-X' where id = 7`],
      { code: "row_changed", id: 7 },
    ],
    [
      "one figure inside a detail is changed",
      [sql`update people.audit set detail = jsonb_set(detail, '{nth}', '99') where id = 3`],
      { code: "row_changed", id: 3 },
    ],
    [
      "an empty value becomes an empty text",
      [sql`update people.audit set role = '' where id = 2`],
      { code: "row_changed", id: 2 },
    ],
    [
      "a sealed row is removed",
      [sql`delete from people.audit where id = 5`],
      { code: "row_missing", id: 5 },
    ],
    [
      "the last sealed row is removed",
      [sql`delete from people.audit where id = 10`],
      { code: "row_missing", id: 10 },
    ],
    [
      "another row is put in the place of a removed one",
      [
        sql`delete from people.audit where id = 4`,
        sql`insert into people.audit (id, actor_kind, act, resource_kind, request_id)
            overriding system value values (4, 'anonymous', 'read', 'evaluation', 'x')`,
      ],
      { code: "row_changed", id: 4 },
    ],
    [
      "a row is put before all others",
      [
        sql`insert into people.audit (id, actor_kind, act, resource_kind, request_id)
            overriding system value values (0, 'anonymous', 'read', 'evaluation', 'x')`,
      ],
      { code: "row_inserted", id: 0 },
    ],
    [
      "two rows change places",
      [
        sql`update people.audit as one set request_id = other.request_id, detail = other.detail
              from people.audit as other where (one.id, other.id) in ((6, 9), (9, 6))`,
      ],
      { code: "row_changed", id: 6 },
    ],
    [
      "the root of a seal is changed",
      [sql`update store.seal set root = repeat('0', 64) where number = 2`],
      { code: "seal_changed", number: 2 },
    ],
    [
      "the instant of the last seal is changed",
      [sql`update store.seal set at = at - interval '1 hour' where number = 3`],
      { code: "seal_changed", number: 3 },
    ],
    [
      "a row and its hash in the seal are changed",
      [
        sql`update people.audit set act = 'read' where id = 2`,
        sql`update store.seal set leaves = set_byte(leaves, 50, 0) where number = 1`,
      ],
      { code: "seal_changed", number: 1 },
    ],
    [
      "a seal is removed",
      [sql`delete from store.seal where number = 2`],
      { code: "seal_missing", number: 2 },
    ],
    [
      "two seals change places",
      [
        sql`update store.seal set number = 99 where number = 1`,
        sql`update store.seal set number = 1 where number = 2`,
        sql`update store.seal set number = 2 where number = 99`,
      ],
      { code: "seal_changed", number: 1 },
    ],
  ])("is named where %s", async (_name, statements, difference) => {
    await sealThree();
    await tamper(...statements);
    expect((await verifyAudit(engine.db)).difference).toEqual(difference);
  });

  test("names a row that was put into a gap which a rollback had left", async () => {
    await addAuditRows(engine.db, 1);
    const undone = engine.db.transaction(me, async (tx) => {
      await tx.query(sql`insert into people.audit (actor_kind, act, resource_kind, request_id)
        values ('anonymous', 'read', 'evaluation', 'undone')`);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await addAuditRows(engine.db, 1);
    await sealAll(engine.db);
    expect(await verifyAudit(engine.db)).toMatchObject({ sealed: 2, difference: null });
    await tamper(sql`insert into people.audit (id, actor_kind, act, resource_kind, request_id)
      overriding system value values (2, 'anonymous', 'read', 'evaluation', 'later')`);
    expect((await verifyAudit(engine.db)).difference).toEqual({ code: "row_inserted", id: 2 });
  });

  test.each([
    ["changes a seal", sql`update store.seal set root = repeat('0', 64)`],
    ["removes a seal", sql`delete from store.seal`],
    ["empties the seals", sql`truncate store.seal`],
    ["changes an audit row", sql`update people.audit set act = 'x'`],
    ["removes an audit row", sql`delete from people.audit`],
  ])("refuses a statement that %s, even to a superuser", async (_name, statement) => {
    await sealThree();
    await expect(run(statement)).rejects.toMatchObject({ name: "SqlError", state: "42501" });
    expect(await verifyAudit(engine.db)).toMatchObject({ sealed: 10, difference: null });
  });

  test("does not let a person read or write seals", async () => {
    const read = engine.db.transaction({ kind: "anonymous" }, (tx) =>
      tx.query(sql`select count(*) from store.seal`),
    );
    await expect(read).rejects.toMatchObject({ state: "42501" });
  });

  test("knows the columns that each seal was made with", async () => {
    await sealThree();
    const shorter = { ...auditChain, columns: auditChain.columns.slice(0, 8) };
    await addAuditRows(engine.db, 1);
    const sealer = makeSealer(engine.db, [shorter]);
    await sealer.sealNow();
    expect(await sealer.sealNow()).toBe(1);
    expect(await verifyAudit(engine.db)).toMatchObject({ sealed: 11, seals: 4, difference: null });
  });

  test("is sealed by one of two nodes at once, and has no row twice", async () => {
    const sealers = [1, 2].map(() => makeSealer(engine.db, [auditChain]));
    for (let round = 0; round < 5; round += 1) {
      await addAuditRows(engine.db, 3);
      for (let look = 0; look < 3; look += 1) {
        await Promise.all(sealers.map(({ sealNow }) => sealNow()));
      }
    }
    expect(await verifyAudit(engine.db)).toMatchObject({
      sealed: 15,
      unsealed: 0,
      difference: null,
    });
  });

  // PGlite runs one transaction at a time.
  if (engine.name === "pglite") return;

  test("does not seal past a row whose transaction commits later", async () => {
    const add = sql`insert into people.audit (actor_kind, act, resource_kind, request_id)
      values ('anonymous', 'read', 'evaluation', 'held')`;
    const held = await holdTransaction(engine.db);
    await held.run((tx) => tx.query(add));
    await addAuditRows(engine.db, 2);
    const sealer = makeSealer(engine.db, [auditChain]);
    for (const _look of [1, 2, 3]) expect(await sealer.sealNow()).toBe(0);
    await held.commit();
    expect((await sealer.sealNow()) + (await sealer.sealNow())).toBe(3);
    expect(await verifyAudit(engine.db)).toMatchObject({
      sealed: 3,
      unsealed: 0,
      difference: null,
    });
  });
});

describe("the leaf of a row", () => {
  test("is what the document of the encoding says", () => {
    const chain = { room: "r", table: "t", columns: ["id", "a", "b"] };
    const leaf = Buffer.from(leafOf(chain, { id: 258, values: ["258", "更新", null] }));
    // printf '11:zhibu row 1,1:r,1:t,2:id,3:258,1:a,6:更新,1:b,~' | sha256sum
    expect(leaf.toString("hex")).toBe(
      "0000000000000102" + "65a12bfa90e6ecb2af8307043540f20e6a439cb4e8ff56bb486266723f1f10f7",
    );
  });
});
