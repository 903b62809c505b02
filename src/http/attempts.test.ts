import { connect, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import { problem } from "./problem.ts";
import type { Server, ServerOptions } from "./server.ts";

const opened: Server[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

type Line = { event?: string; msg: string } & Record<string, unknown>;

async function serve(more: Partial<ServerOptions<{ ready(): Promise<void> }>> = {}) {
  const lines: Line[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  const app = await serveTrialRoom({ log: { level: "warn", stream }, ...more });
  opened.push(app);
  return { app, lines };
}

describe("an attempt to get around what guards us", () => {
  test("by a form that does not fit is told with its places, and never with what stood there", async () => {
    const { app, lines } = await serve();
    const secret = "hush-4713";
    const answer = await app.inject({
      ...{ method: "POST", url: "/t/things", remoteAddress: "10.0.0.7" },
      payload: { name: secret, area: secret, use: secret, more: secret },
    });
    expect(lines).toMatchObject([
      {
        ...{ level: "warn", event: "input_refused", problem: "request_invalid" },
        ...{ from: "10.0.0.7", actor: "anonymous", method: "POST", route: "/t/things" },
        ...{ requestId: answer.headers["x-request-id"], places: expect.any(Array) },
      },
    ]);
    expect(lines[0]?.["places"]).toContain("#/area");
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  test.each([
    ["a body that is no JSON", { payload: "{", headers: { "content-type": "application/json" } }],
    ["another kind of body", { payload: "<a/>", headers: { "content-type": "application/xml" } }],
  ])("by %s is told", async (_, sent) => {
    const { app, lines } = await serve();
    await app.inject({ method: "POST", url: "/t/things", ...sent });
    expect(lines).toMatchObject([{ event: "input_refused" }]);
  });

  test("by an address that is no text is told, though it reaches no route", async () => {
    const { app, lines } = await serve();
    await app.inject("/%ff%fe");
    expect(lines).toMatchObject([{ event: "input_refused", route: "(none)" }]);
  });

  test("by bytes that are no HTTP is told with where they came from", async () => {
    const { app, lines } = await serve();
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    await new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () =>
        socket.write("\u0016\u0003\u0001 hello\r\n\r\n"),
      );
      socket.once("close", resolve).once("error", reject).resume();
    });
    expect(lines).toMatchObject([{ event: "input_refused", from: "127.0.0.1" }]);
  });

  test("by asking more than the budget is told once for each address, however long it goes on", async () => {
    const { app, lines } = await serve({ limits: { readsPerMinute: 1, workPerMinute: 1 } });
    for (const remoteAddress of ["10.0.0.8", "10.0.0.9"]) {
      for (let asked = 0; asked < 5; asked += 1) {
        await app.inject({ url: "/t/list?limit=1", remoteAddress });
      }
    }
    expect(lines).toMatchObject([
      { event: "budget_spent", from: "10.0.0.8" },
      { event: "budget_spent", from: "10.0.0.9" },
    ]);
  });

  test("from another site's page is told", async () => {
    const words = { zh: { request_forged: "不" }, en: { request_forged: "no" } };
    const guard = () => problem(403, { code: "request_forged" } as const, words);
    const identify = async () => ({ kind: "account", id: "lin", grants: [] }) as const;
    const { app, lines } = await serve({ identify, guard });
    await app.inject("/api/t/who");
    expect(lines).toMatchObject([{ event: "origin_refused", actor: "account:lin" }]);
  });

  test("at the figures of the process is told", async () => {
    const { app, lines } = await serve();
    await app.inject({ url: "/metrics", remoteAddress: "10.0.0.7" });
    expect(lines).toMatchObject([{ event: "figures_refused", from: "10.0.0.7" }]);
  });

  test("is not seen in what anybody may mistype: an unknown page", async () => {
    const { app, lines } = await serve();
    await app.inject("/nowhere");
    expect(lines).toEqual([]);
  });
});
