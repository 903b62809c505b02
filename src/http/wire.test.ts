import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { Problem } from "./contract.ts";
import { stopServer, type Server } from "./server.ts";

const opened: Server[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

const serve = async (...given: Parameters<typeof serveTrialRoom>): Promise<Server> => {
  const app = await serveTrialRoom(...given);
  opened.push(app);
  return app;
};

/** Sends bytes as they are, and reads until the server ends the connection. */
function talk(url: string, sent: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(sent));
  return text(socket);
}

function problemOf(said: string): { head: string; problem: Problem } {
  const [head = "", body = ""] = said.split("\r\n\r\n");
  return { head, problem: JSON.parse(body) as Problem };
}

describe("on the wire", () => {
  const listen = async (): Promise<{ url: string; app: Server }> => {
    const app = await serve();
    await app.listen({ host: "127.0.0.1", port: 0 });
    return { app, url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` };
  };

  test("a body of 50 MB gets a clear sentence", async () => {
    const { url } = await listen();
    const answer = await fetch(`${url}/t/things`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "x".repeat(50 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
    expect(((await answer.json()) as Problem).code).toBe("body_too_large");
  });

  const bare = [
    ["bytes that are no HTTP", "HELLO\r\n\r\n", "400 request_malformed"],
    [
      "headers that are too large",
      `GET / HTTP/1.1\r\nhost: a\r\ncookie: ${"x".repeat(20_000)}\r\n\r\n`,
      "431 headers_too_large",
    ],
    [
      "an expectation that nobody can meet",
      "GET /t/list?limit=1 HTTP/1.1\r\nhost: a\r\nexpect: a miracle\r\n\r\n",
      "417 expectation_unsupported",
    ],
  ] as const;

  test.each(bare)("%s: a problem with its number and the headers of all", async (_, sent, told) => {
    const { url } = await listen();
    const { head, problem } = problemOf(await talk(url, sent));
    expect(`${problem.status} ${problem.code}`).toBe(told);
    expect(head).toContain(`HTTP/1.1 ${problem.status}`);
    expect(head).toContain("content-type: application/problem+json");
    expect(head).toContain("content-security-policy: default-src 'none'");
    expect(head).toContain("x-content-type-options: nosniff");
    expect(head).toContain(`x-request-id: ${problem.requestId}`);
    expect(problem.message.zh).not.toBe(problem.message.en);
  });

  test("an expectation is refused in the language of whoever asks, with the address", async () => {
    const { url } = await listen();
    const asked = "host: a\r\naccept-language: en\r\nexpect: a miracle\r\n\r\n";
    const said = await talk(url, `GET /t/list?limit=1 HTTP/1.1\r\n${asked}`);
    const { problem } = problemOf(said);
    expect(problem.detail).toBe(problem.message.en);
    expect(problem.instance).toBe("/t/list");
  });

  test("a body that waits for leave to come is let come", async () => {
    const { url } = await listen();
    const body = JSON.stringify({ name: "old house", area: 3, use: "home" });
    const head = "POST /t/things HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
    const more = `content-length: ${body.length}\r\nexpect: 100-continue\r\nconnection: close`;
    const said = await talk(url, `${head}${more}\r\n\r\n${body}`);
    expect(said).toContain("HTTP/1.1 100 Continue");
    expect(said).toContain("HTTP/1.1 201 Created");
  });

  test("a request under way finishes when the server stops", async () => {
    const { url, app } = await listen();
    const came = once(app.server, "request");
    const answer = fetch(`${url}/t/later`);
    await came;
    await stopServer(app);
    expect(await (await answer).json()).toEqual({ done: true });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test("a request that comes meanwhile is told when to come again", async () => {
    const { url, app } = await listen();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const said = text(socket);
    const came = once(app.server, "request");
    socket.write("GET /t/later HTTP/1.1\r\nhost: a\r\n\r\n");
    await came;
    const stopped = stopServer(app);
    socket.write("GET /t/list?limit=1 HTTP/1.1\r\nhost: a\r\n\r\n");
    await stopped;
    const [, second = ""] = (await said).split(/(?=HTTP\/1\.1)/);
    expect(second).toContain("HTTP/1.1 503");
    expect(second).toContain("application/problem+json");
    expect(second).toContain("service_unavailable");
    expect(second).toContain("retry-after: 10");
  });
});
