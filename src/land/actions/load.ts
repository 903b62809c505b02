import { invariant } from "../../base/invariant.ts";
import { appendEvent } from "../../store/event.ts";
import type { Tx } from "../../store/transaction.ts";
import type { GeneratedCity } from "../generate/city.ts";
import { catalogueRow } from "../model/catalogue.ts";
import { districtLayer } from "../model/districts-layer.ts";
import type { Ground } from "../model/ground.ts";
import type { MapLayer } from "../model/layer.ts";
import {
  findCity,
  findLayerStamp,
  putCity,
  putLayer,
  refreshStatistics,
  type GeneratedRow,
} from "../store/load.ts";

/** One layer to load, and the name of the input that it comes from. */
export type Shipment = { readonly layer: MapLayer; readonly stamp: string };

/**
 * Moved whenever the generator draws something else from the same seed, so that old cities are
 * loaded anew.
 */
const generatorVersion = "1";

/** What the pack and the generator together put on the map, in the order of loading. */
export function shipmentsOf(ground: Ground, city: GeneratedCity | undefined): Shipment[] {
  const real: Shipment = {
    layer: districtLayer(ground.districts, ground.zones),
    stamp: ground.sha256,
  };
  const stamp = city ? stampOf(ground, city) : "";
  return [real, ...(city?.layers ?? []).map((layer) => ({ layer, stamp }))];
}

/** Names the input of a generated city: the pack's files, the size, the seed. */
export const stampOf = (ground: Ground, { size, seed }: { size: string; seed: string }): string =>
  [ground.sha256, generatorVersion, size, seed].join(" ");

/** Loads one layer in place of what was there; does nothing where the same was loaded before. */
export async function loadLayer(tx: Tx, { layer, stamp }: Shipment): Promise<boolean> {
  if ((await findLayerStamp(tx, layer.id)) === stamp) return false;
  const row = catalogueRow(layer.id);
  invariant(row, "every layer that is loaded stands in the catalogue");
  await putLayer(tx, row, { layer, stamp });
  await appendEvent(tx, { room: "land", kind: "layer_loaded", subject: layer.id });
  return true;
}

function generatedRow({ size, seed, declared }: GeneratedCity): GeneratedRow {
  const { blocks, buildings, floorAreaDm2 } = declared;
  return { size, seed, blocks, buildings, floor_area_dm2: floorAreaDm2 };
}

/**
 * Writes what the city is, last of all: a load that broke off is taken up again by the next one.
 */
export async function finishLoad(
  tx: Tx,
  ground: Ground,
  city: GeneratedCity | undefined,
): Promise<void> {
  await putCity(tx, {
    zones: ground.zones,
    generated: city ? generatedRow(city) : null,
    stamp: city ? stampOf(ground, city) : ground.sha256,
  });
  await refreshStatistics(tx);
}

/** Whether this very city is loaded already: then there is nothing to generate. */
export async function isLoaded(
  tx: Tx,
  ground: Ground,
  order: { size: string; seed: string },
): Promise<boolean> {
  return (await findCity(tx))?.stamp === stampOf(ground, order);
}

/** Whether the city that stands here was made up: then nothing in it is anybody's. */
export async function isCitySynthetic(tx: Tx): Promise<boolean> {
  const city = await findCity(tx);
  return city !== undefined && city.generated !== null;
}
