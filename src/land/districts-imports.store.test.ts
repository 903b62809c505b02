import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { geoJson, plainOrder, sender, type Row } from "../../test/harness/send-file.ts";
import { sql } from "../store/sql.ts";

onBothEngines("a file limited to a district", (engine) => {
  const { run } = askers(engine);
  const send = sender(engine);
  beforeAll(() => loadQuarter(engine.db));

  /** Of a layer into which nothing was loaded: where it speaks, beside the district. */
  const spoken = async (layer: string, district: string) => {
    const { rows } = await run((tx) =>
      tx.query<{ missing: number; beyond: number }>(sql`
        select st_area(st_difference(home.planar, layer.coverage_planar)) as missing,
               st_area(st_difference(layer.coverage_planar, home.planar)) as beyond
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
    const { missing, beyond } = (await spoken("faults", "110105"))!;
    expect(missing).toBeLessThan(1);
    expect(beyond).toBeLessThan(1);
  });
});
