import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { beijing } from "../../test/harness/ground.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { smallGround } from "../../test/harness/small-city.ts";
import { sql } from "../store/sql.ts";
import { describeCity, listCatalogue } from "./actions/map.ts";
import type { Area } from "./model/place.ts";
import { findCoveredSize, readLayers } from "./store/readings.ts";
import { loadCity, loadQuarterOnly, readGround, type Ground, type LoadProgress } from "./index.ts";

const wordOf = (count: number): { layers: number; features: number } => ({
  layers: count,
  features: count,
});

onBothEngines("a city larger than the quarter", (engine) => {
  const { run } = askers(engine);
  let ground: Ground;
  const told: LoadProgress[] = [];
  const load = (tell: (progress: LoadProgress) => void) =>
    loadCity(engine.db, { ground, size: "district", seed: "1", told: tell });
  const generated = async () => {
    const city = await run(describeCity);
    return city.ok ? city.value.generated : undefined;
  };

  beforeAll(async () => {
    ground = smallGround(await readGround(beijing));
  });

  test("that breaks off while it is loaded is not taken for whole, and is taken up again", async () => {
    const power = new Error("the power is cut");
    const cut = ({ layer }: LoadProgress): void => {
      if (layer === "parcels") throw power;
    };
    await expect(load(cut)).rejects.toBe(power);
    expect(await generated()).toBeNull();
    const kept = await loadQuarterOnly(engine.db, ground);
    expect(kept).toEqual({ ok: true, value: wordOf(0) });
    const loaded = await load((progress) => told.push(progress));
    expect(loaded).toMatchObject({ ok: true });
    expect(told.map(({ layer }) => layer)).not.toContain("blocks");
    expect(told.map(({ layer }) => layer)).toContain("buildings");
  });

  test("tells how far it is, and stands whole when it is done", async () => {
    const { rings } = ground.zones;
    const core = rings.find(({ id }) => id === "core")!;
    expect(await generated()).toMatchObject({
      size: "district",
      blocks: core.assumed.blocks,
      buildings: core.assumed.buildings,
    });
    expect(told.every(({ layers, of, features }) => layers < of && features > 0)).toBe(true);
    expect(await load(() => undefined)).toEqual({ ok: true, value: wordOf(0) });
  });

  describe("on the map", () => {
    test("has shapes that the database holds for valid, and agrees on their areas", async () => {
      const { rows } = await run((tx) =>
        tx.query<{ off: number; invalid: number; silent: number }>(sql`
          select count(*) filter (where abs(st_area(planar) * 100 - area_dm2) > 5) as off,
                 count(*) filter (where not st_isvalid(geom)) as invalid,
                 (select count(*) from land.layer
                   where not st_isvalid(coverage) or not st_isvalid(coverage_planar)) as silent
            from land.feature where layer <> 'districts'`),
      );
      expect(rows[0]).toEqual({ off: 0, invalid: 0, silent: 0 });
    });

    test("has blocks that do not overlap, and buildings that do not touch", async () => {
      const { rows } = await run((tx) =>
        tx.query<{ layer: string; m2: number; pairs: number }>(sql`
          select a.layer, sum(st_area(st_intersection(a.planar, b.planar)))::float8 as m2,
                 count(*) as pairs
            from land.feature a
            join land.feature b on b.layer = a.layer and a.id < b.id and a.planar && b.planar
             and st_intersects(a.planar, b.planar)
           where a.layer in ('blocks', 'buildings', 'parcels')
           group by a.layer order by a.layer`),
      );
      expect(rows.map(({ layer }) => layer)).toEqual(["blocks"]);
      expect(rows[0]!.m2).toBeLessThan(0.01);
    });
  });

  test("tells of a whole district how much lies under corridors whose corners all but meet", async () => {
    const [shape] = (
      await run((tx) =>
        tx.query<{ geometry: Area["geometry"]; planar: Area["planar"]; size: number }>(sql`
          select st_asgeojson(geom)::jsonb as geometry, st_asgeojson(planar)::jsonb as planar,
                 area_dm2 as size
            from land.feature where layer = 'districts' and id = '110102'`),
      )
    ).rows;
    const { geometry, planar, size } = shape!;
    const unused: Pick<Area, "bbox" | "centre"> = { bbox: [0, 0, 0, 0], centre: [0, 0] };
    const area: Area = { geometry, planar, dimension: 2, size, areaDm2: size, ...unused };
    const layers = ["ventilation_corridors"] as const;
    const readings = await run((tx) => readLayers(tx, { area, layers }));
    const reading = readings.get("ventilation_corridors");
    // So PostgreSQL answers without a grid, too.
    const corridorsDm2 = 5_716_944;
    expect(reading).toMatchObject({ coveredSize: corridorsDm2 });
    expect(await run((tx) => findCoveredSize(tx, area, "ventilation_corridors"))).toBe(
      corridorsDm2,
    );
  });

  test("is kept when the program starts, and gives way to a quarter that is asked for", async () => {
    const kept = await loadQuarterOnly(engine.db, ground);
    expect(kept).toEqual({ ok: true, value: wordOf(0) });
    await loadQuarter(engine.db);
    expect(await generated()).toMatchObject({ size: "quarter" });
    const layers = await run(listCatalogue);
    expect(layers.find(({ id }) => id === "courtyards")?.count ?? 0).toBe(0);
    const { rows } = await run((tx) =>
      tx.query<{ id: string }>(sql`select id from land.layer where id = 'courtyards'`),
    );
    expect(rows).toEqual([]);
  });

  test("of every district is refused where the engine cannot hold it", async () => {
    if (engine.name === "postgresql") return;
    const whole = await loadCity(engine.db, { ground, size: "city", seed: "1" });
    expect(whole).toEqual({ ok: false, refusal: { code: "size_not_available", size: "city" } });
  });
});
