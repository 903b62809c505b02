import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { geoJson, plainOrder, sender, type Row } from "../../test/harness/send-file.ts";
import { sql } from "../store/sql.ts";
import { readRefusals } from "./actions/imports.ts";

onBothEngines("a file limited to a district", (engine) => {
  const { run } = askers(engine);
  const send = sender(engine);
  beforeAll(() => loadQuarter(engine.db));

  /** Of a layer into which nothing was loaded: where it speaks, beside the district. */
  const spoken = async (layer: string, district: string) => {
    const { rows } = await run((tx) =>
      tx.query<{ within: boolean; missing: number }>(sql`
        select st_covers(home.planar, layer.coverage_planar) as within,
               st_area(home.planar) - st_area(layer.coverage_planar) as missing
          from land.layer as layer, land.feature as home
         where layer.id = ${layer} and home.layer = 'districts' and home.id = ${district}`),
    );
    return rows[0];
  };

  const fault = (id: string, points: readonly (readonly [number, number])[]): Row => ({
    id,
    geometry: { type: "LineString", coordinates: points },
  });

  test("that is complete speaks for all of the district, and of no other", async () => {
    const file = geoJson([
      fault("f1", [
        [116.5, 39.92],
        [116.51, 39.92],
      ]),
    ]);
    const waiting = await send.sendTo({ layer: "faults", district: "110105" }, file);
    const done = await send.confirm(waiting.id, { ...plainOrder, isComplete: true });
    expect(done).toMatchObject({ state: "done", refusedRows: 0 });
    const { within, missing } = (await spoken("faults", "110105"))!;
    expect(within).toBe(true);
    expect(Math.abs(missing)).toBeLessThan(1);
  });

  type Pair = readonly [number, number];
  const limited = async (rows: readonly Row[]) => {
    const waiting = await send.sendTo({ layer: "faults", district: "110105" }, geoJson(rows));
    return send.confirm(waiting.id, { ...plainOrder, takesGoodRows: true });
  };
  const refusedOf = async (id: string) => {
    const refusals = await run((tx) => readRefusals(tx, id));
    return refusals.ok ? refusals.value : [];
  };

  test("is held to it at every point of a shape, and told where it leaves", async () => {
    const points = Array.from({ length: 101 }, (_, at): Pair => [116.5 + at / 1e4, 39.92]);
    const [inside, beyond] = [points, points.with(50, [116.3, 39.97])];
    const done = await limited([fault("stays", inside), fault("strays", beyond)]);
    expect(done).toMatchObject({ state: "done", refusedRows: 1 });
    const [first] = await refusedOf(done.id);
    expect(first).toMatchObject({ number: 2, fault: { code: "outside_district" } });
    expect(first!.fault.at![0]).toBeLessThan(116.45);
  });

  test("may reach a metre over its border, and no further", async () => {
    const around = async (metres: number): Promise<Row[]> => {
      const { rows } = await run((tx) =>
        tx.query<{ line: { coordinates: Pair[] } }>(sql`
          select st_asgeojson(st_transform(st_makeline(at, st_translate(at, x, y)), 4490), 8)::jsonb
                   as line
            from (select st_lineinterpolatepoint(st_exteriorring(st_geometryn(planar, 1)), 0.37)
                           as at
                    from land.feature where layer = 'districts' and id = '110105') as border,
                 (values (${metres}::float8, 0::float8), (-${metres}::float8, 0),
                         (0, ${metres}::float8), (0, -${metres}::float8)) as step (x, y)`),
      );
      return rows.map(({ line }, at) => fault(`${metres}-${at}`, line.coordinates));
    };
    expect(await limited(await around(0.9))).toMatchObject({ state: "done", refusedRows: 0 });
    const { refusedRows } = await limited(await around(5));
    expect(refusedRows).toBeGreaterThan(0);
    expect(refusedRows).toBeLessThan(4);
  });

  test("replaces nothing that lies in another", async () => {
    const far: Pair[] = [
      [116.3, 39.97],
      [116.31, 39.97],
    ];
    const near: Pair[] = [
      [116.5, 39.93],
      [116.51, 39.93],
    ];
    const city = await send("faults", geoJson([fault("far", far)]));
    expect(await send.confirm(city.id, plainOrder)).toMatchObject({ state: "done" });
    const done = await limited([fault("far", near), fault("near", near)]);
    expect(done).toMatchObject({ state: "done", refusedRows: 1 });
    expect(await refusedOf(done.id)).toMatchObject([
      { number: 1, fault: { code: "outside_district" } },
    ]);
  });
});
