import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Gauge as RoomGauge } from "../base/gauge.ts";
import { sendProblem } from "./problem.ts";
import { shellProblem } from "./problems.ts";

export type { Gauge } from "../base/gauge.ts";

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The four golden signals: latency and traffic, errors, and how full the process is. */
export function measureRequests(app: FastifyInstance, gauges: readonly RoomGauge[]): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const latency = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the request to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: seconds,
    registers: [registry],
  });
  const errors = new Counter({
    name: "http_errors_total",
    help: "Answers with a status of 500 and above",
    labelNames: ["route"],
    registers: [registry],
  });
  const underWay = new Gauge({
    name: "http_requests_in_flight",
    help: "Requests that are not answered yet",
    registers: [registry],
  });

  app.addHook("onRequest", async (_request, reply) => {
    underWay.inc();
    // "close" comes once, after an answer and after a caller who left.
    reply.raw.once("close", () => underWay.dec());
  });
  app.addHook("onResponse", async (request, reply) => {
    // The pattern, not the path: an id in a label would make a series for each row.
    const route = request.routeOptions.url ?? "(none)";
    const status = String(reply.statusCode);
    latency.observe({ method: request.method, route, status }, reply.elapsedTime / 1_000);
    if (reply.statusCode >= 500) errors.inc({ route });
  });
  for (const gauge of gauges) measureRoom(app, registry, gauge);
  return registry;
}

/** A room's figure. One that cannot be read is missing from the answer, and told in the log. */
function measureRoom(app: FastifyInstance, registry: Registry, { name, help, read }: RoomGauge) {
  const made = new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.reset();
      this.remove();
      try {
        const figure = await read();
        if (figure !== undefined) made.set(figure);
      } catch (cause) {
        app.log.warn({ err: cause, metric: name }, "a metric could not be read");
      }
    },
  });
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/**
 * A proxy on this machine speaks from loopback for people elsewhere: it says so in its headers,
 * and then only the token counts.
 */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  const isForwarded = "x-forwarded-for" in headers || "forwarded" in headers;
  return !isForwarded && loopback.test(raw.socket.remoteAddress ?? "");
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function showsToken(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return false;
  const shown = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(shown), digest(token));
}

/** The figures for a program that watches: to this machine, or to whoever shows the token. */
export function serveMetrics(
  app: FastifyInstance,
  { registry, token }: { registry: Registry; token: string | undefined },
): void {
  const options = { config: { rateLimit: false }, schema: { hide: true } } as const;
  app.get("/metrics", options, async (request, reply) => {
    if (!isLocal(request) && !showsToken(request, token)) {
      return sendProblem(reply, shellProblem({ code: "metrics_private" }));
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
