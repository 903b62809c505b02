import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { invariant } from "../../src/base/invariant.ts";
import { system } from "../../src/base/actor.ts";
import { generateCity, geoJsonPieces, loadCity, readGround } from "../../src/land/index.ts";
import type { CitySize, Ground } from "../../src/land/index.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { startCluster } from "../../test/harness/cluster.ts";
import { root } from "../step.ts";

/** One making of a size: what it came to, how long it took, the most memory held so far. */
export type Making = {
  readonly features: number;
  readonly digest: string;
  readonly seconds: number;
  readonly peakMb: number;
};

/** What a database says of a loaded city. */
export type Loading = {
  readonly engine: string;
  readonly size: CitySize;
  readonly seconds: number;
  readonly features: number;
  readonly blocks: number;
  readonly km2: number;
  readonly buildings: number;
  readonly m2: number;
  readonly invalid: number;
  readonly overlapM2: number;
  readonly gapM2: number;
  readonly touching: number;
  readonly outside: number;
};

export type RingTotal = {
  readonly ring: string;
  readonly blocks: number;
  readonly km2: number;
  readonly buildings: number;
  readonly m2: number;
  /** What the plan publishes of the ring's floor area, m². */
  readonly publishedM2: number | undefined;
};

type RingCount = Omit<RingTotal, "publishedM2">;

export type CityFigures = {
  readonly first: Making;
  readonly again: Making;
  readonly other: Making;
  readonly rings: readonly RingTotal[];
  readonly loadings: readonly Loading[];
};

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

/** A layer's file has a head and a foot around its features. */
const framePieces = 2;

function make(ground: Ground, seed: string): Making {
  const start = performance.now();
  const hash = createHash("sha256");
  let features = 0;
  for (const layer of generateCity({ size: "city", seed, ...ground }).layers) {
    for (const piece of geoJsonPieces(layer)) {
      hash.update(piece);
      features += 1;
    }
    features -= framePieces;
  }
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { features, digest: hash.digest("hex"), seconds: secondsSince(start), peakMb };
}

const timeoutMs = 60 * 60_000;
const asker = system("soak.city");

const ask = <Row>(db: Db, query: ReturnType<typeof sql>): Promise<Row[]> =>
  db.transaction(asker, async (tx) => (await tx.query<Row>(query)).rows, { timeoutMs });

type Shapes = Pick<Loading, "invalid" | "overlapM2" | "gapM2" | "touching" | "outside">;

/**
 * What the engine's own geometry says: valid, apart, inside, and no hole between blocks. Buildings
 * are too many to be held against each other without the index of the map.
 */
async function lookAtShapes(db: Db): Promise<Shapes> {
  const [found] = await ask<Shapes>(
    db,
    sql`
      with block as (select id, planar from land.feature where layer = 'blocks')
      select (select count(*) from land.feature
               where not st_isvalid(geom) or not st_isvalid(planar)) as invalid,
             (select coalesce(sum(st_area(st_intersection(a.planar, b.planar))), 0)::float8
                from block a join block b on a.id < b.id and a.planar && b.planar) as "overlapM2",
             (select (st_area(st_union(planar)) - sum(st_area(planar)))::float8
                from block) as "gapM2",
             (select count(*) from land.feature a join land.feature b
                on a.id < b.id and st_intersects(a.planar, b.planar)
               where a.layer = 'buildings' and b.layer = 'buildings') as touching,
             (select count(*) from land.feature building
                join block on block.id = building.properties->>'block'
               where building.layer = 'buildings'
                 and not st_covers(block.planar, building.planar)) as outside`,
  );
  invariant(found, "a question for counts has one answer");
  return found;
}

const ringCounts = (db: Db): Promise<RingCount[]> =>
  ask<RingCount>(
    db,
    sql`
      with block as (
        select id, area_dm2, properties->>'ring' as ring from land.feature where layer = 'blocks'
      ), building as (
        select properties->>'block' as block, count(*) as buildings,
               sum((properties->>'floor_area')::numeric) as m2
          from land.feature where layer = 'buildings' group by 1
      )
      select ring, count(*) as blocks, (sum(area_dm2) / 1e8)::float8 as km2,
             sum(buildings)::int as buildings, sum(m2)::float8 as m2
        from block join building on building.block = block.id
       group by ring order by ring`,
  );

const total = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

async function load(db: Db, ground: Ground, size: CitySize): Promise<Loaded> {
  const start = performance.now();
  const loaded = await loadCity(db, { ground, size, seed: "1" });
  invariant(loaded.ok, "the engine holds a city of this size");
  const seconds = secondsSince(start);
  const rings = await ringCounts(db);
  const { features } = loaded.value;
  return {
    rings,
    loading: {
      engine: db.engine,
      size,
      seconds,
      features,
      blocks: total(rings.map(({ blocks }) => blocks)),
      km2: total(rings.map(({ km2 }) => km2)),
      buildings: total(rings.map(({ buildings }) => buildings)),
      m2: total(rings.map(({ m2 }) => m2)),
      ...(await lookAtShapes(db)),
    },
  };
}

type Loaded = { readonly rings: RingCount[]; readonly loading: Loading };

/** A size in the embedded engine, in a folder that goes with it. */
async function loadEmbedded(ground: Ground, size: CitySize): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-soak-city-"));
  const db = await openDb({ folder: join(folder, "data") });
  invariant(db.ok, "an empty folder opens");
  try {
    return await load(db.value, ground, size);
  } finally {
    await db.value.close();
    await rm(folder, { recursive: true });
  }
}

async function loadServer(ground: Ground, size: CitySize, bin: string): Promise<Loaded> {
  const cluster = startCluster(bin, ["fsync=on", "synchronous_commit=on"]);
  try {
    const db = await openDb({ url: cluster.url("postgres") });
    invariant(db.ok, "a new cluster opens");
    const loaded = await load(db.value, ground, size);
    await db.value.close();
    return loaded;
  } finally {
    cluster.stop();
  }
}

const besidePublished = (ground: Ground, rings: readonly RingCount[]): RingTotal[] =>
  rings.map((counted) => {
    const ring = ground.zones.rings.find(({ id }) => id === counted.ring);
    return { ...counted, publishedM2: ring?.published.stock_m2 };
  });

/** The whole city made twice and once from another seed; every size loaded and looked at. */
export async function measureCity(bin: string): Promise<CityFigures> {
  const ground = await readGround(`${root}packs/beijing`);
  const [first, again, other] = ["1", "1", "2"].map((seed) => make(ground, seed));
  const whole = await loadServer(ground, "city", bin);
  const loadings = [whole.loading];
  for (const size of ["district", "quarter"] as const) {
    loadings.push((await loadServer(ground, size, bin)).loading);
    loadings.push((await loadEmbedded(ground, size)).loading);
  }
  const rings = besidePublished(ground, whole.rings);
  return { first: first!, again: again!, other: other!, rings, loadings };
}
