import { randomUUID } from "node:crypto";
import { accept, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import { system } from "../base/actor.ts";
import type { Db, Tx } from "../store/db.ts";
import { perform, seedOrganisations } from "../people/index.ts";
import { finishLoad, isLoaded, loadLayer, shipmentsOf } from "./actions/load.ts";
import { generateCity, type CityRefusal, type CitySize } from "./generate/city.ts";
import { organisationsOf } from "./model/administration.ts";
import type { Ground } from "./model/ground.ts";

export type LoadOrder = { readonly ground: Ground; readonly size: CitySize; readonly seed: string };
export type LoadResult = { readonly layers: number; readonly features: number };

/** The seed of the demonstration city. */
export const defaultSeed = "1";

const timeoutMs = 60_000;
const loader = system("land.load");

/**
 * Brings the districts into the tree of organisations, and the real districts and the synthetic
 * city onto the map, one transaction a layer. Does nothing when the same city stands there; after a
 * break the next call loads what is missing.
 */
export async function loadCity(
  db: Db,
  order: LoadOrder,
): Promise<Decision<LoadResult, CityRefusal>> {
  const { ground } = order;
  const stated = organisationsOf(ground);
  await db.transaction(loader, (tx) => seedOrganisations(tx, stated, new Date()));
  const stands = await db.transaction(loader, (tx) => isLoaded(tx, ground, order));
  if (stands) return accept({ layers: 0, features: 0 });
  const city = generateCity({ ...order, districts: ground.districts, zones: ground.zones });
  if (!city.ok) return city;

  const result = { layers: 0, features: 0 };
  for (const shipment of shipmentsOf(ground, city.value)) {
    const loaded = await db.transaction(loader, (tx) => loadLayer(tx, shipment), { timeoutMs });
    if (!loaded) continue;
    result.layers += 1;
    result.features += shipment.layer.features.length;
  }
  await finish(db, result, (tx) => finishLoad(tx, ground, city.value));
  return accept(result);
}

/** The last step of a load, with the row that tells of it. */
async function finish(db: Db, detail: LoadResult, work: (tx: Tx) => Promise<void>): Promise<void> {
  const caller = { actor: loader, requestId: randomUUID() };
  const resource = { kind: "map_feature" } as const;
  const task = { caller, act: "load", resource, detail, options: { timeoutMs } } as const;
  const done = await perform(db, task, async (tx) => accept(await work(tx)));
  invariant(done.ok, "the program itself may load the map");
}
