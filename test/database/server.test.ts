import { Type } from "typebox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accept } from "../../src/base/decision.ts";
import { readIdempotencyKey } from "../../src/http/idempotency.ts";
import { Problem, problem, sendProblem } from "../../src/http/problem.ts";
import { shellProblem } from "../../src/http/problems.ts";
import { createServer, type Routes, type Server } from "../../src/http/server.ts";
import type { Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { answerOnce } from "../../src/store/idempotency.ts";
import { sql } from "../../src/store/sql.ts";
import { onBothEngines } from "../harness/engines.ts";

const Thing = Type.Object({ subject: Type.String({ minLength: 1 }) });
const Made = Type.Object({ id: Type.String() });

/** A room as rooms are: it reads, calls a use case in one transaction, and answers. */
const room: Routes<Db> = async (app, { db }) => {
  const schema = { body: Thing, response: { 201: Made, "4xx": Problem } };
  app.post("/t/things", { schema, preHandler: readIdempotencyKey }, async (request, reply) => {
    const { subject } = request.body;
    const decision = await db.transaction(request.actor, (tx) =>
      answerOnce(tx, request.repeatKey, async () => {
        await appendEvent(tx, { room: "t", kind: "made", subject });
        return accept({ id: subject });
      }),
    );
    if (!decision.ok) return sendProblem(reply, shellProblem(decision.refusal));
    return reply.code(201).send(decision.value);
  });
  app.get("/t/endless", async (request) =>
    db.transaction(request.actor, (tx) => tx.query(sql`select pg_sleep(60)`), { timeoutMs: 200 }),
  );
  app.get("/t/nested", async (request) =>
    db.transaction(request.actor, async () => db.transaction(request.actor, async () => "x")),
  );
  app.get("/t/refused", async (_request, reply) => {
    const sentences = { short: ({ by }: { by: number }) => `${by}` };
    return sendProblem(
      reply,
      problem(409, { code: "short", by: 3 }, { zh: sentences, en: sentences }),
    );
  });
};

onBothEngines("the server", (engine) => {
  let app: Server;
  beforeAll(async () => {
    app = await createServer({ db: engine.db, routes: [room], checkAnswers: true });
  });
  afterAll(() => app.close());

  const make = (key: string, payload: object) =>
    app.inject({ method: "POST", url: "/t/things", payload, headers: { "idempotency-key": key } });

  const count = async (subject: string): Promise<number> => {
    const { rows } = await engine.db.transaction({ kind: "anonymous" }, (tx) =>
      tx.query<{ count: number }>(sql`select count(*) from store.event where subject = ${subject}`),
    );
    return rows[0]?.count ?? -1;
  };

  test("is ready when its database answers", async () => {
    expect((await app.inject("/readyz")).json()).toMatchObject({ status: "ok" });
  });

  test("creates once for a key, and gives the first answer again", async () => {
    const [first, again] = [await make("a", { subject: "s1" }), await make("a", { subject: "s1" })];
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, { id: "s1" }]);
    expect(await count("s1")).toBe(1);
    const other = await make("a", { subject: "s2" });
    expect([other.statusCode, other.json<Problem>().code]).toEqual([422, "idempotency_key_reused"]);
    expect(await count("s2")).toBe(0);
  });

  test("writes nothing for a body that breaks the contract", async () => {
    expect((await make("b", { subject: "" })).statusCode).toBe(400);
    expect(await count("")).toBe(0);
  });

  test("answers 409 with the figures of a refusal", async () => {
    const answer = await app.inject("/t/refused");
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ detail: "3", refusal: { code: "short", by: 3 } });
  });

  test("answers a nested transaction as a bug of ours, at once", async () => {
    const answer = await app.inject("/t/nested");
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([500, "internal_error"]);
    expect(answer.body).not.toContain("pass its tx on");
  });

  // The embedded database of these tests lives in memory: ending its thread would empty it.
  if (engine.name === "pglite") return;

  test("answers 503 when a statement takes too long", async () => {
    const answer = await app.inject("/t/endless");
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([503, "database_timeout"]);
    expect(answer.headers["retry-after"]).toBe("5");
  });
});
