import { system } from "../../src/base/actor.ts";
import { checkOverlaps } from "../../src/land/actions/map.ts";
import type { Bbox, Overlap } from "../../src/land/contract.ts";
import { drawsOf } from "../../src/land/generate/draw.ts";
import { readGeometry } from "../../src/land/model/drawn.ts";
import type { Drawing } from "../../src/land/model/layer.ts";
import { toDegrees, toPlane, type EastNorth } from "../../src/land/model/projection.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { coveredBySlabs, type Rings } from "./slabs.ts";

const me = system("bench");

/** A surface of a layer in metres, with its box. */
type Surface = { readonly rings: Rings; readonly box: Bbox };

/** Where polygons are drawn: in degrees. */
export async function extentOf(db: Db, layer: "blocks" | "districts"): Promise<Bbox> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ box: Bbox }>(sql`
      select jsonb_build_array(min(st_xmin(geom)), min(st_ymin(geom)),
                               max(st_xmax(geom)), max(st_ymax(geom))) as box
        from land.feature where layer = ${layer}`),
  );
  return rows[0]!.box;
}

const ringsOf = (planar: Drawing): Rings => {
  if (planar.type === "Polygon") return planar.coordinates;
  return planar.type === "MultiPolygon" ? planar.coordinates.flat() : [];
};

function boxOf(rings: Rings): Bbox {
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The surfaces of every layer that the check asks, as they are stored. */
export async function readSurfaces(
  db: Db,
  layers: readonly string[],
): Promise<ReadonlyMap<string, readonly Surface[]>> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ layer: string; planar: Drawing }>(sql`
      select layer, st_asgeojson(planar, 6)::jsonb as planar
        from land.feature
       where layer = any(${[...layers]}::text[]) and st_dimension(planar) = 2`),
  );
  const surfaces = new Map<string, Surface[]>(layers.map((layer) => [layer, []]));
  for (const { layer, planar } of rows) {
    const rings = ringsOf(planar);
    surfaces.get(layer)?.push({ rings, box: boxOf(rings) });
  }
  return surfaces;
}

const meets = (a: Bbox, b: Bbox): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** A polygon around a point, its corners at any distance: seldom convex, never crossing itself. */
function starAround([east, north]: EastNorth, seed: string, at: number): unknown {
  const draws = drawsOf(seed, "conflicts", String(at));
  const corners = draws.whole(3, 14);
  const reach = draws.pick([30, 80, 200, 500]);
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = ((corner + draws.whole(0, 600) / 1000) / corners) * 2 * Math.PI;
    const radius = (reach * draws.whole(150, 1000)) / 1000;
    return toDegrees([east + radius * Math.cos(angle), north + radius * Math.sin(angle)]);
  });
  return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
}

/** So many polygons, drawn from a seed all over a box. */
export function drawPolygons([west, south, east, north]: Bbox, seed: string, count: number) {
  return Array.from({ length: count }, (_, at) => {
    const draws = drawsOf(seed, "conflict-place", String(at));
    const part = (low: number, high: number): number =>
      low + ((high - low) * draws.whole(0, 1_000_000)) / 1_000_000;
    return starAround(toPlane([part(west, east), part(south, north)]), seed, at);
  });
}

/** What the two engines say of one layer at one place. */
export type Compared = {
  readonly place: number;
  readonly layer: string;
  readonly database: number;
  readonly slabs: number;
};

/** Both count whole 0.01 m², so that they may part by one at a half. */
const toleranceM2 = 0.0101;

const differenceOf = ({ database, slabs }: Compared): number => Math.abs(database - slabs);

export type Agreement = {
  readonly checked: number;
  /** Layers that were compared, and those of them that the place meets. */
  readonly compared: number;
  readonly met: number;
  readonly refused: number;
  readonly worstM2: number;
  /** Where they differ by more than rounding. */
  readonly disagreements: readonly Compared[];
  /** How long each check took, in milliseconds, in its order. */
  readonly millis: readonly number[];
};

type Surfaces = ReadonlyMap<string, readonly Surface[]>;

/** One place: what the database said of each layer, beside what the slabs add up to. */
function compare(surfaces: Surfaces, rings: Rings, overlaps: readonly Overlap[]) {
  const box = boxOf(rings);
  return overlaps.map(({ layer, areaM2 }) => {
    const near = (surfaces.get(layer) ?? []).filter((one) => meets(one.box, box));
    const over = near.map((surface) => surface.rings);
    return { layer, database: areaM2, slabs: coveredBySlabs(rings, over) };
  });
}

/** Holds the check of every polygon against areas that were worked out without the database. */
export async function holdAgainstSlabs(
  db: Db,
  { surfaces, polygons }: { readonly surfaces: Surfaces; readonly polygons: readonly unknown[] },
): Promise<Agreement> {
  const all: Compared[] = [];
  const millis: number[] = [];
  let refused = 0;
  for (const [place, geometry] of polygons.entries()) {
    const read = readGeometry(geometry);
    const begun = performance.now();
    const report = await db.transaction(me, (tx) => checkOverlaps(tx, { geometry }));
    millis.push(performance.now() - begun);
    if (!read.ok || !report.ok) {
      refused += 1;
      continue;
    }
    const rings = ringsOf(read.value.planar);
    all.push(...compare(surfaces, rings, report.value.overlaps).map((one) => ({ place, ...one })));
  }
  return {
    checked: polygons.length,
    compared: all.length,
    met: all.filter(({ database }) => database > 0).length,
    refused,
    worstM2: all.reduce((worst, one) => Math.max(worst, differenceOf(one)), 0),
    disagreements: all.filter((one) => differenceOf(one) > toleranceM2),
    millis,
  };
}

/** The value that so many per cent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
