import type { AddressInfo } from "node:net";
import { createServer, stopServer } from "../../../src/http/server.ts";
import { landLayers } from "../../../src/land/index.ts";
import { followChanges, keepTiles, mapConsumers, mapRoutes } from "../../../src/map/index.ts";
import type { KeptTiles } from "../../../src/map/index.ts";
import type { TilePlace } from "../../../src/map/model/grid.ts";
import { system } from "../../../src/store/actor.ts";
import { openDb, type Db } from "../../../src/store/db.ts";
import { startFeed } from "../../../src/store/events/feed.ts";
import { sql } from "../../../src/store/sql.ts";
import { openClient, type Client } from "./client.ts";

/** A server of ours over the database of a city, and who asks it. */
export type Stage = {
  readonly db: Db;
  readonly url: string;
  readonly kept: KeptTiles;
  readonly client: Client;
  readonly connections: number;
  /** Tiles of a zoom that hold buildings, in an order that follows from their numbers. */
  tiles(z: number, limit: number): Promise<TilePlace[]>;
  close(): Promise<void>;
};

export const me = system("bench.map");
const unlimited = { readsPerMinute: 1e9, workPerMinute: 1e9, tilesPerMinute: 1e9 };

const failed = (cause: unknown): never => {
  throw cause;
};

async function tilesOf(db: Db, z: number, limit: number): Promise<TilePlace[]> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ x: number; y: number }>(sql`
      select x, y from map.cell
       where layer = 'buildings' and zoom = ${z}
       order by md5(x::text || ' ' || y::text)
       limit ${limit}`),
  );
  return rows.map(({ x, y }) => ({ z, x, y }));
}

/** Waits until what is dense is counted: a city that was just loaded is counted at the start. */
async function whenCounted(db: Db): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    const { rows } = await db.transaction(me, (tx) =>
      tx.query<{ open: number }>(sql`
        select count(*) as open from store.event
         where room = 'land'
           and id > (select after_id from store.cursor where name = 'map.cells')`),
    );
    if (rows[0]?.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the features are not counted within five minutes");
}

/** Opens the database and serves it on this machine, with as many connections as asked. */
export async function openStage(url: string, connections: number): Promise<Stage> {
  const opened = await openDb({ url, poolSize: connections });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const db = opened.value;
  const kept = keepTiles();
  const feed = await startFeed(db, { consumers: mapConsumers([landLayers]), failed });
  const deafen = followChanges(db, { kept, news: feed }, failed);
  const server = await createServer<Db>({
    db,
    routes: [mapRoutes({ publishers: [landLayers], kept })],
    limits: unlimited,
    log: { level: "error" },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const client = openClient(base, connections);
  await whenCounted(db);
  const close = async (): Promise<void> => {
    client.close();
    await deafen();
    await feed.stop();
    await stopServer(server);
    await db.close();
  };
  return { db, url, kept, client, connections, tiles: (z, n) => tilesOf(db, z, n), close };
}
