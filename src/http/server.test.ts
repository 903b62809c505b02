import { afterEach, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import { Fault } from "../base/fault.ts";
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

const post = (body: unknown) =>
  ({ method: "POST", url: "/t/things", payload: body as object }) as const;

describe("a failure", () => {
  test("is a problem at an unknown address", async () => {
    const answer = await (await serve()).inject("/api/v1/nothing?x=1");
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json()).toMatchObject({
      type: "/problems/route_unknown",
      code: "route_unknown",
      instance: "/api/v1/nothing",
    });
  });

  test("names each wrong place of a body in both languages", async () => {
    const app = await serve();
    const body = { name: "x", area: 0.5, use: "car", colour: "red" };
    const answer = await app.inject(post(body));
    expect(answer.statusCode).toBe(400);
    const { code, errors } = answer.json<Problem>();
    expect(code).toBe("request_invalid");
    expect(errors?.map(({ pointer, message }) => `${pointer}: ${message.en}`)).toEqual([
      "#: colour is not known here",
      "#/name: the length is >= 2 characters",
      "#/area: the type is integer",
      "#/area: the value is >= 1",
      "#/use: it is one of: home, shop",
    ]);
    expect(errors?.[0]?.message.zh).toBe("不认识 colour");
  });

  test.each([
    ["a NUL in a body", { name: "a\0b", area: 1, use: "home" }, "#/name"],
    ["half a pair in a body", { name: "a\ud800", area: 1, use: "home" }, "#/name"],
    ["half a pair in a name", { name: "ab", area: 1, use: "home", "\udc00": 1 }, "#"],
  ])("names %s, that no database could keep", async (_, body, pointer) => {
    const answer = await (await serve()).inject(post(body));
    expect(answer.statusCode).toBe(400);
    const { code, errors } = answer.json<Problem>();
    expect([code, errors?.[0]?.pointer]).toEqual(["request_invalid", pointer]);
    expect(errors?.[0]?.message.zh).toContain("U+0000");
    expect(errors?.[0]?.message.en).toContain("no text can keep");
  });

  test("names a NUL in a path and in a query", async () => {
    const app = await serve();
    const query = await app.inject("/t/echo/a?q=a%00b");
    expect(query.json<Problem>().errors?.[0]?.pointer).toBe("/query/q");
    const path = await app.inject("/t/echo/a%00b");
    expect(path.json<Problem>().errors?.[0]?.pointer).toBe("/path/word");
    expect((await app.inject("/t/echo/%E6%97%A7?q=%2500")).json()).toEqual({
      word: "旧",
      q: "%00",
    });
  });

  test("is none where a pair of surrogates is whole, however it is written", async () => {
    const payload = '{"name":"\\ud83c\\udfd8\\ufe0f","area":1,"use":"home","note":"\\\\u0000"}';
    const headers = { "content-type": "application/json" };
    const app = await serve();
    const answer = await app.inject({ method: "POST", url: "/t/things", payload, headers });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ name: "🏘️", note: "\\u0000" });
  });

  test("names what is missing", async () => {
    const answer = await (await serve()).inject(post({ name: "xx" }));
    expect(answer.json<Problem>().errors?.[0]?.message.en).toBe("area, use is missing");
  });

  test("does not convert a body, but reads numbers in a query", async () => {
    const app = await serve();
    const text = await app.inject(post({ name: "xx", area: "5", use: "home" }));
    expect(text.statusCode).toBe(400);
    const list = await app.inject("/t/list?limit=7");
    expect(list.json()).toMatchObject({ limit: 7, actor: { kind: "anonymous" } });
    const wrong = await app.inject("/t/list?limit=many");
    expect(wrong.json<Problem>().errors?.[0]?.pointer).toBe("/query/limit");
  });

  test("is said in the caller's language, Chinese when none is asked for", async () => {
    const app = await serve();
    const english = await app.inject({
      url: "/no",
      headers: { "accept-language": "en-GB,zh;q=0.5" },
    });
    expect(english.json<Problem>().detail).toBe(english.json<Problem>().message.en);
    const chinese = await app.inject("/no");
    expect(chinese.json<Problem>().detail).toBe(chinese.json<Problem>().message.zh);
  });

  test.each([
    ["{", "application/json", 400, "json_invalid"],
    ['{"__proto__": {"a": 1}}', "application/json", 400, "json_invalid"],
    ["", "application/json", 400, "body_empty"],
    ["<a/>", "application/xml", 415, "content_type_unsupported"],
    ["\0".repeat(20), "application/json", 400, "json_invalid"],
  ])("refuses the body %j as %s", async (payload, type, status, code) => {
    const answer = await (
      await serve()
    ).inject({ method: "POST", url: "/t/things", payload, headers: { "content-type": type } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
  });

  test("of ours leaks nothing but a number to ask about", async () => {
    const answer = await (await serve()).inject("/t/bug");
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("secret");
    const { requestId, detail } = answer.json<Problem>();
    expect(detail).toContain(requestId);
    expect(answer.headers["x-request-id"]).toBe(requestId);
  });

  test("of the world is a 503 that says when to come again", async () => {
    const answer = await (await serve()).inject("/t/fault");
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "60"]);
    expect(answer.json()).toMatchObject({ code: "disk_full", detail: "磁盘已满" });
  });

  test("comes when a handler takes too long", async () => {
    const answer = await (await serve()).inject("/t/slow");
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([503, "request_timeout"]);
  });

  test("comes when an answer breaks its contract, under test", async () => {
    expect((await (await serve()).inject("/t/liar")).statusCode).toBe(500);
  });

  test("comes for an address that is no text", async () => {
    const answer = await (await serve()).inject("/t/%ff");
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, "request_malformed"]);
  });
});

describe("the limits", () => {
  test("hold reads and work apart", async () => {
    const app = await serve({ limits: { readsPerMinute: 3, workPerMinute: 1 } });
    const work = { method: "POST", url: "/t/work" } as const;
    expect((await app.inject(work)).statusCode).toBe(200);
    const refused = await app.inject(work);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({ code: "rate_limited" });
    expect((await app.inject("/t/list?limit=1")).statusCode).toBe(200);
  });

  test("never hold back a probe", async () => {
    const app = await serve({ limits: { readsPerMinute: 1, workPerMinute: 1 } });
    const answers = await Promise.all([1, 2, 3].map(() => app.inject("/healthz")));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  });
});

describe("the shell", () => {
  test("lets the browser run only what it serves itself", async () => {
    const { headers } = await (await serve()).inject("/healthz");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test("insists on HTTPS where it is served by it", async () => {
    const app = await serve({ publicUrl: "https://zhibu.example" });
    expect((await app.inject("/healthz")).headers["strict-transport-security"]).toBeDefined();
  });

  test("answers 304 to whoever has the answer already", async () => {
    const app = await serve();
    const first = await app.inject("/t/list?limit=1");
    const headers = { "if-none-match": String(first.headers["etag"]) };
    const again = await app.inject({ url: "/t/list?limit=1", headers });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const other = await app.inject({ url: "/t/list?limit=2", headers });
    expect(other.statusCode).toBe(200);
  });

  test("says that it is not ready while the database is away", async () => {
    const db = {
      ready: async () => {
        throw new Fault("database_unavailable", "gone");
      },
    };
    const app = await serve({ db });
    expect((await app.inject("/readyz")).statusCode).toBe(503);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  });

  test("measures by pattern of the route, not by path", async () => {
    const app = await serve();
    await app.inject("/t/list?limit=1");
    await app.inject("/t/bug");
    const { body } = await app.inject("/metrics");
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/t/list",status="200"} 1',
    );
    expect(body).toContain('http_errors_total{route="/t/bug"} 1');
    expect(body).toContain("http_requests_in_flight 1");
  });

  test("describes its routes to programs and to people", async () => {
    const app = await serve();
    const document = (await app.inject("/api/openapi.json")).json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toContain("/t/things");
    const list = await app.inject("/api");
    expect(list.headers["content-type"]).toContain("text/html");
    expect(list.body).toContain("/t/things");
  });

  test("reads the key that makes a creating request safe to repeat", async () => {
    const app = await serve();
    const ask = (key: string, payload: object) =>
      app.inject({ method: "POST", url: "/t/once", payload, headers: { "idempotency-key": key } });
    const [first, again, other] = [
      await ask("k1", { a: 1 }),
      await ask("k1", { a: 1 }),
      await ask("k1", { a: 2 }),
    ];
    expect(first.json()).toMatchObject({ key: "k1", repeat: { route: "POST /t/once" } });
    expect(again.json()).toEqual(first.json());
    expect(other.json().repeat.requestSha256).not.toBe(first.json().repeat.requestSha256);
    const url = "/t/once?page=2";
    const headers = { "idempotency-key": "k1" };
    const asked = await app.inject({ method: "POST", url, payload: { a: 1 }, headers });
    expect(asked.json().repeat).toMatchObject({ route: "POST /t/once" });
    expect(asked.json().repeat.requestSha256).not.toBe(first.json().repeat.requestSha256);
    const bad = await ask("two words", {});
    expect([bad.statusCode, bad.json<Problem>().code]).toEqual([400, "idempotency_key_invalid"]);
  });
});
