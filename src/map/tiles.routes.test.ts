import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines, type Engine } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createServer, stopServer, type Server } from "../http/server.ts";
import { landLayers } from "../land/index.ts";
import { asGeoJson } from "../store/geometry.ts";
import { system } from "../store/actor.ts";
import { sql } from "../store/sql.ts";
import type { Db } from "../store/db.ts";
import { keepTiles, mapRoutes } from "./index.ts";
import { turnOf } from "./model/shape.ts";
import { boxOf, tileAt, toGrid, type Position, type TilePlace } from "./model/grid.ts";

type Stored = {
  id: string;
  name_zh: string;
  synthetic: boolean;
  properties: Record<string, unknown>;
  geometry: { coordinates: [Position[]] };
};

/** What the database holds of a layer in the box of a tile, without the buffer. */
async function storedIn({ db }: Engine, layer: string, place: TilePlace): Promise<Stored[]> {
  const [west, south, east, north] = boxOf(place, 0);
  const { rows } = await db.transaction(system("test"), (tx) =>
    tx.query<Stored>(sql`
      select id, name_zh, synthetic, properties, ${asGeoJson(sql`geom`, 9)} as geometry
        from land.feature
       where layer = ${layer}
         and st_makeenvelope(${west}::float8, ${south}::float8,
                             ${east}::float8, ${north}::float8, 4490) && geom
         and st_intersects(geom, st_makeenvelope(${west}::float8, ${south}::float8,
                                                 ${east}::float8, ${north}::float8, 4490))
       order by id`),
  );
  return rows;
}

const layerOf = (bytes: Uint8Array, name: string): VectorTileFeature[] => {
  const layer = new VectorTile(new PbfReader(bytes)).layers[name];
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer!.feature(at));
};

/** How far the corners of a shape in the tile are from those that are stored, in units. */
function farthest(feature: VectorTileFeature, stored: Stored, place: TilePlace): number {
  const corners = stored.geometry.coordinates[0].map((position) => toGrid(position, place));
  const drawn = feature.loadGeometry().flat();
  const nearest = ({ x, y }: { x: number; y: number }): number =>
    Math.min(
      ...corners.map(([cornerX, cornerY]) =>
        Math.max(Math.abs(cornerX - x), Math.abs(cornerY - y)),
      ),
    );
  return Math.max(...drawn.map(nearest));
}

onBothEngines("tiles", (engine) => {
  let server: Server;
  beforeAll(async () => {
    await loadQuarter(engine.db);
    const options = { publishers: [landLayers], kept: keepTiles(), publicUrl: "http://127.0.0.1" };
    server = await createServer<Db>({
      db: engine.db,
      routes: [mapRoutes(options)],
      checkAnswers: true,
    });
  });
  afterAll(() => stopServer(server));

  const get = (url: string, headers: Record<string, string> = {}) =>
    server.inject({ method: "GET", url, headers });
  const tile = async (layers: string, { z, x, y }: TilePlace) => {
    const answer = await get(`/tiles/${layers}/${z}/${x}/${y}.mvt`);
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload;
  };
  const middle: Position = [116.5155, 39.9215];

  test("show what stood on a day, no sooner and no later", async () => {
    const place = tileAt(middle, 15);
    const url = `/tiles/buildings/${place.z}/${place.x}/${place.y}.mvt`;
    const idsOn = async (day: string) => {
      const { rawPayload } = await get(`${url}?as_of=${day}`);
      return layerOf(rawPayload, "buildings").map(({ properties }) => String(properties["id"]));
    };
    const [first, second] = await storedIn(engine, "buildings", place);
    await engine.db.transaction(system("test"), async (tx) => {
      const change = sql`'00000000-0000-4000-8000-000000000001'::uuid`;
      await tx.query(sql`
        insert into land.change (id, layer, kind, actor, reason, valid_from, added, replaced,
                                 retired)
        values (${change}, 'buildings', 'edit', 'test', 'pulled down', '2024-05-01', 0, 0, 1)`);
      await tx.query(sql`
        insert into land.feature_past (layer, id, version, name_zh, name_en, geom, planar, area_dm2,
                                       properties, synthetic, valid_from, valid_to, ended_by)
        select layer, 'gone', 1, name_zh, name_en, geom, planar, area_dm2, properties, synthetic,
               '2020-01-01', '2024-05-01', ${change}
          from land.feature where layer = 'buildings' and id = ${first!.id}`);
      await tx.query(sql`
        update land.feature set valid_from = '2023-01-01'
         where layer = 'buildings' and id = ${second!.id}`);
    });
    expect(await idsOn("2019-12-31")).not.toContain("gone");
    expect(await idsOn("2022-06-30")).toEqual(expect.arrayContaining(["gone", first!.id]));
    expect(await idsOn("2022-06-30")).not.toContain(second!.id);
    expect(await idsOn("2024-04-30")).toContain("gone");
    expect(await idsOn("2024-05-01")).not.toContain("gone");
    expect(await idsOn("2024-05-01")).toContain(second!.id);
    expect((await get(`${url}?as_of=2024-02-31`)).statusCode).toBe(400);
    expect(
      layerOf((await get(url)).rawPayload, "buildings").map(({ properties }) => properties["id"]),
    ).not.toContain("gone");
  });

  test("hold the buildings of the database, each with its properties", async () => {
    const place = tileAt(middle, 15);
    const drawn = layerOf(await tile("buildings", place), "buildings");
    const stored = await storedIn(engine, "buildings", place);
    expect(stored.length).toBeGreaterThan(20);
    const byId = new Map(drawn.map((feature) => [feature.properties["id"], feature]));
    for (const each of stored) {
      const { properties } = byId.get(each.id)!;
      expect(properties).toMatchObject({ name: each.name_zh, synthetic: each.synthetic });
      expect(properties["kind"]).toBe(each.properties["kind"]);
      expect(properties["floors"]).toBe(each.properties["floors"]);
    }
  });

  test.each([
    ["blocks", 10, 1],
    ["blocks", 12, 1],
    ["buildings", 13, 20],
    ["buildings", 16, 20],
  ] as const)(
    "draw %s at zoom %i where they stand, within a unit of the grid",
    async (layer, z, least) => {
      const place = tileAt(middle, z);
      const drawn = layerOf(await tile(layer, place), layer);
      const stored = new Map((await storedIn(engine, layer, place)).map((each) => [each.id, each]));
      const whole = drawn.filter((feature) => {
        const [west, north, east, south] = feature.bbox();
        return west! > 0 && north! > 0 && east! < 4096 && south! < 4096;
      });
      const off = whole.map((feature) =>
        farthest(feature, stored.get(String(feature.properties["id"]))!, place),
      );
      expect(off.length).toBeGreaterThan(least);
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
      for (const feature of drawn) {
        const [shell] = feature.loadGeometry();
        expect(turnOf(shell!.map(({ x, y }) => [x, y]))).toBeGreaterThan(0);
      }
    },
  );
});
