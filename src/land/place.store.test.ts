import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers, square } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { sql } from "../store/sql.ts";
import { checkOverlaps, surveyPlace } from "./actions/map.ts";
import { findPlace, registryFactsOf } from "./actions/place.ts";

onBothEngines("a place on the map", (engine) => {
  const { run, place, features, measure, building } = askers(engine);
  beforeAll(async () => {
    await loadQuarter(engine.db);
  });

  describe("a place", () => {
    test("is a building with what the register states, and no more", async () => {
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

    test("is unknown where a layer is silent, and known there for the real districts", async () => {
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
      const shape = JSON.stringify(near.area.geometry);
      const { rows } = await run((tx) =>
        tx.query<{ metres: number }>(sql`
          select round(st_distance(
                   st_transform(st_setsrid(st_geomfromgeojson(${shape}::text), 4490), 4548),
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
        relation: "clear",
        areaM2: 0,
        distanceM: null,
      });
      expect(where).toMatchObject({
        district: "110105",
        ring: "central",
        block: "CY-0401",
        synthetic: true,
      });
    });

    test("takes a line: its length in each layer, and its share", async () => {
      const [west, east] = [
        [116.5, 39.9232],
        [116.514, 39.9232],
      ];
      const line = { type: "LineString", coordinates: [west, east] };
      const report = await run((tx) => checkOverlaps(tx, { geometry: line }));
      if (!report.ok) throw new Error(report.refusal.code);
      const { overlaps, place: where } = report.value;
      expect(where).toMatchObject({ kind: "line", areaM2: 0 });
      expect(where.lengthM).toBeGreaterThan(1190);
      const water = overlaps.find(({ layer }) => layer === "blue_lines")!;
      expect(water).toMatchObject({ relation: "overlaps", areaM2: 0 });
      expect(water.lengthM).toBeGreaterThan(0);
      expect(water.share).toBeCloseTo(water.lengthM / where.lengthM, 3);
    });

    test("tells that a point lies in the reach of a station, and how far it is", async () => {
      const [station] = await features("stations");
      const [lon, lat] = station!.geometry.coordinates as [number, number];
      const point = { type: "Point", coordinates: [lon + 0.004, lat] };
      const report = await run((tx) => checkOverlaps(tx, { geometry: point }));
      if (!report.ok) throw new Error(report.refusal.code);
      const reached = report.value.overlaps.find(({ layer }) => layer === "stations")!;
      expect(reached).toMatchObject({ relation: "reached", share: 0 });
      expect(reached.distanceM).toBeGreaterThan(300);
      expect(reached.features[0]).toMatchObject({ id: station!.id, reachM: 800 });
      expect(report.value.place).toMatchObject({ kind: "point", district: "110105" });
    });

    test("measures how much of a place lies in both layers of a pair", async () => {
      const drawn = await place(square([116.507, 39.9232], 0.002));
      const pairs = [
        { first: "blocks", second: "blue_lines" },
        { first: "blue_lines", second: "farmland" },
      ];
      const { report, shared } = await run((tx) => surveyPlace(tx, drawn, { measures: [], pairs }));
      const water = report.overlaps.find(({ layer }) => layer === "blue_lines")!;
      // The blocks cover all of the quarter, and so all of its water.
      expect(shared).toEqual([{ ...pairs[0], areaM2: water.areaM2, lengthM: 0 }]);
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
});
