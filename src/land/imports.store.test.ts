import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import {
  geoJson,
  plainOrder as order,
  pointRow as station,
  sender,
  type Row,
} from "../../test/harness/send-file.ts";
import type { Db } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import { cancelImport, confirmImport, readRefusals } from "./actions/imports.ts";
import { listCatalogue, pageFeatures } from "./actions/map.ts";
import { undoChange } from "./actions/undo.ts";
import { advanceImport } from "./jobs/imports.ts";
import { sweepImports } from "./jobs/sweep.ts";
import { findImport } from "./store/imports.ts";

onBothEngines("a file on its way onto the map", (engine) => {
  const { run } = askers(engine);
  const send = sender(engine);
  beforeAll(() => loadQuarter(engine.db));

  const stations = async (asOf?: string) => {
    const page = await run((tx) =>
      pageFeatures(tx, { layer: "stations", bbox: undefined, limit: undefined, asOf }),
    );
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value.features;
  };
  const layer = async () => (await run(listCatalogue)).find(({ id }) => id === "stations");
  const everything = () =>
    run((tx) =>
      tx.query(sql`
        select layer, id, version, name_zh, name_en, st_asgeojson(geom, 9) as geom, area_dm2,
               properties, synthetic, valid_from, change
          from land.feature where layer = 'stations' order by id`),
    );

  test("is read, waits, is confirmed and stands; undone, all is as it was", async () => {
    const before = await everything();
    const known = String((before.rows[0] as { id: string }).id);
    const rows = [
      station("S1", 116.41, 39.91),
      station("S2", 116.42, 39.92),
      station(known, 116.4, 39.9),
    ];
    const waiting = await send("stations", geoJson(rows));
    expect(waiting).toMatchObject({
      state: "waiting",
      findings: { form: "geojson", rows: 3, vertices: 3, shapes: { Point: 3 } },
    });
    const done = await send.confirm(waiting.id, { ...order, replacesSynthetic: true });
    expect(done).toMatchObject({ state: "done", done: 3, total: 3, refusedRows: 0, problem: null });
    expect((await stations()).map(({ id }) => id).sort()).toEqual(["S1", "S2", known].sort());
    expect(await layer()).toMatchObject({ count: 3, synthetic: false });
    const undone = await run((tx) =>
      undoChange(tx, { id: done.change!, reason: "wrong file", today: "2026-03-01" }),
    );
    expect(undone).toMatchObject({ ok: true, value: { kind: "undo", undoes: done.change } });
    expect(await everything()).toEqual(before);
    expect(await layer()).toMatchObject({ count: 3, synthetic: true });
    const twice = await run((tx) =>
      undoChange(tx, { id: done.change!, reason: "again", today: "2026-03-01" }),
    );
    expect(twice).toMatchObject({ ok: false, refusal: { code: "change_undone" } });
  });

  describe("in time", () => {
    test("is seen from its day on, and what it replaced until then", async () => {
      const first = await send("stations", geoJson([station("T1", 116.41, 39.91)]));
      await send.confirm(first.id, { ...order, validFrom: "2020-01-01" });
      const second = await send("stations", geoJson([station("T1", 116.45, 39.95)]));
      const done = await send.confirm(second.id, { ...order, validFrom: "2024-06-01" });
      const lonOn = async (day?: string) =>
        (await stations(day))
          .filter(({ id }) => id === "T1")
          .map(({ geometry }) => geometry.coordinates[0]);
      expect(await lonOn("2019-12-31")).toEqual([]);
      expect(await lonOn("2020-01-01")).toEqual([116.41]);
      expect(await lonOn("2024-05-31")).toEqual([116.41]);
      expect(await lonOn("2024-06-01")).toEqual([116.45]);
      expect(await lonOn()).toEqual([116.45]);
      const overtaken = await run((tx) =>
        tx.query<{ id: string }>(
          sql`select id from land.change where file->>'sha256' = ${first.file.sha256}`,
        ),
      );
      const undone = await run((tx) =>
        undoChange(tx, { id: overtaken.rows[0]!.id, reason: "x", today: "2026-01-01" }),
      );
      expect(undone).toMatchObject({
        ok: false,
        refusal: { code: "change_overtaken", feature: "T1", by: done.change },
      });
    });
  });

  test("goes in whole or not at all, unless the good rows are asked for", async () => {
    const rows = [station("G1", 116.41, 39.91), station("G1", 116.42, 39.91), station("G2", 0, 0)];
    const waiting = await send("stations", geoJson(rows));
    const refused = await send.confirm(waiting.id, order);
    expect(refused).toMatchObject({
      state: "refused",
      refusedRows: 2,
      problem: { code: "rows_refused" },
    });
    expect((await stations()).filter(({ id }) => id.startsWith("G"))).toEqual([]);
    const done = await send.confirm(waiting.id, { ...order, takesGoodRows: true });
    expect(done).toMatchObject({ state: "done", refusedRows: 2 });
    expect((await stations()).filter(({ id }) => id.startsWith("G"))).toHaveLength(1);
  });

  test("with a bow-tie and a hole outside is refused with the place", async () => {
    const ring = (points: readonly (readonly [number, number])[]) => [...points, points[0]!];
    const tie = ring([
      [116.5, 39.92],
      [116.51, 39.93],
      [116.51, 39.92],
      [116.5, 39.93],
    ]);
    const box = ring([
      [116.5, 39.92],
      [116.51, 39.92],
      [116.51, 39.93],
      [116.5, 39.93],
    ]);
    const out = ring([
      [116.6, 39.92],
      [116.61, 39.92],
      [116.61, 39.93],
      [116.6, 39.93],
    ]);
    const polygon = (...coordinates: object[]): Row => ({
      geometry: { type: "Polygon", coordinates },
    });
    const waiting = await send("parks", geoJson([polygon(tie), polygon(box, out)]));
    const refused = await send.confirm(waiting.id, order);
    expect(refused).toMatchObject({ state: "refused", refusedRows: 2 });
    const refusals = await run((tx) => readRefusals(tx, waiting.id));
    expect(refusals).toMatchObject({
      value: [
        { number: 1, fault: { code: "shape_invalid", detail: "Self-intersection" } },
        { number: 2, fault: { code: "shape_invalid", detail: "Hole lies outside shell" } },
      ],
    });
    const [first] = refusals.ok ? refusals.value : [];
    expect(first!.fault.at![0]).toBeCloseTo(116.505, 4);
    expect(first!.fault.at![1]).toBeCloseTo(39.925, 4);
  });

  test("over which its reader stumbles is refused as broken, and waits for nobody", async () => {
    const text = new TextEncoder().encode('{"type":"FeatureCollection","name":"?","features":[]}');
    text[text.indexOf(0x3f)] = 0xff;
    expect(await send("stations", text)).toMatchObject({
      state: "refused",
      problem: { code: "map_file_refused", message: { en: expect.stringContaining("broken") } },
    });
  });

  test("whose fault quotes what no database keeps is told with a mark in its place", async () => {
    const text = '{"type":"FeatureCollection","features":[{"type":"Feature","a":\0}]}';
    const waiting = await send("stations", new TextEncoder().encode(text));
    const refused = await send.confirm(waiting.id, order);
    expect(refused).toMatchObject({ state: "refused", refusedRows: 1 });
    const refusals = await run((tx) => readRefusals(tx, waiting.id));
    expect(refusals).toMatchObject({ value: [{ fault: { code: "row_unreadable" } }] });
  });

  test("of a day to come is not confirmed", async () => {
    const waiting = await send("stations", geoJson([station("D1", 116.41, 39.91)]));
    const ahead = { ...order, validFrom: "2999-01-01" };
    expect(await run((tx) => confirmImport(tx, waiting.id, ahead))).toMatchObject({
      ok: false,
      refusal: { code: "valid_from_future", day: "2999-01-01" },
    });
  });

  test("is refused in the audit trail, too, when its rows are", async () => {
    const waiting = await send("stations", geoJson([station("A1", 0, 0)]));
    await send.confirm(waiting.id, order);
    const { rows } = await run((tx) =>
      tx.query(sql`
        select act, refusal from people.audit
         where resource_kind = 'map_import' and resource_id = ${waiting.id}`),
    );
    expect(rows).toEqual([{ act: "change", refusal: "rows_refused" }]);
  });

  test("is taken up again where its worker died, and nothing stands twice", async () => {
    const many = Array.from({ length: 700 }, (_, at) => station(`R${at}`, 116.41, 39.9 + at / 1e5));
    const waiting = await send("stations", geoJson(many));
    await run((tx) => confirmImport(tx, waiting.id, order));
    const kept = sql`select count(*)::int as count from land.import_row
                      where import = ${waiting.id}`;
    const died = new Error("the worker died");
    // Found, cleared, file and districts read, the first 500 rows made ready: at the sixth it dies.
    let left = 5;
    const transaction: Db["transaction"] = async (...asked) => {
      left -= 1;
      if (left < 0) throw died;
      return engine.db.transaction(...asked);
    };
    const dying = Object.create(engine.db, { transaction: { value: transaction } }) as Db;
    await expect(advanceImport(dying, waiting.id)).rejects.toBe(died);
    expect((await run((tx) => tx.query(kept))).rows).toEqual([{ count: 500 }]);
    const standing = async () => (await stations()).filter(({ id }) => /^R\d/.test(id)).length;
    expect(await standing()).toBe(0);
    await advanceImport(engine.db, waiting.id);
    expect(await standing()).toBe(700);
    expect((await run((tx) => tx.query(kept))).rows).toEqual([{ count: 0 }]);
  });

  test("that nobody confirms is given up after a month; one without a worker is ended by name", async () => {
    const waiting = await send("stations", geoJson([station("O1", 116.41, 39.91)]));
    const stuck = await send("stations", geoJson([station("O2", 116.41, 39.91)]));
    await run((tx) => confirmImport(tx, stuck.id, order));
    const now = Date.now();
    const inDays = (days: number) => new Date(now + days * 86_400_000);
    const states = async () => {
      const found = await run((tx) =>
        Promise.all([waiting, stuck].map(({ id }) => findImport(tx, id))),
      );
      return found.map((each) => [each!.state, each!.problem?.message.en.slice(0, 28)]);
    };
    await sweepImports(engine.db, inDays(0));
    expect(await states()).toEqual([
      ["waiting", undefined],
      ["importing", undefined],
    ]);
    await sweepImports(engine.db, inDays(1));
    expect(await states()).toEqual([
      ["waiting", undefined],
      ["refused", "The work on the file broke o"],
    ]);
    await sweepImports(engine.db, inDays(31));
    expect((await states()).map(([state]) => state)).toEqual(["cancelled", "cancelled"]);
    const { rows } = await run((tx) => tx.query(sql`select 1 from land.import_part`));
    expect(rows).toEqual([]);
  });

  test("that is cancelled leaves nothing, whatever its worker still does", async () => {
    const waiting = await send("stations", geoJson([station("C1", 116.41, 39.91)]));
    await run((tx) => confirmImport(tx, waiting.id, order));
    const cancelled = await run((tx) => cancelImport(tx, waiting.id));
    expect(cancelled).toMatchObject({ ok: true, value: { state: "cancelled" } });
    await advanceImport(engine.db, waiting.id);
    expect((await stations()).some(({ id }) => id === "C1")).toBe(false);
    const { rows } = await run((tx) =>
      tx.query(sql`
        select 1 from land.import_part where import = ${waiting.id}
        union all select 1 from land.import_row where import = ${waiting.id}`),
    );
    expect(rows).toEqual([]);
  });

  test("of a layer that was empty speaks around what it brought, and undone not at all", async () => {
    const wall: Row = {
      id: "w1",
      geometry: {
        type: "LineString",
        coordinates: [
          [116.4, 39.9],
          [116.41, 39.9],
          [116.41, 39.91],
        ],
      },
    };
    const waiting = await send("faults", geoJson([wall]));
    const done = await send.confirm(waiting.id, order);
    expect(done.state).toBe("done");
    const faults = async () => (await run(listCatalogue)).find(({ id }) => id === "faults");
    expect(await faults()).toMatchObject({ count: 1, synthetic: false });
    const { coverage } = (await faults())!;
    expect(coverage![0]).toBeCloseTo(116.4, 3);
    expect(coverage![2]).toBeCloseTo(116.41, 3);
    await run((tx) => undoChange(tx, { id: done.change!, reason: "x", today: "2026-01-01" }));
    expect(await faults()).toMatchObject({ count: 0, coverage: null });
  });
});
