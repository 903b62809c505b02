import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askAs, chaoyang, city, haidian, seedPeople, serveAs } from "../../test/harness/people.ts";
import type { Ask } from "../../test/harness/people.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import type { Server } from "../http/server.ts";
import { landRoutes } from "./routes.ts";

onBothEngines("the officer of a district", (engine) => {
  let server: Server;
  beforeAll(async () => {
    await loadQuarter(engine.db);
    await seedPeople(engine.db, {
      officer: [{ role: "district_officer", scope: city }],
      chaoyang: [{ role: "district_officer", scope: chaoyang }],
      haidian: [{ role: "district_officer", scope: haidian }],
      mixed: [
        { role: "district_officer", scope: chaoyang },
        { role: "planner", scope: city },
      ],
    });
    server = await serveAs(engine.db, [landRoutes]);
  });
  afterAll(() => server.close());

  const ask = (as: string, path: string, more?: Ask) =>
    askAs(server, { as, url: `/api/v1/land/${path}` }, more);
  const change = (as: string, path: string, body: object) =>
    ask(as, path, { method: "PATCH", body, tag: '"1"' });
  const draw = (as: string, id: string, at: readonly number[]) => {
    const geometry = { type: "Point", coordinates: at };
    const body = { reason: "new", id, name: "站", geometry };
    return ask(as, "features/stations", { method: "POST", body });
  };
  const [inChaoyang, inHaidian] = [
    [116.5, 39.92],
    [116.3, 39.97],
  ] as const;
  const notAllowed = { status: 403, body: { code: "not_allowed" } };

  describe("may not touch the districts themselves: by them it is decided who may what", () => {
    test("not by a file", async () => {
      const body = { layer: "districts", name: "x.csv", bytes: 1, district: "110105" };
      const opened = await ask("chaoyang", "imports", { method: "POST", body });
      expect(opened).toMatchObject(notAllowed);
    });

    test("not by hand", async () => {
      const edit = { reason: "larger", name: "朝阳" };
      expect(await change("chaoyang", "features/districts/110105", edit)).toMatchObject(notAllowed);
      const path = "features/districts/110105?reason=gone";
      const gone = await ask("chaoyang", path, { method: "DELETE", tag: '"1"' });
      expect(gone).toMatchObject(notAllowed);
    });
  });

  test("may not move a feature out of it, whatever else it is in the city", async () => {
    expect(await draw("officer", "M1", inChaoyang)).toMatchObject({ status: 201 });
    const away = { reason: "moved", geometry: { type: "Point", coordinates: inHaidian } };
    expect(await change("mixed", "features/stations/M1", away)).toMatchObject({
      status: 422,
      body: { code: "feature_wrong" },
    });
    expect(await change("officer", "features/stations/M1", away)).toMatchObject({ status: 200 });
  });

  describe("draws and takes back", () => {
    const receipt = ({ body }: { body: unknown }) => (body as { change: string }).change;
    const undo = (as: string, id: string) =>
      ask(as, `changes/${id}/undo`, { method: "POST", body: { reason: "wrong" } });

    test("in it, and nowhere else", async () => {
      expect(await draw("haidian", "D1", inChaoyang)).toMatchObject(notAllowed);
      const made = await draw("chaoyang", "D1", inChaoyang);
      expect(made).toMatchObject({ status: 201 });
      expect(await undo("haidian", receipt(made))).toMatchObject(notAllowed);
      expect(await undo("chaoyang", receipt(made))).toMatchObject({ status: 200 });
    });

    test("nothing that lies in two, which is the city's", async () => {
      const line = { type: "LineString", coordinates: [inChaoyang, inHaidian] };
      const body = { reason: "new", id: "D2", name: "断裂", geometry: line };
      const across = (as: string) => ask(as, "features/faults", { method: "POST", body });
      expect(await across("chaoyang")).toMatchObject(notAllowed);
      const made = await across("officer");
      expect(made).toMatchObject({ status: 201 });
      expect(await undo("chaoyang", receipt(made))).toMatchObject(notAllowed);
      const edit = { reason: "x", name: "朝阳断裂" };
      expect(await change("chaoyang", "features/faults/D2", edit)).toMatchObject(notAllowed);
      expect(await undo("officer", receipt(made))).toMatchObject({ status: 200 });
    });

    test("nothing that cannot be drawn, and is told why", async () => {
      expect(await draw("chaoyang", "D3", [0, 0])).toMatchObject({
        status: 422,
        body: { code: "feature_wrong" },
      });
    });
  });

  test("sees the imports of it alone, page by page, however many others there are", async () => {
    type Page = {
      body: { imports: { id: string; file: { name: string } }[]; next: string | null };
    };
    const open = async (as: string, name: string, district?: string) => {
      const body = { layer: "stations", name, bytes: 1, ...(district ? { district } : {}) };
      expect(await ask(as, "imports", { method: "POST", body })).toMatchObject({ status: 201 });
    };
    for (const name of ["c1", "c2", "c3"]) await open("chaoyang", name, "110105");
    for (const name of ["h1", "h2", "h3"]) await open("haidian", name, "110108");
    await open("officer", "city");
    const page = async (as: string, query: string) =>
      (await ask(as, `imports?${query}`)) as unknown as Page;
    const names = ({ body }: Page) => body.imports.map(({ file }) => file.name);
    const first = await page("chaoyang", "limit=2");
    expect(names(first)).toEqual(["c3", "c2"]);
    const second = await page("chaoyang", `limit=2&after=${first.body.next}`);
    expect(names(second)).toEqual(["c1"]);
    expect(second.body.next).toBeNull();
    expect(names(await page("officer", "limit=200"))).toHaveLength(7);
    expect(names(await page("haidian", "limit=3"))).toEqual(["h3", "h2", "h1"]);
  });

  test.each(["2024-02-30", "2023-02-29", "0000-01-01", "2024-13-01"])(
    "is told that %s is no day",
    async (day) => {
      const edit = { reason: "x", name: "站", validFrom: day };
      const refused = { status: 400, body: { code: "request_invalid" } };
      expect(await change("officer", "features/stations/M1", edit)).toMatchObject(refused);
      expect(await ask("officer", `layers/stations/features?as_of=${day}`)).toMatchObject(refused);
    },
  );
});
