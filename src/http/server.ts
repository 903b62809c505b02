import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type {
  FastifyPluginAsyncTypebox,
  TypeBoxTypeProvider,
} from "@fastify/type-provider-typebox";
import Fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import { anonymous, type Actor } from "../base/actor.ts";
import type { Locale } from "../base/message.ts";
import { tellBroken } from "./attempts.ts";
import { answerBrokenHttp, refuseExpectations } from "./broken-http.ts";
import { serializerCompiler, validatorCompiler } from "./compilers.ts";
import { describeRoutes, serveDocuments } from "./documents.ts";
import { tagAnswers } from "./etag.ts";
import { answerFailure, bodyLimitMb, usualRetrySeconds } from "./failure.ts";
import { serveHealth, type Answers } from "./health.ts";
import type { RepeatKey } from "./idempotency.ts";
import { readJsonBodies } from "./json-body.ts";
import { localeOf } from "./locale.ts";
import { logAnswers, logController, logTo, type LogOptions } from "./log.ts";
import { measureRequests, serveMetrics, type Gauge } from "./metrics.ts";
import { sendProblem, type ProblemDraft } from "./problem.ts";
import { shellProblem } from "./problems.ts";
import { bareHeaders, guardHeaders, limitRates, usualLimits, type Limits } from "./security.ts";
import { tlsOptions, type ServerCertificate } from "./tls.ts";
import { serveWeb } from "./web-files.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** On whose behalf the request is made. */
    readonly actor: Actor;
    /** Whom the shell has identified; read it as `actor`. */
    knownActor: Actor | undefined;
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
  /** How much is logged, and where; nothing without it. */
  readonly log?: LogOptions | undefined;
  /** Figures of the rooms that are read whenever /metrics is. */
  readonly gauges?: readonly Gauge[] | undefined;
  /** Whoever shows it may read /metrics from elsewhere than this machine. */
  readonly metricsToken?: string | undefined;
  readonly clock?: (() => Date) | undefined;
  readonly limits?: Limits | undefined;
  /** Whether the server stands behind a proxy that states the caller's address. */
  readonly trustProxy?: boolean | undefined;
  /** Tells who asks; without it nobody is known. */
  readonly identify?: ((request: FastifyRequest) => Promise<Actor>) | undefined;
  /** Refuses a request of the API before its route is asked, once it is known who asks. */
  readonly guard?: ((request: FastifyRequest) => ProblemDraft | undefined) | undefined;
  /** The certificate by which the server speaks TLS itself; plain HTTP without it. */
  readonly tls?: ServerCertificate | undefined;
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
  refuseExpectations(app.server);
  app.setErrorHandler(answerFailure);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler(options.checkAnswers ?? false));
  decorate(app);
  refuseWhileStopping(app);
  readJsonBodies(app);
  const registry = measureRequests(app, options.gauges ?? []);
  logAnswers(app);
  await guardHeaders(app, publicUrl);
  await limitRates(app, options.limits ?? usualLimits);
  identifyCallers(app, options);
  tagAnswers(app);
  await describeRoutes(app, publicUrl);

  serveHealth(app, { db, clock: options.clock ?? (() => new Date()) });
  serveMetrics(app, { registry, token: options.metricsToken });
  for (const room of routes) await app.register(room, { db });
  serveDocuments(app, problemPages);
  await serveWeb(app, web);
  return app;
}

function fastifyOptions<Db extends Answers>({
  log,
  tls,
  trustProxy = false,
}: ServerOptions<Db>): FastifyServerOptions {
  return {
    ...(tls ? { https: tlsOptions(tls) } : {}),
    logger: log ? logTo(log) : false,
    logController,
    // One proxy is trusted, and what it saw: whatever stood in the header before is hearsay.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    // A tile's address may name many layers; what else stands in an address has limits of its own.
    routerOptions: { maxParamLength: 1_000 },
    bodyLimit: bodyLimitMb * 1024 * 1024,
    requestTimeout: requestTimeoutMs,
    handlerTimeout: requestTimeoutMs,
    forceCloseConnections: "idle",
    // Whoever still comes is refused by a hook, in our own form.
    return503OnClosing: false,
    clientErrorHandler: refuseBytes,
    genReqId: () => randomUUID(),
    frameworkErrors: (cause, request, reply) => {
      request.locale = localeOf(request.headers["accept-language"]);
      reply.headers({ ...bareHeaders, "x-request-id": request.id });
      answerFailure(cause, request, reply);
    },
  };
}

/** Tells of bytes that are no request, and answers them. */
function refuseBytes(this: FastifyInstance, cause: NodeJS.ErrnoException, socket: Socket): void {
  tellBroken(this.log, cause, socket);
  answerBrokenHttp(cause, socket);
}

function decorate(app: FastifyInstance): void {
  app.decorateRequest("locale", "zh");
  app.decorateRequest("idempotencyKey", undefined);
  app.decorateRequest("repeatKey", undefined);
  app.decorateRequest("knownActor", undefined);
  app.decorateRequest("actor", {
    getter(this: FastifyRequest): Actor {
      return this.knownActor ?? anonymous;
    },
  });
  app.addHook("onRequest", async (request, reply) => {
    request.locale = localeOf(request.headers["accept-language"]);
    reply.header("x-request-id", request.id);
  });
}

/** A request that comes on an open connection while the server stops: it may ask the next one. */
function refuseWhileStopping(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook("preClose", async () => {
    isStopping = true;
  });
  app.addHook("onRequest", async (_request, reply) => {
    if (!isStopping) return undefined;
    const draft = shellProblem({ code: "service_unavailable" });
    return sendProblem(reply, { ...draft, retryAfterSeconds: usualRetrySeconds });
  });
}

/**
 * Learns who asks after the address's budget is charged and before the body is judged. Only the
 * API acts on somebody's behalf: pages and files are the same for all.
 */
function identifyCallers<Db extends Answers>(
  app: FastifyInstance,
  { identify, guard }: ServerOptions<Db>,
): void {
  if (!identify) return;
  app.addHook("preValidation", async (request, reply) => {
    if (!request.url.startsWith("/api/")) return undefined;
    request.knownActor = await identify(request);
    const refused = guard?.(request);
    return refused && sendProblem(reply, refused);
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
