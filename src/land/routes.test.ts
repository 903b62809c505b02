import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createServer, stopServer, type Server } from "../http/server.ts";
import type { Db } from "../store/db.ts";
import type { FeatureCollection, HeatMap, HitList, LayerList, OverlapReport } from "./contract.ts";
import type { Static } from "typebox";
import { landRoutes } from "./routes.ts";

const ring = (points: readonly (readonly [number, number])[]): unknown => ({
  type: "Polygon",
  coordinates: [points],
});
const box = (west: number, south: number, size: number): unknown =>
  ring([
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]);

onBothEngines("the map over HTTP", (engine) => {
  let server: Server;
  beforeAll(async () => {
    await loadQuarter(engine.db);
    server = await createServer<Db>({ db: engine.db, routes: [landRoutes], checkAnswers: true });
  });
  afterAll(() => stopServer(server));

  const get = (url: string) => server.inject({ method: "GET", url: `/api/v1/land/${url}` });
  const overlaps = (payload: object) =>
    server.inject({ method: "POST", url: "/api/v1/land/overlaps", payload });

  test("lists the layers in the order of the legend", async () => {
    const answer = await get("layers");
    const { layers } = answer.json<Static<typeof LayerList>>();
    expect(answer.statusCode).toBe(200);
    expect(layers[0]).toMatchObject({ id: "districts", count: 16, synthetic: false });
    expect(layers.find(({ id }) => id === "buildings")).toMatchObject({
      count: 600,
      synthetic: true,
    });
  });

  test("tells how much of a kind stands in each block, and of how many the area is unknown", async () => {
    const heat = (await get("heat/factories")).json<HeatMap>();
    const all = (await get("layers/buildings/features")).json<FeatureCollection>().features;
    const works = all.filter(({ properties }) =>
      ["factory", "warehouse"].includes(String(properties["kind"])),
    );
    const sum = (of: (block: HeatMap["blocks"][number]) => number) =>
      heat.blocks.reduce((total, block) => total + of(block), 0);
    const areas = works.map(({ properties }) => properties["floor_area"]);
    expect(heat.synthetic).toBe(true);
    expect(works.length).toBeGreaterThan(0);
    expect(sum(({ buildings }) => buildings)).toBe(works.length);
    expect(sum(({ unmeasured }) => unmeasured)).toBe(
      areas.filter((area) => (area ?? null) === null).length,
    );
    expect(sum(({ floorAreaM2 }) => floorAreaM2)).toBeCloseTo(
      areas.reduce<number>((total, area) => total + Number(area ?? 0), 0),
      2,
    );
    expect((await get("heat/castles")).statusCode).toBe(400);
  });

  test("gives the features of a box as GeoJSON, each marked as what it is", async () => {
    const answer = await get("layers/buildings/features?bbox=116.5,39.91,116.53,39.93&limit=10");
    const { features, truncated, type } = answer.json<FeatureCollection>();
    expect(answer.statusCode).toBe(200);
    expect({ type, truncated, count: features.length }).toEqual({
      type: "FeatureCollection",
      truncated: true,
      count: 10,
    });
    expect(features.every(({ properties }) => properties["synthetic"] === true)).toBe(true);
    const one = await get(`features/buildings/${features[0]!.id}`);
    expect(one.json()).toEqual(features[0]);
  });

  test("tells the city", async () => {
    expect((await get("city")).json()).toMatchObject({
      title: { zh: "北京市", en: "Beijing" },
      generated: { size: "quarter", buildings: 600 },
    });
  });

  test("searches", async () => {
    const { hits } = (await get(`search?q=${encodeURIComponent("朝阳")}`)).json<HitList>();
    expect(hits[0]).toMatchObject({ layer: "districts", id: "110105", title: { en: "Chaoyang" } });
  });

  test("holds a building and a drawn area against every layer", async () => {
    const features = (await get("layers/buildings/features?limit=1")).json<FeatureCollection>()
      .features;
    const picked = await overlaps({ building: features[0]!.id });
    expect(picked.statusCode).toBe(200);
    expect(picked.json<OverlapReport>().place.building).toBe(features[0]!.id);
    const drawn = await overlaps({ polygon: box(116.51, 39.919, 0.002) });
    expect(drawn.statusCode).toBe(200);
    expect(drawn.json<OverlapReport>().overlaps.length).toBeGreaterThan(10);
  });

  test.each<[string, number, string]>([
    ["layers/clouds/features", 404, "layer_unknown"],
    ["features/clouds/1", 404, "layer_unknown"],
    ["features/buildings/none", 404, "feature_missing"],
    ["layers/buildings/features?bbox=1,2", 400, "bbox_invalid"],
    ["layers/buildings/features?limit=5001", 400, "request_invalid"],
    ["search", 400, "request_invalid"],
  ])("GET %s answers %i %s", async (url, status, code) => {
    const answer = await get(url);
    expect(answer.json()).toMatchObject({
      status,
      code,
      message: { zh: expect.any(String), en: expect.any(String) },
    });
    expect(answer.statusCode).toBe(status);
  });

  test.each<[string, object, number, string]>([
    ["nothing", {}, 400, "request_invalid"],
    ["a building that is not there", { building: "x" }, 404, "building_missing"],
    ["words", { polygon: "here" }, 422, "polygon_invalid"],
    ["an empty area", { polygon: ring([]) }, 422, "polygon_empty"],
    [
      "a bow-tie",
      {
        polygon: ring([
          [116.5, 39.9],
          [116.51, 39.91],
          [116.51, 39.9],
          [116.5, 39.91],
          [116.5, 39.9],
        ]),
      },
      422,
      "polygon_self_crossing",
    ],
    ["a district", { polygon: box(116.4, 39.8, 0.1) }, 422, "polygon_too_large"],
    ["a sea", { polygon: box(122, 38, 0.001) }, 422, "polygon_outside_city"],
    ["metres", { polygon: box(447950, 4419435, 10) }, 422, "coordinates_not_lonlat"],
    [
      "very many points",
      { polygon: ring(Array.from({ length: 5001 }, () => [116.5, 39.9] as const)) },
      422,
      "polygon_too_many_points",
    ],
  ])("a conflict check of %s is refused", async (_, body, status, code) => {
    const answer = await overlaps(body);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
  });
});
