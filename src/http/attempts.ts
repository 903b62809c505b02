import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import { anonymous } from "../base/actor.ts";
import { actorWord } from "./actor-word.ts";

/** What somebody tried to get around, as docs/logs.md names it. */
export type AttemptEvent = "input_refused" | "budget_spent" | "origin_refused" | "figures_refused";

/** A refusal, as far as it is told: its code, and where the form was wrong. */
type Refused = { readonly code: string; readonly errors?: readonly { readonly pointer: string }[] };

/** The refusals behind which an attempt may stand; what a right refuses is in the audit trail. */
const events: Readonly<Record<string, AttemptEvent>> = {
  request_invalid: "input_refused",
  request_malformed: "input_refused",
  json_invalid: "input_refused",
  json_too_deep: "input_refused",
  body_empty: "input_refused",
  body_too_large: "input_refused",
  content_type_unsupported: "input_refused",
  idempotency_key_invalid: "input_refused",
  rate_limited: "budget_spent",
  streams_taken: "budget_spent",
  request_forged: "origin_refused",
  metrics_private: "figures_refused",
};

const windowMs = 60_000;
const mostKept = 10_000;

/** Of whom it was told lately that their budget is spent: who floods us must not flood the log. */
type Told = { since: number; readonly addresses: Set<string> };
const told = new WeakMap<Server, Told>();

function isNews(server: Server, address: string, now: number): boolean {
  const held = told.get(server) ?? { since: now, addresses: new Set<string>() };
  told.set(server, held);
  if (now - held.since > windowMs || held.addresses.size >= mostKept) {
    held.addresses.clear();
    held.since = now;
  }
  if (held.addresses.has(address)) return false;
  held.addresses.add(address);
  return true;
}

/**
 * Writes down that a request was refused behind which an attempt may stand: from where, by whom,
 * and at which places of the form, never what stood there. A spent budget is told once a minute.
 */
export function tellAttempt(request: FastifyRequest, { code, errors }: Refused): void {
  const event = events[code];
  if (event === undefined) return;
  const isFlood = event === "budget_spent";
  if (isFlood && !isNews(request.server.server, request.ip, performance.now())) return;
  // What Fastify itself refuses reaches no route, and has not got all of its parts.
  const { actor = anonymous, routeOptions } = request as Partial<FastifyRequest>;
  const line = {
    ...{ event, problem: code, from: request.ip, actor: actorWord(actor) },
    ...{ method: request.method, route: routeOptions?.url ?? "(none)" },
    ...(errors ? { places: errors.slice(0, 20).map(({ pointer }) => pointer) } : {}),
  };
  request.log.warn(line, "attempt refused");
}

/** The same for bytes that are no HTTP, which never become a request. */
export function tellBroken(
  log: Pick<FastifyBaseLogger, "warn">,
  cause: NodeJS.ErrnoException,
  { remoteAddress: from }: Socket,
): void {
  if (cause.code === "ECONNRESET") return;
  const line = { event: "input_refused", problem: "request_malformed", from, fault: cause.code };
  log.warn(line, "attempt refused");
}
