import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer, type Server } from "./server.ts";
import { serveWeb } from "./web-files.ts";

describe("the web application", () => {
  const web = mkdtempSync(join(tmpdir(), "zhibu-web-"));
  let app: Server;

  beforeAll(async () => {
    mkdirSync(join(web, "assets"));
    writeFileSync(join(web, "index.html"), "<!doctype html><title>织补</title>");
    writeFileSync(join(web, "assets", "app-1a2b3c4d.js"), "let plain;");
    writeFileSync(join(web, "assets", "app-1a2b3c4d.js.gz"), gzipSync("let plain;"));
    app = await createServer({ db: { ready: async () => undefined }, routes: [], web });
  });
  afterAll(async () => {
    await app.close();
    rmSync(web, { recursive: true });
  });

  const browse = (url: string) => app.inject({ url, headers: { accept: "text/html,*/*" } });

  test.each(["/", "/map", "/report/abc?x=1"])("answers %s with its one page", async (url) => {
    const answer = await browse(url);
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "no-cache"]);
    expect(answer.body).toContain("织补");
  });

  test.each(["/api/v1/none", "/assets/none-00000000.js", "/problems/none"])(
    "answers %s with a problem even to a browser",
    async (url) => {
      const answer = await browse(url);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        404,
        "route_unknown",
      ]);
    },
  );

  test("lets files named by their content be kept for ever", async () => {
    const answer = await app.inject("/assets/app-1a2b3c4d.js");
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("sends what is compressed already to whoever reads it", async () => {
    const headers = { "accept-encoding": "gzip" };
    const answer = await app.inject({ url: "/assets/app-1a2b3c4d.js", headers });
    expect(answer.headers["content-encoding"]).toBe("gzip");
  });

  test.each(["/../package.json", "/..%2f..%2fetc/passwd", "/assets/%2e%2e/%2e%2e/package.json"])(
    "gives nothing outside its folder for %s",
    async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain("dependencies");
    },
  );

  test("goes on where a file comes after its request has timed out", async () => {
    const busy = Fastify({ handlerTimeout: 50 });
    busy.decorate("rateLimit", () => async () => undefined);
    busy.addHook("onRequest", async ({ headers }) => {
      // Nothing else is done meanwhile: the deadline is over before the file is found.
      if (headers["x-late"]) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    });
    await serveWeb(busy as never, web);
    const url = "/assets/app-1a2b3c4d.js";
    expect((await busy.inject({ url, headers: { "x-late": "yes" } })).statusCode).toBe(503);
    expect((await busy.inject(url)).body).toBe("let plain;");
    await busy.close();
  });
});
