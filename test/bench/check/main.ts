/** What `zhibu bench check` starts: measures, and writes one line of JSON. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bilingual } from "../../../src/base/message.ts";
import { system } from "../../../src/base/actor.ts";
import { invariant } from "../../../src/base/invariant.ts";
import { citySizes, loadCity, readGround, type CitySize } from "../../../src/land/index.ts";
import { openBook, surveyConflict, checkConflict } from "../../../src/policy/actions.ts";
import type { Book } from "../../../src/policy/model/book.ts";
import { openDb, type Db } from "../../../src/store/db.ts";
import { openRefusalText } from "../../../src/store/problems.ts";
import { startCluster } from "../../harness/cluster.ts";
import { need, postgresqlFolder } from "../../harness/need.ts";
import { drawPolygons, extentOf, percentile } from "../conflicts.ts";
import { markdownOf, textOf, type Measured, type Part } from "../table.ts";

const { values } = parseArgs({
  options: {
    home: { type: "string", default: process.cwd() },
    count: { type: "string", default: "300" },
    embedded: { type: "string", default: "district" },
    postgresql: { type: "string", default: "city" },
  },
});
const packs = join(values.home, "packs");
const me = system("bench");
const today = "2026-03-16";

const sizeOf = (word: string): CitySize => {
  const size = citySizes.find((one) => one === word);
  if (!size) throw new Error(`a size is one of ${citySizes.join(", ")}`);
  return size;
};

/** The bars: of the embedded engine at the size of a district, of PostgreSQL at that of a city. */
const bars = { pglite: 300, postgresql: 50 } as const;
type Name = keyof typeof bars;

async function open(where: { url: string } | { folder: string }): Promise<Db> {
  const opened = await openDb({ ...where, timeoutMs: 600_000, waitMs: 300_000 });
  if (!opened.ok) throw new Error(openRefusalText(opened.refusal).en);
  return opened.value;
}

/** A whole check, rules and all, of each polygon: in milliseconds that passed. */
async function timesOf(db: Db, book: Book, polygons: readonly unknown[]): Promise<number[]> {
  const times: number[] = [];
  for (const geometry of polygons) {
    const checking = { book, body: { place: { geometry } }, today };
    const begun = performance.now();
    const surveyed = await db.transaction(me, (tx) => surveyConflict(tx, checking));
    if (!surveyed.ok) continue;
    checkConflict(book, surveyed.value);
    times.push(performance.now() - begun);
  }
  return times;
}

/** Checks before the clock runs: a server that has answered is what a city has. */
const warming = 20;

async function partOf(name: Name, db: Db, size: CitySize): Promise<Part> {
  const book = await openBook(packs, "beijing");
  invariant(book.ok, "the shipped pack compiles");
  process.stderr.write(`${name}: ${size}\n`);
  const ground = await readGround(join(packs, "beijing"));
  const loaded = await loadCity(db, { ground, size, seed: "1" });
  invariant(loaded.ok, "the city is generated");
  const polygons = drawPolygons(await extentOf(db, "blocks"), "bench", Number(values.count));
  await timesOf(db, book.value, polygons.slice(0, warming));
  const times = await timesOf(db, book.value, polygons);
  const { features } = loaded.value;
  return {
    title: bilingual(`冲突检查，${name}，${size}`, `Conflict checks, ${name}, ${size}`),
    lines: [`${times.length} random polygons, ${features} features on the map; rules included.`],
    rows: [
      { name: "p50", figure: percentile(times, 50), unit: "ms" },
      { name: "p95", figure: percentile(times, 95), unit: "ms", most: bars[name] },
    ],
  };
}

async function embedded(): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-bench-"));
  const db = await open({ folder: join(folder, "data") });
  try {
    return await partOf("pglite", db, sizeOf(values.embedded));
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(bin: string): Promise<Part> {
  const cluster = startCluster(bin);
  const db = await open({ url: cluster.url("postgres") });
  try {
    return await partOf("postgresql", db, sizeOf(values.postgresql));
  } finally {
    await db.close();
    cluster.stop();
  }
}

const bin = postgresqlFolder();
const parts = [await embedded(), ...(bin === undefined ? [] : [await onServer(bin)])];
const load = loadavg()
  .map((figure) => figure.toFixed(1))
  .join(" ");
const cores = availableParallelism();
const measured: Measured = {
  parts,
  missing:
    bin === undefined
      ? [{ name: "PostgreSQL", why: bilingual(need("postgres").cure, need("postgres").cure) }]
      : [],
  machine: bilingual(
    `Node ${process.version}，${cores} 核，负载 ${load}；时间为经过的时间`,
    `Node ${process.version}, ${cores} cores, load ${load}; times are those that passed.`,
  ),
};
const text = { zh: textOf(measured, "zh"), en: textOf(measured, "en") };
process.stdout.write(`${JSON.stringify({ measured, text, markdown: markdownOf(measured) })}\n`);
