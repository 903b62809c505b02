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
