import { setTimeout as pause } from "node:timers/promises";
import { drawsOf } from "../../src/land/generate/draw.ts";
import type { Engine } from "./engine.ts";
import { startServer, type ServerProcess } from "./process.ts";
import { verify } from "./verify.ts";
import { emptyJournal, settle, write, writeUnder, type Journal } from "./writer.ts";

export type KillFigures = {
  readonly kills: number;
  readonly ofDatabase: number;
  readonly acknowledged: number;
  /** Writes whose answer was cut off by a kill, and asked again under their key. */
  readonly askedAgain: number;
  readonly lost: readonly string[];
  readonly doubled: number;
  /** Times that `zhibu db verify` ran, and what it found. */
  readonly verified: number;
  readonly unsound: readonly string[];
  /** From the start of a new process to its first answer, the longest. */
  readonly slowestStartMs: number;
};

export type KillOrder = {
  readonly kills: number;
  readonly seed: string;
  readonly withinMs?: number;
};

type Seen = { -readonly [Name in keyof KillFigures]: KillFigures[Name] } & {
  lost: string[];
  unsound: string[];
};

/** Kills the server, or its database, in the middle of writes, and looks for each write again. */
export async function kill(engine: Engine, order: KillOrder): Promise<KillFigures> {
  const { kills, seed, withinMs = Number.POSITIVE_INFINITY } = order;
  const until = performance.now() + withinMs;
  const draws = drawsOf(seed, "kills", engine.name);
  const journal = emptyJournal();
  const seen: Seen = {
    ...{ kills: 0, ofDatabase: 0, acknowledged: 0, askedAgain: 0, doubled: 0, verified: 0 },
    ...{ lost: [], unsound: [], slowestStartMs: 0 },
  };
  let server = await startServer(engine.environment);
  const earlier = rowsOf(await server.counts());
  while (seen.kills < kills && performance.now() < until) {
    const writing = writeUnder(server.url, journal);
    await pause(draws.whole(200, 1_500));
    server = await killOnce({ engine, server, writing }, draws.chance(500), seen);
    await look(server, journal, { seen, earlier });
  }
  await server.stop();
  return { ...seen, acknowledged: journal.acknowledged.size };
}

type Scene = {
  readonly engine: Engine;
  readonly server: ServerProcess;
  readonly writing: { stop(): Promise<void> };
};

/** Kills one of the two; the server that stands after it is returned. */
async function killOnce(scene: Scene, atDatabase: boolean, seen: Seen): Promise<ServerProcess> {
  const { engine, server, writing } = scene;
  seen.kills += 1;
  if (engine.crash && atDatabase) {
    seen.ofDatabase += 1;
    engine.crash();
    await writing.stop();
    return server;
  }
  await server.kill();
  await writing.stop();
  const started = performance.now();
  const next = await startServer(engine.environment);
  seen.slowestStartMs = Math.max(seen.slowestStartMs, Math.round(performance.now() - started));
  return next;
}

const rowsOf = (counts: Readonly<Record<string, number>>): number =>
  counts["policy.evaluation"] ?? 0;

const patienceMs = 60_000;

/** A database that comes back is waited for; one that does not is an error. */
async function writeAgain(url: string, key: string): Promise<string> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const id = await write(url, key);
    if (id !== undefined) return id;
    if (performance.now() > until) throw new Error("no write was taken within a minute of a kill");
    await pause(100);
  }
}

type Look = { readonly seen: Seen; readonly earlier: number };

/** Asks again what was cut off, then holds everything that was acknowledged against the rows. */
async function look(server: ServerProcess, journal: Journal, { seen, earlier }: Look) {
  for (const key of journal.open) {
    settle(journal, key, await writeAgain(server.url, key));
    seen.askedAgain += 1;
  }
  for (const [key, id] of sampleOf(journal)) {
    const again = await writeAgain(server.url, key);
    if (again !== id) seen.lost.push(`${key}: ${id}, now ${again}`);
  }
  const rows = rowsOf(await server.counts()) - earlier;
  seen.doubled += Math.max(0, rows - journal.acknowledged.size);
  if (rows < journal.acknowledged.size) {
    seen.lost.push(`${journal.acknowledged.size} acknowledged, ${rows} rows`);
  }
  const { isSound, text } = await verify(server);
  seen.verified += 1;
  if (!isSound) seen.unsound.push(text);
}

/** The latest are those that a kill could have lost; all are counted. */
const sampleOf = ({ acknowledged }: Journal): [string, string][] => [...acknowledged].slice(-40);
