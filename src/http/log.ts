import {
  LogController,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import { redact, redacted, redactText } from "../base/redact.ts";
import { actorWord } from "./actor-word.ts";

/** How much is told, from nothing but the end of the program to every step. */
export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where lines go: a stream, or anything else that takes a text. */
export type LogStream = { write(line: string): void };

export type LogOptions = { readonly level: LogLevel; readonly stream?: LogStream };

type Fields = Record<string, unknown>;

/** What a child logger is bound to is written before our own reading of fields: by these names. */
const boundNames = ["authorization", "cookie", "password", "secret", "token", "code", "key"];

/** What is logged has been made plain: the library's own readers would add to it again. */
const asIs = <Plain>(value: unknown): Plain => value as Plain;

/** One JSON object a line, without secrets: fields by their names, texts by their form. */
export function logTo({ level, stream }: LogOptions): NonNullable<FastifyServerOptions["logger"]> {
  const fields = (given: Fields): Fields => redact(given) as Fields;
  return {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), bindings: fields, log: fields },
    redact: { paths: boundNames, censor: redacted },
    serializers: { err: asIs, req: asIs, res: asIs, msg: redactText },
    ...(stream ? { stream } : {}),
  };
}

/** Requests are told by our own line at their end, under this name of their number. */
export const logController = new LogController({
  disableRequestLogging: true,
  requestIdLogLabel: "requestId",
});

/** The pattern of the route, never the address: an address may itself be what opens a report. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? "(none)";

/** One line for each answer, and none with a body. Probes are told at debug only. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: actorWord(request.actor),
    };
    const isProbe = request.routeOptions.config?.rateLimit === false;
    if (isProbe) request.log.debug(line, "answered");
    else request.log.info(line, "answered");
  });
}
