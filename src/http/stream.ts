import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Actor } from "../base/actor.ts";
import { Problem, sendProblem, type ProblemDraft } from "./problem.ts";
import { shellProblem } from "./problems.ts";
import type { Answers } from "./health.ts";
import type { Routes } from "./server.ts";
import { openStream, type EventSource, type Stream, type StreamedEvent } from "./stream-open.ts";

export type { EventSource, StreamedEvent } from "./stream-open.ts";

export type StreamLimits = {
  /** Streams open at once on this node, in all and from one address. */
  readonly total: number;
  readonly perAddress: number;
  /** A comment now and then keeps proxies from closing a silent stream. */
  readonly heartbeatMs: number;
  /** Then the browser comes again, and who it is is asked anew. */
  readonly lifetimeMs: number;
};

export const usualStreamLimits: StreamLimits = {
  total: 500,
  perAddress: 8,
  heartbeatMs: 15_000,
  lifetimeMs: 300_000,
};

export type StreamOptions = {
  readonly source: EventSource;
  /** Refuses who may not hear events at all. */
  readonly admit: (request: FastifyRequest) => Promise<ProblemDraft | undefined>;
  /** Whether an actor may see an event. */
  readonly sees: (actor: Actor, event: StreamedEvent) => boolean;
  readonly limits?: StreamLimits;
};

const retrySeconds = 30;

const schema = {
  tags: ["events"],
  summary: "事件流（server-sent events） · The event stream",
  headers: Type.Object({
    "last-event-id": Type.Optional(Type.String({ pattern: "^[0-9]{1,15}$" })),
  }),
  produces: ["text/event-stream"],
  response: { 200: Type.String({ description: "id, event, data" }), "4xx": Problem },
};

/** GET /api/v1/events: what happens, as it happens, to whoever may see it. */
export function eventStream<Db extends Answers>(options: StreamOptions): Routes<Db> {
  const { admit, limits = usualStreamLimits } = options;
  const open = new Map<Stream, string>();
  const slow = { handlerTimeout: limits.lifetimeMs * 2, exposeHeadRoute: false };

  return async (app) => {
    app.addHook("preClose", async () => {
      for (const stream of open.keys()) stream.end();
    });
    app.get("/api/v1/events", { ...slow, schema }, async (request, reply) => {
      const refused = (await admit(request)) ?? overLimit(open, limits, request.ip);
      if (refused) return sendProblem(reply, refused);
      const stream = openStream({ ...options, limits, actor: request.actor }, startOf(request));
      open.set(stream, request.ip);
      stream.body.once("close", () => open.delete(stream));
      return answer(reply, stream);
    });
  };
}

function overLimit(
  open: ReadonlyMap<Stream, string>,
  { total, perAddress }: StreamLimits,
  address: string,
): ProblemDraft | undefined {
  const own = [...open.values()].filter((other) => other === address).length;
  if (open.size < total && own < perAddress) return undefined;
  const limit = own < perAddress ? total : perAddress;
  const refused = shellProblem({ code: "streams_taken", limit });
  return { ...refused, retryAfterSeconds: retrySeconds };
}

/** Where a browser that comes again had stopped; undefined for one that is new. */
function startOf({ headers }: FastifyRequest): number | undefined {
  const last = headers["last-event-id"];
  return typeof last === "string" ? Number(last) : undefined;
}

const answer = (reply: FastifyReply, { body }: Stream): FastifyReply =>
  reply
    .type("text/event-stream; charset=utf-8")
    .header("cache-control", "no-store")
    .header("x-accel-buffering", "no")
    .send(body);
