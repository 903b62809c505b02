import { existsSync } from "node:fs";
import { ServerResponse } from "node:http";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "./problem.ts";
import { shellProblem } from "./problems.ts";

/** Addresses of programs: an unknown one is a problem, never the application's page. */
const programs = /^\/(api|ogc|tiles|problems|healthz|readyz|metrics|assets)(\/|$)/;

/** Vite names these by their content: they never change. */
const hashed = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+(\.br|\.gz)?$/;

/** Serves the built web application; every page address of it gets its one HTML file. */
export async function serveWeb(app: FastifyInstance, web: string | undefined): Promise<void> {
  const there = web !== undefined && existsSync(join(web, "index.html"));
  if (there) {
    await app.register(fastifyStatic, {
      root: web,
      preCompressed: true,
      index: "index.html",
      cacheControl: false,
      setHeaders: (response, path) => {
        // A file may come after its deadline, when the request has been answered already.
        if (response instanceof ServerResponse && response.headersSent) return;
        const kept = hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
        response.setHeader("cache-control", kept);
      },
    });
  }
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (there && isPage(request)) void reply.sendFile("index.html");
    else answerUnknownRoute(request, reply);
  });
}

function isPage(request: FastifyRequest): boolean {
  const { method, url, headers } = request;
  const wantsPage = (headers.accept ?? "").includes("text/html");
  return (method === "GET" || method === "HEAD") && wantsPage && !programs.test(url);
}

function answerUnknownRoute(request: FastifyRequest, reply: FastifyReply): void {
  const path = (request.url.split("?", 1)[0] ?? "").slice(0, 200);
  sendProblem(reply, shellProblem({ code: "route_unknown", method: request.method, path }));
}
