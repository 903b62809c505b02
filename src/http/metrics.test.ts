import { afterEach, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { Problem } from "./contract.ts";
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

const far = "192.0.2.7";
const metrics = (more: object) => ({ url: "/metrics", ...more }) as const;

describe("metrics", () => {
  test.each([
    ["another machine", { remoteAddress: far }],
    ["a proxy on this one", { headers: { "x-forwarded-for": far } }],
    ["a caller with another token", { remoteAddress: far, headers: { authorization: "Bearer x" } }],
  ])("are not for %s", async (_, more) => {
    const app = await serve({ metricsToken: "right" });
    const answer = await app.inject(metrics(more));
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, "metrics_private"]);
  });

  test("are for whoever shows the token", async () => {
    const app = await serve({ metricsToken: "right" });
    const headers = { authorization: "Bearer right" };
    const answer = await app.inject(metrics({ remoteAddress: far, headers }));
    expect([answer.statusCode, answer.body.includes("http_requests_in_flight")]).toEqual([
      200,
      true,
    ]);
  });

  test("are for nobody elsewhere where no token is set", async () => {
    const headers = { authorization: "Bearer undefined" };
    const answer = await (await serve()).inject(metrics({ remoteAddress: far, headers }));
    expect(answer.statusCode).toBe(403);
  });

  test("show what rooms register, read anew each time, and leave out what is not known", async () => {
    let waiting: number | undefined = 3;
    const gauge = { name: "room_rows_waiting", help: "Rows", read: () => waiting };
    const app = await serve({ gauges: [gauge] });
    expect((await app.inject("/metrics")).body).toContain("room_rows_waiting 3\n");
    waiting = undefined;
    expect((await app.inject("/metrics")).body).not.toMatch(/^room_rows_waiting /m);
  });

  test("are told without the one that cannot be read, and the log says which", async () => {
    const lines: string[] = [];
    const broken = {
      name: "room_broken",
      help: "Never",
      read: () => Promise.reject(new Error("gone")),
    };
    const stream = { write: (line: string) => void lines.push(line) };
    const app = await serve({ gauges: [broken], log: { level: "warn", stream } });
    expect((await app.inject("/metrics")).statusCode).toBe(200);
    expect(lines.join("")).toContain('"metric":"room_broken"');
  });
});
