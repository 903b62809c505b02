import { connect, type AddressInfo } from "node:net";
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

  test("bytes that are no HTTP get a problem too", async () => {
    const { url } = await listen();
    const text = await new Promise<string>((resolve, reject) => {
      let said = "";
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () =>
        socket.write("HELLO\r\n\r\n"),
      );
      socket.on("data", (chunk) => (said += chunk.toString()));
      socket.on("end", () => resolve(said));
      socket.on("error", reject);
    });
    expect(text).toContain("400 Bad request");
    expect(text).toContain("request_malformed");
  });

  test("a request under way finishes when the server stops", async () => {
    const { url, app } = await listen();
    const answer = fetch(`${url}/t/later`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await stopServer(app);
    expect(await (await answer).json()).toEqual({ done: true });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
