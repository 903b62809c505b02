import type { FastifyRequest } from "fastify";
import type { Actor } from "../base/actor.ts";

/** Who asks, and the request by which the log and the audit trail know it. */
export const callerOf = (request: FastifyRequest): { actor: Actor; requestId: string } => ({
  actor: request.actor,
  requestId: request.id,
});
