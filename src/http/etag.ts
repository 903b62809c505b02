import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";

/** Answers 304 to whoever has this JSON already. */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (request.method !== "GET" || reply.statusCode !== 200) return payload;
    if (typeof payload !== "string" || !isJson(reply.getHeader("content-type"))) return payload;

    const tag =
      reply.getHeader("etag") ?? `"${createHash("sha256").update(payload).digest("base64url")}"`;
    reply.header("etag", tag);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-cache");
    const held = (request.headers["if-none-match"] ?? "").split(/,\s*/);
    if (!held.includes(String(tag)) && !held.includes("*")) return payload;
    reply.code(304).removeHeader("content-length");
    return null;
  });
}

const isJson = (type: unknown): boolean => typeof type === "string" && /[/+]json/.test(type);
