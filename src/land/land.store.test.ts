import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers, square } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { sql } from "../store/sql.ts";
import { describeCity, listCatalogue, pageFeatures, search } from "./actions/map.ts";
import { findPlace } from "./actions/place.ts";
import { layerIds, type Bbox } from "./contract.ts";
import type { LoadResult } from "./jobs.ts";
import { featurePage } from "./store/features.ts";

onBothEngines("the quarter on the map", (engine) => {
  const { run } = askers(engine);
  let first: LoadResult;
  beforeAll(async () => {
    first = await loadQuarter(engine.db);
  });

  describe("loading", () => {
    test("puts every feature of every layer on the map", async () => {
      expect(first.layers).toBe(24);
      const layers = await run(listCatalogue);
      expect(layers.reduce((sum, { count }) => sum + count, 0)).toBe(first.features);
      const silent = layers.filter(({ coverage }) => coverage === null);
      expect(silent.every(({ count }) => count === 0)).toBe(true);
      expect(layers.filter(({ synthetic }) => !synthetic).map(({ id }) => id)).toEqual([
        "districts",
      ]);
    });

    test("does nothing the second time, and leaves one row in the audit trail", async () => {
      expect(await loadQuarter(engine.db)).toEqual({ layers: 0, features: 0 });
      const { rows } = await run((tx) =>
        tx.query(sql`
          select actor_kind as kind, actor, detail
            from people.audit where act = 'load' and resource_kind = 'map_feature'`),
      );
      expect(rows).toEqual([{ kind: "system", actor: "land.load", detail: first }]);
    });

    test("replaces a layer whose input differs, and leaves the others alone", async () => {
      await run((tx) => tx.query(sql`update land.layer set stamp = 'other' where id = 'stations'`));
      await run((tx) => tx.query(sql`update land.city set stamp = 'other'`));
      expect(await loadQuarter(engine.db)).toEqual({ layers: 1, features: 3 });
    });

    test("stores areas and shapes on which the database agrees", async () => {
      const { rows } = await run((tx) =>
        tx.query<{ off: number; unlike: number; invalid: number }>(sql`
          select count(*) filter (where abs(st_area(planar) * 100 - area_dm2) > 1) as off,
                 count(*) filter (
                   where st_hausdorffdistance(st_transform(geom, 4548), planar) > 0.02) as unlike,
                 count(*) filter (where not st_isvalid(geom)) as invalid
            from land.feature where layer <> 'districts'`),
      );
      expect(rows[0]).toEqual({ off: 0, unlike: 0, invalid: 0 });
    });

    test("stores districts that do not overlap, to the square metre", async () => {
      const { rows } = await run((tx) =>
        tx.query<{ m2: number; invalid: number }>(sql`
          select coalesce(sum(st_area(st_intersection(a.planar, b.planar))), 0)::float8 as m2,
                 count(*) filter (where not st_isvalid(a.geom)) as invalid
            from land.feature a join land.feature b
              on a.layer = 'districts' and b.layer = 'districts' and a.id < b.id
             and a.planar && b.planar`),
      );
      expect(rows[0]!.invalid).toBe(0);
      expect(rows[0]!.m2).toBeLessThan(100);
    });
  });

  describe("a box", () => {
    test("gives what lies in it, and says when there is more than the limit", async () => {
      const bbox = "116.505,39.918,116.512,39.922";
      const all = await run((tx) =>
        pageFeatures(tx, { layer: "buildings", bbox, limit: undefined }),
      );
      const some = await run((tx) => pageFeatures(tx, { layer: "buildings", bbox, limit: 5 }));
      if (!all.ok || !some.ok) throw new Error("both boxes are good");
      expect(all.value.truncated).toBe(false);
      expect(all.value.features.length).toBeGreaterThan(5);
      expect(some.value).toMatchObject({ truncated: true });
      expect(some.value.features).toEqual(all.value.features.slice(0, 5));
    });

    test.each(["", "1,2,3", "a,b,c,d", "117,39,116,40", "116,39,117,400", "116,39,,40"])(
      "written %j is refused",
      async (bbox) => {
        const page = await run((tx) => pageFeatures(tx, { layer: "buildings", bbox, limit: 1 }));
        expect(page).toMatchObject({ ok: false, refusal: { code: "bbox_invalid", bbox } });
      },
    );

    test("is answered from the spatial index", async () => {
      const box: Bbox = [116.51, 39.92, 116.511, 39.9205];
      const { rows } = await run((tx) =>
        tx.query<{ "QUERY PLAN": string }>(
          sql`explain ${featurePage({ layer: "buildings", bbox: box, limit: 5001 })}`,
        ),
      );
      expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("feature_by_degrees");
    });
  });

  describe("the search", () => {
    const titles = async (words: string): Promise<string[]> =>
      (await run((tx) => search(tx, words))).hits.map(({ title, id }) => `${title.zh} ${id}`);
    const placesOf = async (words: string) => (await run((tx) => search(tx, words))).positions;

    test("finds by name in either language and by code", async () => {
      expect((await titles("朝阳"))[0]).toContain("110105");
      expect((await titles("chaoyang"))[0]).toContain("110105");
      expect((await titles("CY-0401"))[0]).toContain("CY-0401");
      expect((await titles("纺织厂")).length).toBeGreaterThan(1);
      expect((await titles("avenue"))[0]).toContain("大街");
    });

    test("finds a place by its coordinates, whichever system they are of", async () => {
      const [degrees, shifted] = await placesOf("116.512 39.921");
      expect(degrees).toMatchObject({ at: [116.512, 39.921] });
      expect(shifted!.system.en).toContain("GCJ-02");
      const [metres] = await placesOf("458298.5, 4420836.8");
      expect(metres!.at[0]).toBeCloseTo(116.512, 2);
      expect(await placesOf("2.35 48.85")).toEqual([]);
    });

    test("takes signs as they are, finds nothing for blanks, gives twenty at most", async () => {
      expect(await titles("%")).toEqual([]);
      expect(await titles("_")).toEqual([]);
      expect(await titles("  ")).toEqual([]);
      expect(await titles("号")).toHaveLength(20);
    });
  });

  test("the city tells its rings, districts and what was made", async () => {
    const city = await run(describeCity);
    if (!city.ok) throw new Error(city.refusal.code);
    expect(city.value.generated).toMatchObject({
      size: "quarter",
      blocks: 2,
      buildings: 600,
      floorAreaM2: 1_240_000,
      synthetic: true,
    });
    expect(city.value.districts).toHaveLength(16);
    expect(city.value.rings.map(({ id }) => id)).toEqual([
      "core",
      "central",
      "sub-centre",
      "new-towns",
      "ecological",
    ]);
    expect(city.value.published).toEqual({ blocks: 1371, area_km2: 3562.5, stock_m2: 245_000_000 });
  });
});

onBothEngines("a map without a city", (engine) => {
  const { run } = askers(engine);

  test("lists its layers as empty, and says of places that no city is loaded", async () => {
    const layers = await run(listCatalogue);
    expect(new Set(layers.map(({ id }) => id))).toEqual(new Set(layerIds));
    expect(layers.every(({ count, coverage }) => count === 0 && coverage === null)).toBe(true);
    expect(await run(describeCity)).toEqual({ ok: false, refusal: { code: "city_missing" } });
    expect(await run((tx) => findPlace(tx, square([116.5, 39.9], 0.001)))).toEqual({
      ok: false,
      refusal: { code: "city_missing" },
    });
  });
});
