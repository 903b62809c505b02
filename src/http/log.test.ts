import { afterEach, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { LogLevel } from "./log.ts";
import type { Server } from "./server.ts";

const opened: Server[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

type Line = { requestId?: string; route?: string; status?: number; level: string; msg: string };

async function serve(level: LogLevel): Promise<{ app: Server; text: () => string }> {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const app = await serveTrialRoom({ log: { level, stream } });
  opened.push(app);
  return { app, text: () => lines.join("") };
}

const linesOf = (text: string): Line[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

describe("the log", () => {
  test("has one line of JSON for each answer, with the request's number and no address", async () => {
    const { app, text } = await serve("info");
    const answer = await app.inject("/t/list?limit=7");
    expect(linesOf(text())).toMatchObject([
      {
        level: "info",
        requestId: answer.headers["x-request-id"],
        route: "/t/list",
        method: "GET",
        status: 200,
        actor: "anonymous",
        msg: "answered",
      },
    ]);
    expect(text()).not.toContain("limit=7");
  });

  test("holds no secret of a header, a body or an address, not even at its most talkative", async () => {
    const { app, text } = await serve("trace");
    const secret = "hush-4711";
    await app.inject({
      method: "POST",
      url: `/t/things?link=${secret}`,
      headers: {
        authorization: `Bearer ${secret}`,
        cookie: `zhibu_session=${secret}`,
        "x-csrf-token": secret,
        "user-agent": secret,
      },
      payload: { name: secret, password: secret, area: secret, use: "home" },
    });
    await app.inject(`/t/${secret}?code=${secret}`);
    await app.inject({
      method: "POST",
      url: "/t/things",
      payload: `{"code": "${secret}`,
      headers: {
        "content-type": "application/json",
      },
    });
    // An answer each, and two attempts that were refused for their form.
    expect(linesOf(text())).toHaveLength(5);
    expect(text()).not.toContain(secret);
  });

  test("holds none of what a room gives it by mistake", async () => {
    const { app, text } = await serve("info");
    const secret = "hush-4712";
    const told = app.log.child({ token: secret });
    told.info({ password: secret, nested: { recovery_code: secret } }, "signed in");
    told.warn({ err: new Error(`Key: "${secret}"`) });
    told.error(new Error(`postgresql://zhibu:${secret}@db/zhibu`), `as Bearer ${secret}`);
    told.info({ headers: { cookie: secret } }, `see /open?key=${secret}`);
    expect(linesOf(text())).toHaveLength(4);
    expect(text()).not.toContain(secret);
  });

  test("tells a bug of ours with its trace, under the number that the caller was given", async () => {
    const { app, text } = await serve("warn");
    const answer = await app.inject("/t/bug");
    expect(linesOf(text())).toMatchObject([
      { level: "error", requestId: answer.headers["x-request-id"], msg: "internal_error" },
    ]);
    expect(text()).toContain("trial-room.ts");
  });

  test("is silent about answers at the level that is usual, and about probes at all but debug", async () => {
    const usual = await serve("warn");
    await usual.app.inject("/t/list?limit=1");
    expect(usual.text()).toBe("");
    const talkative = await serve("info");
    await talkative.app.inject("/healthz");
    expect(talkative.text()).toBe("");
  });
});
