import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import {
  accountHeader,
  chaoyang,
  city,
  haidian,
  seedPeople,
  serveAs,
} from "../../test/harness/people.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import type { Server } from "../http/server.ts";
import { startWorkers, type Workers } from "../store/jobs/workers.ts";
import type { FeatureReceipt, LandImport } from "./contract.ts";
import { landQueues } from "./jobs.ts";
import { landRoutes } from "./routes.ts";

const within = { timeout: 60_000, interval: 200 };

onBothEngines("files and edits over HTTP", (engine) => {
  let server: Server;
  let workers: Workers;
  const failures: unknown[] = [];
  beforeAll(async () => {
    await loadQuarter(engine.db);
    await seedPeople(engine.db, {
      officer: [{ role: "district_officer", scope: city }],
      chaoyang: [{ role: "district_officer", scope: chaoyang }],
      haidian: [{ role: "district_officer", scope: haidian }],
    });
    server = await serveAs(engine.db, [landRoutes]);
    const failed = (cause: unknown) => failures.push(cause);
    workers = await startWorkers(engine.db, { queues: landQueues(engine.db), failed });
  });
  afterAll(async () => {
    await workers.stop();
    await server.close();
    expect(failures).toEqual([]);
  });

  type Asked = { readonly as?: string; readonly body?: object | Buffer; readonly tag?: string };
  const ask = async (line: string, { as = "officer", body, tag }: Asked = {}) => {
    const [method, path] = line.split(" ") as ["GET", string];
    const headers: Record<string, string> = { [accountHeader]: as };
    if (Buffer.isBuffer(body)) headers["content-type"] = "application/octet-stream";
    if (tag !== undefined) headers["if-match"] = tag;
    const url = `/api/v1/land/${path}`;
    return server.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
  };

  const file = Buffer.from(
    '编号,名称,lon,lat\nH1,"=cmd|calc",116.50,39.92\nH2,乙,116.51,39.921\nH3,丙,0,0\n',
  );
  const send = async (as: string, more: object = {}): Promise<LandImport> => {
    const body = { layer: "stations", name: "stations.csv", bytes: file.length, ...more };
    const opened = await ask("POST imports", { as, body });
    expect(opened.statusCode).toBe(201);
    const { id } = opened.json<LandImport>();
    expect((await ask(`PUT imports/${id}/parts/0`, { as, body: file })).statusCode).toBe(200);
    expect((await ask(`POST imports/${id}/read`, { as })).statusCode).toBe(200);
    return settled(id, as);
  };
  const settled = (id: string, as: string): Promise<LandImport> =>
    vi.waitFor(async () => {
      const found = (await ask(`GET imports/${id}`, { as })).json<LandImport>();
      expect(["waiting", "done", "refused"]).toContain(found.state);
      return found;
    }, within);

  test("a file is sent, proved, confirmed, and its refusals are a table", async () => {
    const waiting = await send("chaoyang", { district: "110105" });
    expect(waiting.findings).toMatchObject({ form: "csv", rows: 3, crs: { verdict: "open" } });
    const { id } = waiting;
    const body = { crs: "EPSG:4490", reason: "survey", takesGoodRows: true };
    const other = await ask(`POST imports/${id}/confirm`, { as: "haidian", body });
    expect(other.json()).toMatchObject({ status: 403, code: "not_allowed" });
    const strange = { ...body, crs: "EPSG:1" };
    const unknown = await ask(`POST imports/${id}/confirm`, { as: "chaoyang", body: strange });
    expect(unknown.json()).toMatchObject({ status: 422, code: "file_crs_unknown" });
    const confirmed = await ask(`POST imports/${id}/confirm`, { as: "chaoyang", body });
    expect(confirmed.statusCode).toBe(200);
    expect(await settled(id, "chaoyang")).toMatchObject({ state: "done", refusedRows: 1 });
    const table = await ask(`GET imports/${id}/refusals.csv`, { as: "chaoyang" });
    expect(table.body).toContain("3,null_island,");
    const csv = await ask("GET export?layers=stations&form=csv&bbox=116.4,39.9,116.6,40");
    expect(csv.statusCode).toBe(200);
    expect(csv.body).toContain("'=cmd|calc");
  });

  test("a whole city's import is not for the officer of a district", async () => {
    const body = { layer: "stations", name: "x", bytes: 1 };
    const refused = await ask("POST imports", { as: "haidian", body });
    expect(refused.json()).toMatchObject({ status: 403, code: "not_allowed" });
  });

  describe("a feature", () => {
    const drawn = {
      reason: "new",
      id: "E1",
      name: "新站",
      geometry: { type: "Point", coordinates: [116.5, 39.92] },
    };

    test("is drawn, changed on its version alone, retired, and its history kept", async () => {
      const made = await ask("POST features/stations", { body: drawn });
      expect(made.json()).toMatchObject({ id: "E1", version: 1 });
      const again = await ask("POST features/stations", { body: drawn });
      expect(again.json()).toMatchObject({ status: 409, code: "feature_exists" });
      const edit = { reason: "moved", name: "旧站" };
      const bare = await ask("PATCH features/stations/E1", { body: edit });
      expect(bare.json()).toMatchObject({ status: 428, code: "version_missing" });
      const far = await ask("PATCH features/stations/E1", {
        as: "haidian",
        body: edit,
        tag: '"1"',
      });
      expect(far.json()).toMatchObject({ status: 403, code: "not_allowed" });
      const near = await ask("PATCH features/stations/E1", {
        as: "chaoyang",
        body: edit,
        tag: '"1"',
      });
      expect(near.json<FeatureReceipt>()).toMatchObject({ id: "E1", version: 2 });
      const stale = await ask("PATCH features/stations/E1", { body: edit, tag: '"1"' });
      expect(stale.json()).toMatchObject({ status: 412, code: "feature_stale" });
      const gone = await ask("DELETE features/stations/E1?reason=closed", { tag: '"2"' });
      expect(gone.statusCode).toBe(200);
      const history = (await ask("GET features/stations/E1/history")).json<{
        versions: object[];
      }>();
      expect(history.versions).toMatchObject([
        { version: 2, name: "旧站", change: { reason: "moved", actor: "account:chaoyang" } },
        { version: 1, name: "新站", change: { reason: "new", actor: "account:officer" } },
      ]);
      const undone = await ask(`POST changes/${gone.json<FeatureReceipt>().change}/undo`, {
        body: { reason: "still there" },
      });
      expect(undone.json()).toMatchObject({ kind: "undo", added: 1 });
      expect((await ask("GET features/stations/E1")).json()).toMatchObject({
        properties: { name: "旧站" },
      });
    });

    test("that crosses itself is refused with the place", async () => {
      const bow = [
        [116.5, 39.92],
        [116.51, 39.93],
        [116.51, 39.92],
        [116.5, 39.93],
        [116.5, 39.92],
      ];
      const geometry = { type: "Polygon", coordinates: [bow] };
      const refused = await ask("POST features/parks", { body: { ...drawn, geometry } });
      expect(refused.json()).toMatchObject({ status: 422, code: "feature_wrong" });
      expect(refused.json<{ detail: string }>().detail).toContain("116.505");
    });
  });
});
