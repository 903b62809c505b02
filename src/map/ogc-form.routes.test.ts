import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { lackOf, type OgcAnswer } from "../../test/harness/ogc-schema.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createServer, stopServer, type Server } from "../http/server.ts";
import { landLayers } from "../land/index.ts";
import type { Db } from "../store/db.ts";
import { keepTiles, mapRoutes } from "./index.ts";

onBothEngines("the form of OGC API Features", (engine) => {
  let server: Server;
  beforeAll(async () => {
    await loadQuarter(engine.db);
    const map = mapRoutes({ publishers: [landLayers], kept: keepTiles() });
    server = await createServer<Db>({ db: engine.db, routes: [map] });
  });
  afterAll(() => stopServer(server));

  const answer = async (path: string) => {
    const got = await server.inject({ url: `/ogc${path}`, headers: { host: "map.test" } });
    expect(got.statusCode, path).toBe(200);
    return got;
  };
  const lack = async (kind: OgcAnswer, path: string) =>
    lackOf(kind, (await answer(path)).json()).map((words) => `${path}: ${words}`);

  test.each<[OgcAnswer, string]>([
    ["landing", ""],
    ["conformance", "/conformance"],
    ["collections", "/collections"],
  ])("is that of a %s", async (kind, path) => {
    expect(await lack(kind, path)).toEqual([]);
  });

  test("is that of every collection, of a page of it and of a feature", async () => {
    const lacks: string[] = [];
    let features = 0;
    for (const { id } of landLayers.layers) {
      const path = `/collections/${id}`;
      lacks.push(...(await lack("collection", path)));
      for (const crs of ["OGC/1.3/CRS84", "EPSG/0/4490", "EPSG/0/4548", "EPSG/0/3857"]) {
        const uri = `http://www.opengis.net/def/crs/${crs}`;
        const items = `${path}/items?limit=5&crs=${encodeURIComponent(uri)}`;
        lacks.push(...(await lack("items", items)));
        expect((await answer(items)).headers["content-crs"]).toBe(`<${uri}>`);
      }
      const page = (await answer(`${path}/items?limit=3`)).json<{ features: { id: string }[] }>();
      const [first] = page.features;
      features += page.features.length;
      if (first) lacks.push(...(await lack("item", `${path}/items/${first.id}`)));
    }
    expect(lacks).toEqual([]);
    expect(features).toBeGreaterThan(50);
  });

  test("is missed by an answer without what has to be there", async () => {
    const page = (await answer("/collections/blocks/items?limit=2")).json<
      Record<string, unknown>
    >();
    expect(lackOf("items", page)).toEqual([]);
    for (const name of ["type", "features", "links", "numberReturned"]) {
      const { [name]: gone, ...rest } = page;
      expect(gone).toBeDefined();
      expect(lackOf("items", rest), name).not.toEqual([]);
    }
    expect(lackOf("items", { ...page, links: [] })).not.toEqual([]);
    const bare = { type: "Feature", id: "a", properties: {}, geometry: { type: "Polygon" } };
    expect(lackOf("items", { ...page, features: [bare] })).not.toEqual([]);
  });
});
