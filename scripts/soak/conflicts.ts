import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { invariant } from "../../src/base/invariant.ts";
import { layerIds } from "../../src/land/contract.ts";
import { loadCity, readGround, type CitySize } from "../../src/land/index.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { openRefusalText } from "../../src/store/problems.ts";
import {
  drawPolygons,
  extentOf,
  holdAgainstSlabs,
  readSurfaces,
  type Agreement,
} from "../../test/bench/conflicts.ts";
import { beijing } from "../../test/harness/ground.ts";
import type { Engine } from "./engine.ts";

export type ConflictOrder = {
  readonly count: number;
  readonly seed: string;
  readonly size: CitySize;
};

export type ConflictFigures = Agreement & {
  readonly engine: string;
  readonly size: string;
  readonly features: number;
};

async function open(engine: Engine, folder: string): Promise<Db> {
  const url = engine.environment["DATABASE_URL"];
  const opened = await openDb({ ...(url ? { url } : { folder }), waitMs: 300_000 });
  if (!opened.ok) throw new Error(openRefusalText(opened.refusal).en);
  return opened.value;
}

/** Polygons all over a city, each checked by the database and by areas worked out without it. */
export async function holdConflicts(
  engine: Engine,
  { count, seed, size }: ConflictOrder,
): Promise<ConflictFigures> {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-conflicts-"));
  const db = await open(engine, folder);
  try {
    const ground = await readGround(beijing);
    const loaded = await loadCity(db, { ground, size, seed: "1" });
    invariant(loaded.ok, "the city is generated");
    const surfaces = await readSurfaces(db, layerIds);
    const polygons = drawPolygons(await extentOf(db, "blocks"), seed, count);
    const agreement = await holdAgainstSlabs(db, { surfaces, polygons });
    return { ...agreement, engine: engine.name, size, features: loaded.value.features };
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}
