import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createServer, stopServer, type Server } from "../http/server.ts";
import { landLayers } from "../land/index.ts";
import { system } from "../store/actor.ts";
import type { Db } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import type { Collection, Collections, LandingPage, Link } from "./contract.ts";
import { keepTiles, mapRoutes } from "./index.ts";

type Page = {
  readonly type: string;
  readonly numberReturned: number;
  readonly links: readonly Link[];
  readonly features: readonly {
    readonly type: string;
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
};

const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const query = (words: Record<string, string>): string => new URLSearchParams(words).toString();

onBothEngines("OGC API Features", (engine) => {
  let server: Server;
  beforeAll(async () => {
    await loadQuarter(engine.db);
    const map = mapRoutes({ publishers: [landLayers], kept: keepTiles() });
    server = await createServer<Db>({ db: engine.db, routes: [map], checkAnswers: true });
  });
  afterAll(() => stopServer(server));

  const get = (url: string, headers: Record<string, string> = {}) =>
    server.inject({ method: "GET", url, headers: { host: "map.test", ...headers } });
  const items = async (words: Record<string, string> = {}, layer = "buildings") => {
    const answer = await get(`/ogc/collections/${layer}/items?${query(words)}`);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    return answer.json<Page>();
  };
  const count = async (filter: string, language = "cql2-text") =>
    (await items({ filter, "filter-lang": language, limit: "10000" })).numberReturned;
  const hrefOf = (links: readonly Link[], rel: string) =>
    links.find((link) => link.rel === rel)?.href;

  test("leads from the landing page to every feature, by its links alone", async () => {
    const landing = (await get("/ogc")).json<LandingPage>();
    const list = hrefOf(landing.links, "data")!;
    expect(list).toBe("http://map.test/ogc/collections");
    const { collections } = (await get(new URL(list).pathname)).json<Collections>();
    const buildings = collections.find(({ id }) => id === "buildings")!;
    expect(buildings.extent?.spatial.bbox[0]).toHaveLength(4);
    expect(buildings.description).toContain("合成");
    const ids: string[] = [];
    let href: string | undefined = `${hrefOf(buildings.links, "items")!}?limit=170`;
    while (href !== undefined) {
      const url = new URL(href);
      const answer: Page = (await get(url.pathname + url.search)).json<Page>();
      expect(answer.numberReturned).toBe(answer.features.length);
      ids.push(...answer.features.map(({ id }) => id));
      href = hrefOf(answer.links, "next");
    }
    expect(ids).toHaveLength(600);
    expect(new Set(ids).size).toBe(600);
  });

  test("says what it keeps of the standards, and describes each collection in OpenAPI", async () => {
    const { conformsTo } = (await get("/ogc/conformance")).json<{ conformsTo: string[] }>();
    expect(conformsTo).toContain("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core");
    const api = await get("/ogc/api");
    expect(api.headers["content-type"]).toBe("application/vnd.oai.openapi+json;version=3.0");
    const { paths, openapi } = api.json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(openapi).toBe("3.0.3");
    expect(Object.keys(paths)).toContain("/collections/blocks/items/{featureId}");
  });

  test("answers a browser with pages that have no script", async () => {
    const accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    const paths = ["", "/conformance", "/api", "/collections", "/collections/blocks"];
    const more = ["/collections/blocks/items", "/collections/blocks/queryables"];
    for (const path of [...paths, ...more]) {
      const answer = await get(`/ogc${path}`, { accept });
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.body).toContain("<h1>");
      expect(answer.body).not.toContain("<script");
    }
    expect((await get("/ogc?f=html")).body).toContain("http://map.test/ogc/collections");
  });

  test("tells places in each system, with its own order of coordinates", async () => {
    const first = async (crs?: string) => {
      const url = `/ogc/collections/stations/items?limit=1${crs ? `&crs=${crs}` : ""}`;
      const answer = await get(url);
      const [feature] = answer.json<Page>().features;
      const [x = 0, y = 0] = feature!.geometry.coordinates as number[];
      return { crs: answer.headers["content-crs"], x, y };
    };
    const degrees = await first();
    expect(degrees.crs).toBe("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    expect(Math.round(degrees.x)).toBe(117);
    const stored = await first(epsg(4490));
    expect({ x: stored.y, y: stored.x }).toEqual({ x: degrees.x, y: degrees.y });
    const metres = await first(epsg(4548));
    expect(metres.crs).toBe(`<${epsg(4548)}>`);
    expect(Math.round(metres.x / 1e5)).toBe(44);
    expect(Math.round(metres.y / 1e5)).toBe(5);
    const web = await first(epsg(3857));
    expect(web.x).toBeCloseTo((degrees.x * 20037508.342789244) / 180, 1);
  });

  test("finds the same in a box, whichever system the box is told in", async () => {
    const box = [116.512, 39.918, 116.516, 39.922] as const;
    const [west, south, east, north] = box;
    const inDegrees = await items({ bbox: box.join(","), limit: "1000" });
    const turned = await items({
      bbox: [south, west, north, east].join(","),
      "bbox-crs": epsg(4490),
      limit: "1000",
    });
    expect(inDegrees.numberReturned).toBeGreaterThan(10);
    expect(turned.features).toEqual(inDegrees.features);
    const filter = `S_INTERSECTS(geometry, BBOX(${box.join(",")}))`;
    expect(await count(filter)).toBe(inDegrees.numberReturned);
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const ring = corners.map((corner) => corner.join(" ")).join(",");
    expect(await count(`S_INTERSECTS(geometry, POLYGON((${ring})))`)).toBe(
      inDegrees.numberReturned,
    );
  });

  test("filters by properties as the rows themselves say", async () => {
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query<{ tall: number; kinds: number; undated: number; named: number }>(sql`
        select count(*) filter (where (properties->>'floors')::int > 5) as tall,
               count(*) filter (where properties->>'kind' = 'apartment') as kinds,
               count(*) filter (where properties->>'built_year' is null) as undated,
               count(*) filter (where name_zh like '%1%') as named
          from land.feature where layer = 'buildings'`),
    );
    const { tall, undated, named } = rows[0]!;
    expect(await count("floors > 5")).toBe(tall);
    expect(await count("floors BETWEEN 6 AND 1000")).toBe(tall);
    expect(await count("NOT floors <= 5")).toBe(tall);
    expect(await count("built_year IS NULL")).toBe(undated);
    expect(await count("name LIKE '%1%'")).toBe(named);
    expect(await count("floors > 5 AND built_year IS NULL OR FALSE")).toBeLessThan(tall);
    expect(await count('{"op":">","args":[{"property":"floors"},5]}', "cql2-json")).toBe(tall);
    const [one] = (await items({ limit: "1" })).features;
    const floors = String(one!.properties["floors"]);
    const equal = await items({ floors, limit: "10000" });
    expect(equal.numberReturned).toBe(await count(`floors IN (${floors})`));
    expect(await count("floors = 'five'")).toBe(0);
  });

  test("tells what held on a day", async () => {
    await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        update land.feature set valid_from = '2024-05-01', version = 2
         where layer = 'parks' and id = (select min(id) from land.feature where layer = 'parks')`),
    );
    const all = (await items({}, "parks")).numberReturned;
    const on = async (datetime: string) => (await items({ datetime }, "parks")).numberReturned;
    expect(await on("2024-04-30")).toBe(all - 1);
    expect(await on("2024-05-01")).toBe(all);
    expect(await on("2024-04-30T16:00:00Z")).toBe(all);
    expect(await on("../2024-04-30")).toBe(all - 1);
    expect(await on("2020-01-01/..")).toBe(all);
  });

  test("gives one feature with its links, and a tag by which it need not come again", async () => {
    const [first] = (await items({ limit: "1" })).features;
    const url = `/ogc/collections/buildings/items/${first!.id}`;
    const answer = await get(url);
    expect(answer.json()).toMatchObject({
      type: "Feature",
      id: first!.id,
      links: [{ rel: "self" }, {}, {}],
    });
    const again = await get(url, { "if-none-match": String(answer.headers["etag"]) });
    expect(again.statusCode).toBe(304);
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
  });

  test("tells by which properties a layer may be asked", async () => {
    const answer = await get("/ogc/collections/buildings/queryables");
    expect(answer.headers["content-type"]).toContain("application/schema+json");
    expect(answer.json()).toMatchObject({
      properties: { floors: { type: "number" }, kind: { type: "string" }, geometry: {} },
    });
    expect((await get("/ogc/collections/buildings")).json<Collection>().crs).toHaveLength(4);
  });

  test("knows a property that one feature alone has, the last of its layer", async () => {
    await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        update land.feature set properties = properties || '{"lone_mark": 7}'
         where layer = 'buildings'
           and id = (select max(id) from land.feature where layer = 'buildings')`),
    );
    expect(await count("lone_mark = 7")).toBe(1);
    expect(await count("lone_mark IS NULL")).toBe(599);
    const { properties } = (await get("/ogc/collections/buildings/queryables")).json<{
      properties: Record<string, unknown>;
    }>();
    expect(properties["lone_mark"]).toEqual({ title: "lone_mark", type: "number" });
  });

  test.each<[string, number, string]>([
    ["clouds", 404, "layer_unknown"],
    ["clouds/items", 404, "layer_unknown"],
    ["buildings/items/none", 404, "feature_missing"],
    ["buildings/items?limit=0", 400, "request_invalid"],
    ["buildings/items?bbox=1,2,3", 400, "bbox_invalid"],
    ["buildings/items?bbox=116,40,115,41", 400, "bbox_invalid"],
    ["buildings/items?bbox=1e9,1e9,2e9,2e9", 400, "bbox_invalid"],
    ["buildings/items?crs=EPSG:4490", 400, "crs_unknown"],
    ["buildings/items?datetime=yesterday", 400, "datetime_invalid"],
    ["buildings/items?datetime=2024-02-31", 400, "datetime_invalid"],
    ["buildings/items?flors=5", 400, "property_unknown"],
    ["buildings/items?filter=flors%3E5", 400, "property_unknown"],
    ["buildings/items?filter=floors%3E", 400, "filter_invalid"],
    ["buildings/items?filter=%27%3Bdrop+table", 400, "filter_invalid"],
    [`buildings/items?filter=${"(".repeat(2_000)}`, 400, "filter_invalid"],
    ["buildings/items?filter=S_INTERSECTS(geometry,POLYGON((0+0,1+1)))", 400, "filter_invalid"],
    ["buildings/items?filter=1&filter-lang=sql", 400, "filter_invalid"],
    ["buildings/items?f=xml", 400, "form_unknown"],
  ])("GET collections/%s answers %i %s", async (url, status, code) => {
    const answer = await get(`/ogc/collections/${url}`);
    expect(answer.json()).toMatchObject({ status, code });
  });
});
