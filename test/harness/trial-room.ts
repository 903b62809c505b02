import { Type } from "typebox";
import { Fault } from "../../src/base/fault.ts";
import { Problem } from "../../src/http/contract.ts";
import { readIdempotencyKey } from "../../src/http/idempotency.ts";
import {
  createServer,
  type Routes,
  type Server,
  type ServerOptions,
} from "../../src/http/server.ts";

type Answers = { ready(): Promise<void> };

const Body = Type.Object(
  {
    name: Type.String({ minLength: 2 }),
    area: Type.Integer({ minimum: 1 }),
    use: Type.Union([Type.Literal("home"), Type.Literal("shop")]),
    note: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
const Word = Type.Object({ word: Type.String() });
const Echo = Type.Object({ q: Type.Optional(Type.String()) });
const echo = { schema: { params: Word, querystring: Echo } };
const Query = Type.Object({ limit: Type.Integer({ maximum: 100 }) });

/** A room that succeeds, refuses and fails in every way the shell has to answer. */
const room: Routes<Answers> = async (app) => {
  const answers = { "4xx": Problem, "5xx": Problem };
  app.post(
    "/t/things",
    { schema: { body: Body, response: { 201: Body, ...answers } } },
    async (request, reply) => reply.code(201).send(request.body),
  );
  app.get("/t/list", { schema: { querystring: Query } }, async (request) => ({
    limit: request.query.limit,
    locale: request.locale,
    actor: request.actor,
  }));
  app.get("/t/echo/:word", echo, async ({ params, query }) => ({ ...params, ...query }));
  app.get("/api/t/who", async ({ actor }) => ({ actor }));
  app.get("/t/bug", async () => {
    throw new Error("the secret is 42");
  });
  app.get("/t/fault", async () => {
    throw new Fault("disk_full", "disk", {
      say: { zh: "磁盘已满", en: "The disk is full" },
      retryAfterSeconds: 60,
    });
  });
  app.get("/t/liar", { schema: { response: { 200: Body } } }, async () => ({ name: "x" }) as never);
  app.get(
    "/t/slow",
    { handlerTimeout: 50 },
    async () => new Promise((resolve) => setTimeout(resolve, 400)),
  );
  app.get(
    "/t/later",
    async () => new Promise((resolve) => setTimeout(() => resolve({ done: true }), 300)),
  );
  app.post("/t/work", { config: { budget: "work" } }, async () => ({}));
  app.post("/t/once", { preHandler: readIdempotencyKey }, async (request) => ({
    key: request.idempotencyKey ?? null,
    repeat: request.repeatKey ?? null,
  }));
};

/** A server with that room alone. The caller closes it. */
export async function serveTrialRoom(
  options: Partial<ServerOptions<Answers>> = {},
): Promise<Server> {
  const db = { ready: async () => undefined };
  return createServer({ db, routes: [room], checkAnswers: true, ...options });
}
