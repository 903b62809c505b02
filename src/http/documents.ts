import { readFile } from "node:fs/promises";
import { join } from "node:path";
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { Problem } from "./contract.ts";
import { escapeHtml, page, renderMarkdown } from "./page.ts";
import { sendProblem } from "./problem.ts";
import { shellProblem } from "./problems.ts";

/** Collects the routes registered after it into an OpenAPI 3.1 document. */
export async function describeRoutes(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "织补 Zhibu",
        version: "1",
        description: "城市更新信息系统 · The information system of a city that renews itself",
      },
      servers: [{ url: publicUrl }],
    },
  });
}

type Operation = { summary?: string; tags?: string[] };
type Described = { paths?: Record<string, Record<string, Operation>> };

/** The document for programs, a plain list for people, and a page for each problem code. */
export function serveDocuments(app: FastifyInstance, problemPages: string | undefined): void {
  const schema = { hide: true };
  app.get("/api/openapi.json", { schema }, async () => app.swagger());
  app.get("/api", { schema }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(listRoutes(app.swagger() as Described)),
  );

  const params = Type.Object({ code: Type.String({ pattern: "^[a-z][a-z0-9_]{0,63}$" }) });
  const options = { schema: { hide: true, params, response: { "4xx": Problem } } };
  app.get<{ Params: { code: string } }>("/problems/:code", options, async (request, reply) => {
    const { code } = request.params;
    const markdown = problemPages && (await readPage(join(problemPages, `${code}.md`)));
    if (!markdown) {
      const unknown = { code: "route_unknown", method: "GET", path: request.url } as const;
      return sendProblem(reply, shellProblem(unknown));
    }
    return reply.type("text/html; charset=utf-8").send(page(code, renderMarkdown(markdown)));
  });
}

async function readPage(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}

function listRoutes({ paths }: Described): string {
  const rows = Object.entries(paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { summary }]) =>
        `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeHtml(path)}</code>` +
        `</td><td>${escapeHtml(summary ?? "")}</td></tr>`,
    ),
  );
  const intro =
    `<h1>织补 Zhibu · API</h1><p><a href="/api/openapi.json">OpenAPI 3.1</a> · ` +
    `RFC 9457 problem+json · Accept-Language: zh, en</p>`;
  return page("Zhibu API", `${intro}<table>${rows.join("")}</table>`);
}
