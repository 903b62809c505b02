import type { FastifyInstance } from "fastify";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The four golden signals: latency and traffic, errors, and how full the process is. */
export function measureRequests(app: FastifyInstance): Registry {
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
  return registry;
}
