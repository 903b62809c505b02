import { connect, type AddressInfo } from "node:net";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { Server } from "./server.ts";

const opened: Server[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

const serve = async (...given: Parameters<typeof serveTrialRoom>): Promise<Server> => {
  const app = await serveTrialRoom(...given);
  opened.push(app);
  return app;
};

describe("every answer", () => {
  test.each(["/t/list?limit=1", "/api/t/who", "/t/bug", "/nowhere", "/%ff%fe", "/api", "/healthz"])(
    "tells a browser what it may not do: %s",
    async (url) => {
      const { headers } = await (await serve()).inject(url);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-request-id"]).toBeTruthy();
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    },
  );

  test("forbids what stands inline, and every base but the page's own", async () => {
    const { headers } = await (await serve()).inject("/healthz");
    const policy = String(headers["content-security-policy"]);
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  test("insists on https for a year and on every subdomain where the server has it", async () => {
    const https = await (await serve({ publicUrl: "https://city.example" })).inject("/healthz");
    const insisted = String(https.headers["strict-transport-security"]);
    expect(Number(/max-age=(\d+)/.exec(insisted)?.[1])).toBeGreaterThanOrEqual(31_536_000);
    expect(insisted).toContain("includeSubDomains");
    const plain = await (await serve()).inject("/healthz");
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
  });

  test("is a text of one kind in one encoding", async () => {
    const app = await serve();
    for (const url of ["/api", "/api/openapi.json", "/nowhere", "/healthz"]) {
      const { headers } = await app.inject(url);
      expect(`${url} ${headers["content-type"]}`).toContain("charset=utf-8");
    }
  });
});

describe("the caller's address", () => {
  const limits = { readsPerMinute: 2, workPerMinute: 2 };
  const ask = (app: Server, forwarded: string) =>
    app.inject({ url: "/t/list?limit=1", headers: { "x-forwarded-for": forwarded } });

  test("is what the trusted proxy saw, not what a caller writes before it", async () => {
    const app = await serve({ limits, trustProxy: true });
    const statuses = [];
    for (const claimed of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      statuses.push((await ask(app, `${claimed}, 10.0.0.9`)).statusCode);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask(app, "1.1.1.1, 10.0.0.10")).statusCode).toBe(200);
  });

  test("is the connection's where no proxy is trusted", async () => {
    const app = await serve({ limits });
    const statuses = [];
    for (const claimed of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      statuses.push((await ask(app, claimed)).statusCode);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});

/** What a caller reads who writes these bytes. */
async function say(app: Server, bytes: string): Promise<string> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => (said += chunk.toString()));
    socket.on("close", () => resolve(said));
    socket.on("error", reject);
  });
}

describe("a request of two lengths", () => {
  test.each([
    ["both ways of telling a length", "content-length: 4\r\ntransfer-encoding: chunked"],
    ["two lengths", "content-length: 4\r\ncontent-length: 5"],
    ["a header over two lines", "x-one: a\r\n b: c\rd"],
  ])("is refused and its connection closed: %s", async (_, headers) => {
    const app = await serve();
    await app.listen({ host: "127.0.0.1", port: 0 });
    const said = await say(app, `POST /t/work HTTP/1.1\r\nhost: a\r\n${headers}\r\n\r\n0\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(said).toContain("x-content-type-options: nosniff");
  });
});

describe("files beside the application", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-files-"));
  const web = join(folder, "web");
  beforeAll(() => {
    mkdirSync(join(web, "assets"), { recursive: true });
    mkdirSync(join(folder, "problems"));
    writeFileSync(join(folder, "secret.md"), "out of reach: kestrel");
    writeFileSync(join(web, "index.html"), "<!doctype html><title>织补</title>");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ...["/../secret.md", "/assets/../../secret.md", "/assets/%2e%2e/%2e%2e/secret.md"],
    ...["/assets/..%2f..%2fsecret.md", "/assets/..%5c..%5csecret.md", "/..;/secret.md"],
    ...["/problems/..%2fsecret", "/problems/%2e%2e%2fsecret", "/problems/..%00", "//secret.md"],
    ...["/assets", "/assets/", "/.git/config"],
  ])("are out of reach, and no folder is listed: %s", async (url) => {
    const app = await serve({ web, problemPages: join(folder, "problems") });
    const answer = await app.inject(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toContain("kestrel");
  });
});

describe("a method that nobody needs", () => {
  test.each(["TRACE", "PROPFIND", "COPY", "PATCH"])("is not answered: %s", async (method) => {
    const answer = await (await serve()).inject({ method: method as "TRACE", url: "/healthz" });
    expect(answer.statusCode).toBe(404);
  });
});
