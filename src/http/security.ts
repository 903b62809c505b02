import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { plainStyleHash } from "./page.ts";

export type Limits = {
  /** Requests a minute from one address. */
  readonly readsPerMinute: number;
  /** Requests a minute from one address to routes that compute or write (`budget: "work"`). */
  readonly workPerMinute: number;
  /** Tiles a minute to one address: a view has a dozen, and who pans turns many pages. */
  readonly tilesPerMinute?: number;
};

const usualTilesPerMinute = 6_000;

export const usualLimits: Limits = { readsPerMinute: 1_200, workPerMinute: 120 };

declare module "fastify" {
  interface FastifyContextConfig {
    /** "work" is what costs time or writes: fewer of them a minute. Of tiles there are more. */
    budget?: "work" | "tile";
  }
}

/**
 * Only what this server itself serves runs or loads in the browser; the map starts its worker from
 * a blob. Nothing stands inline but the one style of our plain pages, which is known by its hash.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", plainStyleHash],
    imgSrc: ["'self'", "data:", "blob:"],
    fontSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", "blob:"],
    objectSrc: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** What is answered before any hook has run: no page, and nothing in it that could act as one. */
export const bareHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none';frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/** Sets the headers that keep a browser safe; HTTPS is insisted on where the server has it. */
export async function guardHeaders(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: publicUrl.startsWith("https:"),
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
}

/** The error that the limiter throws; the shell's failure handler says it. */
class RateLimited extends Error {
  readonly code = "rate_limited";
  readonly statusCode = 429;
  readonly seconds: number;

  constructor(seconds: number) {
    super("too many requests");
    this.seconds = seconds;
  }
}

type Budget = "work" | "read" | "tile";

const budgetOf = (request: FastifyRequest): Budget => request.routeOptions.config.budget ?? "read";

function boundOf(budget: Budget, limits: Limits): number {
  if (budget === "tile") return limits.tilesPerMinute ?? usualTilesPerMinute;
  return budget === "work" ? limits.workPerMinute : limits.readsPerMinute;
}

/** Bounds what one address may ask a minute. */
export async function limitRates(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: "1 minute",
    max: (request) => boundOf(budgetOf(request), limits),
    keyGenerator: (request) => `${budgetOf(request)} ${request.ip}`,
    errorResponseBuilder: (_request, { ttl }) => new RateLimited(Math.ceil(ttl / 1_000)),
  });
}
