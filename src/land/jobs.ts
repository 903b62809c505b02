import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import { system } from "../base/actor.ts";
import type { Db, Tx } from "../store/db.ts";
import type { Queue } from "../store/jobs/job.ts";
import { perform, seedOrganisations } from "../people/index.ts";
import {
  beginLoad,
  finishLoad,
  isCityLarge,
  isLoaded,
  loadLayer,
  shipmentsOf,
  type Shipment,
} from "./actions/load.ts";
import type { LayerId } from "./contract.ts";
import { generateCity } from "./generate/city.ts";
import type { CityRefusal, CitySize } from "./generate/order.ts";
import { importJobs } from "./jobs/imports.ts";
import { sweepJobs } from "./jobs/sweep.ts";
import { organisationsOf } from "./model/administration.ts";
import type { Ground } from "./model/ground.ts";

export type LoadOrder = {
  readonly ground: Ground;
  readonly size: CitySize;
  readonly seed: string;
  /** Hears how far the load is; nobody listens to a quarter, which takes a moment. */
  readonly told?: (progress: LoadProgress) => void;
};
export type LoadProgress = {
  readonly layer: LayerId;
  /** How many layers of how many are done. */
  readonly layers: number;
  readonly of: number;
  /** Features of this layer that are written. */
  readonly features: number;
};
export type LoadResult = { readonly layers: number; readonly features: number };

/** The seed of the demonstration city. */
export const defaultSeed = "1";

/** A layer is one transaction; the largest has 300,000 buildings. */
const timeoutMs = 30 * 60_000;
const loader = system("land.load");

/** The embedded engine holds a district; a whole city is for PostgreSQL. */
const mayHold = (db: Db, size: CitySize): boolean => db.engine === "postgresql" || size !== "city";

/**
 * Brings the districts into the tree of organisations, and the real districts and the synthetic
 * city onto the map, one transaction a layer. Does nothing when the same city stands there; after a
 * break the next call loads what is missing.
 */
export async function loadCity(
  db: Db,
  order: LoadOrder,
): Promise<Decision<LoadResult, CityRefusal>> {
  const { ground, size } = order;
  if (!mayHold(db, size)) return refuse({ code: "size_not_available", size });
  const stated = organisationsOf(ground);
  await db.transaction(loader, (tx) => seedOrganisations(tx, stated, new Date()));
  const stands = await db.transaction(loader, (tx) => isLoaded(tx, ground, order));
  if (stands) return accept({ layers: 0, features: 0 });
  await db.transaction(loader, (tx) => beginLoad(tx, ground, size));
  const city = generateCity({ ...ground, ...order });
  const result = await loadLayers(db, shipmentsOf(ground, city), order);
  await finish(db, result, (tx) => finishLoad(tx, ground, city));
  return accept(result);
}

/** Loads the demonstration quarter, unless a larger city was put here: that one is kept. */
export async function loadQuarterOnly(
  db: Db,
  ground: Ground,
): Promise<Decision<LoadResult, CityRefusal>> {
  const isLarge = await db.transaction(loader, (tx) => isCityLarge(tx));
  if (isLarge) return accept({ layers: 0, features: 0 });
  return loadCity(db, { ground, size: "quarter", seed: defaultSeed });
}

/** Each layer in a transaction of its own. */
async function loadLayers(
  db: Db,
  shipments: readonly Shipment[],
  { told }: LoadOrder,
): Promise<LoadResult> {
  const result = { layers: 0, features: 0 };
  for (const [layers, shipment] of shipments.entries()) {
    const progress = { layer: shipment.layer.id, layers, of: shipments.length };
    const tell = (features: number): void => told?.({ ...progress, features });
    const features = await db.transaction(loader, (tx) => loadLayer(tx, shipment, tell), {
      timeoutMs,
    });
    if (features === undefined) continue;
    result.layers += 1;
    result.features += features;
  }
  return result;
}

/** The last step of a load, with the row that tells of it. */
async function finish(db: Db, detail: LoadResult, work: (tx: Tx) => Promise<void>): Promise<void> {
  const caller = { actor: loader, requestId: randomUUID() };
  const resource = { kind: "map_feature" } as const;
  const task = { caller, act: "load", resource, detail, options: { timeoutMs } } as const;
  const done = await perform(db, task, async (tx) => accept(await work(tx)));
  invariant(done.ok, "the program itself may load the map");
}

/** What goes on beside requests: files on their way onto the map, and what is left of old ones. */
export const landQueues = (db: Db): Queue[] => [importJobs(db), sweepJobs(db)];
