import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breakerNames } from "../../scripts/soak/break.ts";
import { keepErrors } from "../../scripts/soak/error-log.ts";
import { countFaults } from "../../scripts/soak/fault.ts";
import { fuzz } from "../../scripts/soak/fuzz.ts";
import { faultsOf } from "../../scripts/soak/judge.ts";
import { countRows, halfWritten, memoryOfProcess } from "../../scripts/soak/target.ts";
import { invariant } from "../../src/base/invariant.ts";
import { startServing, type Serving } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { onBothEngines, type Engine } from "../harness/engines.ts";

const limits = { readsPerMinute: 1_000_000, workPerMinute: 1_000_000 };

/** Behind a proxy: a wrong password is then counted for the address that its sender states. */
const usual = { ZHIBU_PORT: "0", ZHIBU_LOG: "silent", ZHIBU_TRUST_PROXY: "on" };

/** The whole server as `npm start` runs it, on this engine, with its budgets out of the way. */
async function serveWhole({ url }: Engine, folder: string): Promise<Serving> {
  const where = url === undefined ? { ZHIBU_DATA: folder } : { DATABASE_URL: url };
  const settings = settingsOf({ ...where, ...usual });
  const serving = await startServing(settings, () => undefined, { limits, checkAnswers: true });
  if (!serving.ok) throw new Error(serving.refusal.text("en"));
  return serving.value;
}

type Stage = { folder?: string; serving?: Serving };

onBothEngines("a server under fire", (engine) => {
  const stage: Stage = {};
  beforeAll(async () => {
    stage.folder = await mkdtemp(join(tmpdir(), "zhibu-fuzz-"));
    stage.serving = await serveWhole(engine, stage.folder);
  });
  afterAll(async () => {
    await stage.serving?.stop();
    if (stage.folder) await rm(stage.folder, { recursive: true, force: true });
  });
  const served = (): Serving => {
    invariant(stage.serving, "the server stands while tests run");
    return stage.serving;
  };

  test("answers five hundred requests of every kind or refuses them by name", async () => {
    const { url, db } = served();
    const target = {
      url,
      counts: () => countRows(db),
      memory: async () => memoryOfProcess(),
      errors: () => [],
    };
    const figures = await fuzz(target, { count: 500, seed: "zhibu" });
    expect(figures.faults).toEqual([]);
    expect(Object.keys(figures.byKind).sort()).toEqual([...breakerNames, "valid"].sort());
    expect(figures.visitors).toContain("administrator");
    expect(figures.visitors).toContain("anonymous");
    expect(figures.countedBatches).toBeGreaterThan(5);
    expect(figures.times.max).toBeLessThan(20_000);
  });

  test.each([
    ["a path", "GET", "/api/v1/policy/evaluations/%00", undefined],
    ["a query", "GET", "/api/v1/land/search?q=%00", undefined],
    ["a fact", "POST", "/api/v1/policy/evaluations", '{"facts":{"a.b":"\\u0000"}}'],
    ["half a pair", "POST", "/api/v1/policy/evaluations", '{"facts":{"\\ud800":1}}'],
    ["a name", "POST", "/api/v1/people/session", '{"signInName":"\\u0000","password":"x"}'],
  ])("refuses a text that no database keeps, in %s", async (_, method, path, body) => {
    const { url, db } = served();
    const before = await countRows(db);
    const headers = { "content-type": "application/json" };
    const asked = body === undefined ? { method } : { method, body, headers };
    const answer = await fetch(`${url}${path}`, asked);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "request_invalid" });
    expect(await countRows(db)).toEqual(before);
  });

  test("refuses a body of brackets that is to be repeatable, and writes nothing", async () => {
    const { url, db } = served();
    const before = await countRows(db);
    const answer = await fetch(`${url}/api/v1/policy/evaluations`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "deep" },
      body: `{"facts":${'{"a":'.repeat(50_000)}1${"}".repeat(50_001)}`,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "json_too_deep" });
    expect(halfWritten(before, await countRows(db))).toEqual([]);
  });
});

describe("the judge of answers", () => {
  const plan = { operation: "", method: "POST", template: "/api/v1/land/city", kind: "deep" };
  const shot = { ...plan, params: {}, query: {}, headers: {} };
  const bare = { headers: {}, ms: 1, text: "at run (/srv/main.ts:1:2)" };
  const kindsOf = (status: number): string[] =>
    faultsOf(shot, { ...bare, status }).map(({ kind }) => kind);

  test("sees an error of ours, what it tells, and each header that is missing", () => {
    expect(kindsOf(500)).toEqual([
      ...["status 500", "without content-security-policy", "without x-content-type-options"],
      ...["without x-request-id", "500 as ", "tells of its inside"],
    ]);
    expect(kindsOf(503)).toContain("503 without retry-after");
    expect(kindsOf(429)).toContain("429 without retry-after");
  });

  test("sees rows that a refused request left, but not the trail of the refusal", () => {
    const before = { "policy.project": 3, "people.audit": 8 };
    const after = { "policy.project": 4, "people.audit": 9 };
    expect(halfWritten(before, after)).toEqual([
      { kind: "rows of policy.project", example: "3 → 4" },
    ]);
  });

  test("counts by kind, and puts what is broken before what is ill-formed", () => {
    const [form, broken] = ["without x-request-id", "status 500"];
    const faults = [form, form, broken].map((kind, at) => ({ kind, example: String(at) }));
    expect(countFaults(faults)).toEqual([
      { kind: broken, example: "2", count: 1 },
      { kind: form, example: "0", count: 2 },
    ]);
  });

  test("takes every error in the log of a process for a fault", async () => {
    const log = new PassThrough();
    const errors = keepErrors(log);
    const err = { message: "too much", stack: "Error: too much" };
    log.end(`${JSON.stringify({ level: "error", msg: "internal_error", requestId: "7", err })}\n`);
    await expect
      .poll(errors)
      .toEqual([
        { kind: "logged internal_error: too much", example: "request 7 · Error: too much" },
      ]);
  });
});
