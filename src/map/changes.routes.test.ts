import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createServer, stopServer, type Server } from "../http/server.ts";
import { landLayers } from "../land/index.ts";
import { system } from "../store/actor.ts";
import type { Db } from "../store/db.ts";
import { appendEvent } from "../store/event.ts";
import { startFeed, type Feed } from "../store/events/feed.ts";
import { sql } from "../store/sql.ts";
import { followChanges, keepTiles, lookForNews, mapConsumers, mapRoutes } from "./index.ts";
import { tileAt, type Position, type TilePlace } from "./model/grid.ts";

const surprised = (cause: unknown): never => {
  throw cause;
};
const within = { timeout: 20_000, interval: 20 };
const me = system("test");

onBothEngines("tiles of a map that changes", (engine) => {
  const kept = keepTiles();
  let server: Server;
  let feed: Feed;
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    await loadQuarter(engine.db);
    const consumers = mapConsumers([landLayers]);
    feed = await startFeed(engine.db, { consumers, failed: surprised });
    ends.push(feed.stop, followChanges(engine.db, { kept, news: feed }, surprised));
    const map = mapRoutes({ publishers: [landLayers], kept, publicUrl: "http://127.0.0.1" });
    server = await createServer<Db>({ db: engine.db, routes: [map], checkAnswers: true });
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
    await stopServer(server);
  });

  const get = (layers: string, { z, x, y }: TilePlace) =>
    server.inject({ method: "GET", url: `/tiles/${layers}/${z}/${x}/${y}.mvt` });
  const tagOf = async (layers: string, place: TilePlace) =>
    String((await get(layers, place)).headers["etag"]);
  const countsIn = async (place: TilePlace): Promise<number> => {
    const { rawPayload } = await get("buildings", place);
    const layer = new VectorTile(new PbfReader(rawPayload)).layers["buildings_count"];
    const cells = Array.from({ length: layer?.length ?? 0 }, (_, at) => layer!.feature(at));
    return cells.reduce((sum, { properties }) => sum + Number(properties["count"]), 0);
  };
  const middle: Position = [116.5155, 39.9215];

  test("count the buildings from afar, at every zoom all of them", async () => {
    for (const z of [0, 6, 9]) {
      await vi.waitFor(async () => expect(await countsIn(tileAt(middle, z))).toBe(600), within);
    }
  });

  test("show an edit, and keep the tag of each tile that it does not touch", async () => {
    const { rows } = await engine.db.transaction(me, (tx) =>
      tx.query<{ id: string; box: [number, number, number, number] }>(sql`
        select id, jsonb_build_array(st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom))
                 as box
          from land.feature where layer = 'buildings' order by st_xmin(geom) limit 1`),
    );
    const { id, box } = rows[0]!;
    const touched = tileAt([box[0], box[1]], 16);
    const apart = { ...touched, x: touched.x + 2 };
    const afar = tileAt([box[0], box[1]], 9);
    const tags = async () => [
      await tagOf("buildings", touched),
      await tagOf("buildings", apart),
      await tagOf("parcels", touched),
    ];
    const before = await tags();
    await vi.waitFor(async () => expect(await countsIn(afar)).toBe(600), within);
    await engine.db.transaction(me, async (tx) => {
      await tx.query(sql`delete from land.feature where layer = 'buildings' and id = ${id}`);
      const event = { room: "land", kind: "features_changed", subject: "buildings" };
      await appendEvent(tx, { ...event, detail: { boxes: [box] } });
    });
    await vi.waitFor(async () => expect((await tags())[0]).not.toBe(before[0]), within);
    expect((await tags()).slice(1)).toEqual(before.slice(1));
    await vi.waitFor(async () => expect(await countsIn(afar)).toBe(599), within);
    expect(await countsIn(tileAt(middle, 0))).toBe(599);
  });

  test("are let go of by a node that only reads and looks by itself", async () => {
    const place = tileAt(middle, 16);
    const own = keepTiles();
    const news = lookForNews(engine.db, surprised);
    const stop = followChanges(engine.db, { kept: own, news }, surprised);
    const bytes = new Uint8Array(1);
    const tile = { place, layers: ["parks"], bytes, packed: async () => bytes };
    await vi.waitFor(() => expect(own.changes).toBeGreaterThan(0), within);
    own.keep("parks", { ...tile, hash: "a", leftOut: {} }, own.changes);
    await engine.db.transaction(me, (tx) =>
      appendEvent(tx, { room: "land", kind: "features_changed", subject: "parks" }),
    );
    await vi.waitFor(() => expect(own.find("parks")).toBeUndefined(), within);
    await stop();
    await news.stop();
  });
});
