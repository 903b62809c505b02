/** The server that is measured, in a process of its own: who asks takes no time from it. */
import type { AddressInfo } from "node:net";
import { createServer, stopServer } from "../../../src/http/server.ts";
import { landLayers } from "../../../src/land/index.ts";
import { followChanges, keepTiles, mapConsumers, mapRoutes } from "../../../src/map/index.ts";
import { system } from "../../../src/store/actor.ts";
import { openDb, type Db } from "../../../src/store/db.ts";
import { startFeed } from "../../../src/store/events/feed.ts";
import { sql } from "../../../src/store/sql.ts";

/** What whoever measures may ask of it; each is answered with how often the map changed. */
export type Asked = "forget" | "changes" | "close";
export type Told = { readonly base?: string; readonly changes: number };

const unlimited = { readsPerMinute: 1e9, workPerMinute: 1e9, tilesPerMinute: 1e9 };

const failed = (cause: unknown): never => {
  throw cause;
};

/** Waits until what is dense is counted: a city that was just loaded is counted at the start. */
async function whenCounted(db: Db): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    const { rows } = await db.transaction(system("bench.map"), (tx) =>
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

const [url = "", connections = "4"] = process.argv.slice(2);
const opened = await openDb({ url, poolSize: Number(connections) });
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
await whenCounted(db);

const tell = (told: Omit<Told, "changes">): void =>
  void process.send?.({ ...told, changes: kept.changes });

async function close(): Promise<void> {
  await deafen();
  await feed.stop();
  await stopServer(server);
  await db.close();
  process.disconnect();
}

process.on("message", (asked: Asked) => {
  if (asked === "forget") kept.forgetAll();
  if (asked === "close") void close();
  else tell({});
});
tell({ base: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
