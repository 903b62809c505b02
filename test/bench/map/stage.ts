import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { TilePlace } from "../../../src/map/model/grid.ts";
import { system } from "../../../src/store/actor.ts";
import { openDb, type Db } from "../../../src/store/db.ts";
import { sql } from "../../../src/store/sql.ts";
import { openClient, type Client } from "./client.ts";
import type { Asked, Told } from "./server.ts";

/** A server of ours over the database of a city, and who asks it. */
export type Stage = {
  readonly db: Db;
  readonly url: string;
  readonly client: Client;
  readonly connections: number;
  /** Has the server let go of all tiles that it keeps. */
  forget(): Promise<void>;
  /** How often the server has seen the map change. */
  changes(): Promise<number>;
  /** Tiles of a zoom that hold buildings, in an order that follows from their numbers. */
  tiles(z: number, limit: number): Promise<TilePlace[]>;
  close(): Promise<void>;
};

export const me = system("bench.map");

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

/** The next word of the server; if it ends instead, so does the measurement. */
async function hear(server: ChildProcess): Promise<Told> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = async (): Promise<never> => {
    const [code] = (await once(server, "exit", { signal })) as [number | null];
    throw new Error(`the server that is measured ended with ${code}`);
  };
  const word = once(server, "message", { signal }) as Promise<[Told]>;
  try {
    const [told] = await Promise.race([word, ended()]);
    return told;
  } finally {
    waiting.abort();
  }
}

/** Opens the database and has it served on this machine, with as many connections as asked. */
export async function openStage(url: string, connections: number): Promise<Stage> {
  const opened = await openDb({ url, poolSize: 2 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const db = opened.value;
  const server = fork(join(import.meta.dirname, "map-server.mjs"), [url, `${connections}`]);
  const { base = "" } = await hear(server);
  const client = openClient(base, connections);
  const ask = async (asked: Asked): Promise<number> => {
    server.send(asked);
    return (await hear(server)).changes;
  };
  const close = async (): Promise<void> => {
    client.close();
    server.send("close" satisfies Asked);
    await once(server, "exit");
    await db.close();
  };
  const forget = async (): Promise<void> => void (await ask("forget"));
  const changes = (): Promise<number> => ask("changes");
  const tiles = (z: number, limit: number) => tilesOf(db, z, limit);
  return { db, url, client, connections, forget, changes, tiles, close };
}
