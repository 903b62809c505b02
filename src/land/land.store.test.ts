import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines, type Engine } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { system } from "../base/actor.ts";
import type { MapMeasure } from "../rules/index.ts";
import { sql } from "../store/sql.ts";
import type { Tx } from "../store/transaction.ts";
import { checkOverlaps, describeCity, listCatalogue, pageFeatures, search } from "./actions/map.ts";
import { findPlace, measurePlace, registryFactsOf } from "./actions/place.ts";
import type { Bbox, Feature, LayerId } from "./contract.ts";
import type { LoadResult } from "./jobs.ts";
import type { Measured } from "./model/measure.ts";
import type { Place } from "./model/place.ts";
import { featurePage } from "./store/features.ts";

const me = system("test");

/** A square drawn around a point, with sides of so many degrees. */
const square = ([lon, lat]: readonly [number, number], size: number): { polygon: unknown } => {
  const [w, s, e, n] = [lon - size / 2, lat - size / 2, lon + size / 2, lat + size / 2];
  return {
    polygon: {
      type: "Polygon",
      coordinates: [
        [
          [w, s],
          [e, s],
          [e, n],
          [w, n],
          [w, s],
        ],
      ],
    },
  };
};

const askers = (engine: Engine) => {
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => engine.db.transaction(me, work);
  const place = async (query: Parameters<typeof findPlace>[1]): Promise<Place> => {
    const found = await run((tx) => findPlace(tx, query));
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const features = async (layer: LayerId): Promise<Feature[]> => {
    const page = await run((tx) => pageFeatures(tx, { layer, bbox: undefined, limit: undefined }));
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value.features;
  };
  const measure = async (where: Place, asked: MapMeasure): Promise<Measured> => {
    const [answer] = await run((tx) => measurePlace(tx, where, [asked]));
    return answer!;
  };
  const building = async (kind: string): Promise<Feature> =>
    (await features("buildings")).find(({ properties }) => properties["kind"] === kind)!;
  return { run, place, features, measure, building };
};

onBothEngines("the quarter on the map", (engine) => {
  const { run, place, features, measure, building } = askers(engine);
  let first: LoadResult;
  beforeAll(async () => {
    first = await loadQuarter(engine.db);
  });

  describe("loading", () => {
    test("puts every feature of every layer on the map", async () => {
      expect(first.layers).toBe(24);
      const layers = await run(listCatalogue);
      expect(layers.reduce((sum, { count }) => sum + count, 0)).toBe(first.features);
      expect(layers.every(({ coverage }) => coverage !== null)).toBe(true);
      expect(layers.filter(({ synthetic }) => !synthetic).map(({ id }) => id)).toEqual([
        "districts",
      ]);
    });

    test("does nothing the second time", async () => {
      expect(await loadQuarter(engine.db)).toEqual({ layers: 0, features: 0 });
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
                 count(*) filter (where st_hausdorffdistance(st_transform(geom, 4548), planar) > 0.02) as unlike,
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
              on a.layer = 'districts' and b.layer = 'districts' and a.id < b.id and a.planar && b.planar`),
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

  describe("a place", () => {
    test("is a building with what the register states, and nothing where it states nothing", async () => {
      const buildings = await features("buildings");
      const unsaid = buildings.find(({ properties }) => properties["built_year"] === null)!;
      const register = await run(async (tx) => {
        const found = await findPlace(tx, { building: unsaid.id });
        return found.ok ? registryFactsOf(tx, found.value) : undefined;
      });
      const facts = register?.buildings[0]?.facts ?? {};
      expect(register).toMatchObject({ synthetic: true, truncated: false });
      expect(facts["building.kind"]).toBe(unsaid.properties["kind"]);
      expect(facts["building.floor_area"]).toBe(unsaid.properties["floor_area"]);
      expect(facts).not.toHaveProperty("building.built_year");
      expect(register?.parcels[0]?.facts["parcel.area"]).toBeGreaterThan(0);
    });

    test("that is drawn holds the buildings of which more than half lie inside", async () => {
      const [block] = await features("blocks");
      const drawn = await place({ polygon: block!.geometry });
      const register = await run((tx) => registryFactsOf(tx, drawn));
      const inBlock = (await features("buildings")).filter(
        ({ properties }) => properties["block"] === block!.id,
      );
      expect(register.buildings.map(({ id }) => id).sort()).toEqual(
        inBlock.map(({ id }) => id).sort(),
      );
    });

    test("is refused where it lies outside the city, or half of it does", async () => {
      const sea = await run((tx) => findPlace(tx, square([122, 38], 0.001)));
      expect(sea).toEqual({ ok: false, refusal: { code: "polygon_outside_city", insideShare: 0 } });
    });

    test("is refused where there is no such building", async () => {
      const none = await run((tx) => findPlace(tx, { building: "CY-0401-B999" }));
      expect(none).toEqual({
        ok: false,
        refusal: { code: "building_missing", id: "CY-0401-B999" },
      });
    });
  });

  describe("a map fact", () => {
    test("is known inside the quarter: district, ring, station, lines", async () => {
      const works = await place({ building: (await building("factory")).id });
      expect(await measure(works, { layer: "districts", measure: "class" })).toMatchObject({
        state: "known",
        value: "chaoyang",
      });
      expect(await measure(works, { layer: "ring_roads", measure: "within" })).toMatchObject({
        value: true,
      });
      expect(await measure(works, { layer: "farmland", measure: "share" })).toMatchObject({
        value: 0,
      });
      expect(await measure(works, { layer: "historic_blocks", measure: "within" })).toMatchObject({
        value: false,
      });
      const station = await measure(works, { layer: "stations", measure: "distance" });
      expect(station).toMatchObject({
        state: "known",
        from: [{ id: expect.stringMatching(/^station/) }],
      });
      const unit = await measure(works, { layer: "renewal_units", measure: "class" });
      expect(unit).toMatchObject({ state: "known", value: expect.stringContaining("更新单元") });
    });

    test("is true where the place lies inside", async () => {
      const house = await place({ building: (await building("courtyard")).id });
      expect(await measure(house, { layer: "historic_blocks", measure: "within" })).toMatchObject({
        state: "known",
        value: true,
      });
    });

    test("is unknown outside what a layer covers, and known there for the real districts", async () => {
      const far = await place(square([116.25, 39.8], 0.001));
      expect(await measure(far, { layer: "stations", measure: "distance" })).toEqual({
        state: "unknown",
        reason: { code: "layer_silent_here", layer: "stations" },
      });
      expect(await measure(far, { layer: "districts", measure: "class" })).toMatchObject({
        value: "fengtai",
        synthetic: false,
      });
      expect(await measure(far, { layer: "ring_roads", measure: "within" })).toMatchObject({
        reason: { code: "layer_silent_here" },
      });
    });

    test("is unknown where the dictionary names a layer that the map does not have", async () => {
      const far = await place(square([116.25, 39.8], 0.001));
      expect(await measure(far, { layer: "view_corridors", measure: "within" })).toEqual({
        state: "unknown",
        reason: { code: "layer_missing", layer: "view_corridors" },
      });
    });

    test("is unknown across a border, with the classes on both sides", async () => {
      const border = await place(square([116.4355, 39.92], 0.02));
      expect(await measure(border, { layer: "districts", measure: "class" })).toMatchObject({
        state: "unknown",
        reason: {
          code: "several_classes",
          classes: expect.arrayContaining(["chaoyang", "dongcheng"]),
        },
      });
    });

    test("of distance is the planar distance to the centimetre", async () => {
      const [station] = await features("stations");
      const [lon, lat] = station!.geometry.coordinates as [number, number];
      const near = await place(square([lon + 0.002, lat], 0.001));
      const { rows } = await run((tx) =>
        tx.query<{ metres: number }>(sql`
          select round(st_distance(st_transform(st_setsrid(st_geomfromgeojson(${JSON.stringify(near.area.geometry)}), 4490), 4548),
                                   planar)::numeric, 2)::float8 as metres
            from land.feature where layer = 'stations' and id = ${station!.id}`),
      );
      const measured = await measure(near, { layer: "stations", measure: "distance" });
      expect(Math.abs((measured as { value: number }).value - rows[0]!.metres)).toBeLessThanOrEqual(
        0.02,
      );
    });
  });

  describe("the conflict check", () => {
    test("tells every layer that speaks, the stricter first, with area and share", async () => {
      const report = await run((tx) => checkOverlaps(tx, square([116.507, 39.9232], 0.002)));
      if (!report.ok) throw new Error(report.refusal.code);
      const { overlaps, place: where } = report.value;
      const levels = overlaps.map(({ level }) => level);
      expect([...levels].sort()).toEqual(levels);
      const water = overlaps.find(({ layer }) => layer === "blue_lines")!;
      expect(water.relation).toBe("overlaps");
      expect(water.share).toBeCloseTo(water.areaM2 / where.areaM2, 3);
      expect(overlaps.find(({ layer }) => layer === "farmland")).toMatchObject({
        relation: "near",
        areaM2: 0,
        distanceM: expect.any(Number),
      });
      expect(where).toMatchObject({
        district: "110105",
        ring: "central",
        block: "CY-0401",
        synthetic: true,
      });
    });

    test("says that layers are silent where they do not cover the place", async () => {
      const report = await run((tx) => checkOverlaps(tx, square([116.25, 39.8], 0.001)));
      if (!report.ok) throw new Error(report.refusal.code);
      const silent = report.value.overlaps.filter(({ relation }) => relation === "unknown");
      expect(silent.map(({ layer }) => layer)).toContain("ecological_red_line");
      expect(silent.every(({ distanceM }) => distanceM === null)).toBe(true);
      expect(report.value.place).toMatchObject({ district: "110106", block: null, buildings: [] });
    });
  });

  describe("the search", () => {
    const titles = async (words: string): Promise<string[]> =>
      (await run((tx) => search(tx, words))).map(({ title, id }) => `${title.zh} ${id}`);

    test("finds by name in either language and by code", async () => {
      expect((await titles("朝阳"))[0]).toContain("110105");
      expect((await titles("chaoyang"))[0]).toContain("110105");
      expect((await titles("CY-0401"))[0]).toContain("CY-0401");
      expect((await titles("纺织厂")).length).toBeGreaterThan(1);
      expect((await titles("avenue"))[0]).toContain("大街");
    });

    test("takes signs of patterns as they are, finds nothing for blanks, and gives twenty at most", async () => {
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
    expect(layers).toHaveLength(24);
    expect(layers.every(({ count, coverage }) => count === 0 && coverage === null)).toBe(true);
    expect(await run(describeCity)).toEqual({ ok: false, refusal: { code: "city_missing" } });
    expect(await run((tx) => findPlace(tx, square([116.5, 39.9], 0.001)))).toEqual({
      ok: false,
      refusal: { code: "city_missing" },
    });
  });
});
