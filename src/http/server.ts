import { randomUUID } from "node:crypto";
import type {
  FastifyPluginAsyncTypebox,
  TypeBoxTypeProvider,
} from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { anonymous, type Actor } from "../base/actor.ts";
import type { Locale } from "../base/message.ts";
import { answerBrokenHttp } from "./broken-http.ts";
import { serializerCompiler, validatorCompiler } from "./compilers.ts";
import { describeRoutes, serveDocuments } from "./documents.ts";
import { tagAnswers } from "./etag.ts";
import { answerFailure, bodyLimitMb } from "./failure.ts";
import { serveHealth, type Answers } from "./health.ts";
import type { RepeatKey } from "./idempotency.ts";
import { readJsonBodies } from "./json-body.ts";
import { localeOf } from "./locale.ts";
import { measureRequests } from "./metrics.ts";
import { guardHeaders, limitRates, usualLimits, type Limits } from "./security.ts";
import { serveWeb } from "./web-files.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** On whose behalf the request is made. */
    actor: Actor;
    /** The language to answer in. */
    locale: Locale;
    /** The client's Idempotency-Key, on routes that read it. */
    idempotencyKey: string | undefined;
    repeatKey: RepeatKey | undefined;
  }
}

/** A room's routes. They receive the database as their only option. */
export type Routes<Db extends Answers> = FastifyPluginAsyncTypebox<{ db: Db }>;

export type ServerOptions<Db extends Answers> = {
  readonly db: Db;
  readonly routes: readonly Routes<Db>[];
  /** The folder of the built web application. */
  readonly web?: string | undefined;
  /** The folder of the pages that explain problem codes. */
  readonly problemPages?: string | undefined;
  /** Where users reach the server; https turns strict transport security on. */
  readonly publicUrl?: string | undefined;
  readonly logger?: FastifyServerOptions["logger"];
  readonly clock?: (() => Date) | undefined;
  readonly limits?: Limits | undefined;
  /** Whether the server stands behind a proxy that states the caller's address. */
  readonly trustProxy?: boolean | undefined;
  /** Holds every answer against its route's contract: for tests. */
  readonly checkAnswers?: boolean | undefined;
};

export type Server = FastifyInstance;

/** Where nobody says otherwise, people reach the server on their own machine. */
const loopback = "http://127.0.0.1";

const requestTimeoutMs = 30_000;

/** Builds the server: guards and failure handling first, then the rooms' routes. */
export async function createServer<Db extends Answers>(
  options: ServerOptions<Db>,
): Promise<Server> {
  const { db, routes, web, problemPages, publicUrl = loopback } = options;
  const app = Fastify(fastifyOptions(options)).withTypeProvider<TypeBoxTypeProvider>();
  app.setErrorHandler(answerFailure);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler(options.checkAnswers ?? false));
  decorate(app);
  readJsonBodies(app);
  const registry = measureRequests(app);
  await guardHeaders(app, publicUrl);
  await limitRates(app, options.limits ?? usualLimits);
  tagAnswers(app);
  await describeRoutes(app, publicUrl);

  serveHealth(app, { db, registry, clock: options.clock ?? (() => new Date()) });
  for (const room of routes) await app.register(room, { db });
  serveDocuments(app, problemPages);
  await serveWeb(app, web);
  return app;
}

function fastifyOptions<Db extends Answers>({
  logger = false,
  trustProxy = false,
}: ServerOptions<Db>): FastifyServerOptions {
  return {
    logger,
    trustProxy,
    bodyLimit: bodyLimitMb * 1024 * 1024,
    requestTimeout: requestTimeoutMs,
    handlerTimeout: requestTimeoutMs,
    forceCloseConnections: "idle",
    clientErrorHandler: answerBrokenHttp,
    genReqId: () => randomUUID(),
    frameworkErrors: (cause, request, reply) => {
      request.locale = localeOf(request.headers["accept-language"]);
      answerFailure(cause, request, reply);
    },
  };
}

function decorate(app: FastifyInstance): void {
  app.decorateRequest("locale", "zh");
  app.decorateRequest("idempotencyKey", undefined);
  app.decorateRequest("repeatKey", undefined);
  app.decorateRequest("actor", { getter: () => anonymous });
  app.addHook("onRequest", async (request, reply) => {
    request.locale = localeOf(request.headers["accept-language"]);
    reply.header("x-request-id", request.id);
  });
}

/** Stops taking requests, lets those under way finish, and ends them when the time is over. */
export async function stopServer(app: Server, withinMs = 10_000): Promise<void> {
  const bound = setTimeout(() => app.server.closeAllConnections(), withinMs);
  // A connection that has just got its last answer is idle only now.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(bound);
    clearInterval(sweep);
  }
}
