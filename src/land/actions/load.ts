import { invariant } from "../../base/invariant.ts";
import { appendEvent } from "../../store/event.ts";
import type { Tx } from "../../store/transaction.ts";
import type { GeneratedCity } from "../generate/order.ts";
import { catalogueRow } from "../model/catalogue.ts";
import { districtLayer } from "../model/districts-layer.ts";
import type { Ground } from "../model/ground.ts";
import type { MapLayer } from "../model/layer.ts";
import { lockLayer } from "../store/changes.ts";
import {
  emptyOtherLayers,
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
export function shipmentsOf(ground: Ground, city: GeneratedCity): Shipment[] {
  const real: Shipment = {
    layer: districtLayer(ground.districts, ground.zones),
    stamp: ground.sha256,
  };
  const stamp = stampOf(ground, city);
  return [real, ...city.layers.map((layer) => ({ layer, stamp }))];
}

/** Names the input of a generated city: the pack's files, the size, the seed. */
export const stampOf = (ground: Ground, { size, seed }: { size: string; seed: string }): string =>
  [ground.sha256, generatorVersion, size, seed].join(" ");

/** The size and seed that a stamp names; nothing for the districts, of which there is one kind. */
const cityOf = (stamp: string): string => stamp.split(" ").slice(2).join(" ");

/**
 * Loads one layer in place of what was there, and tells its number of features; does nothing where
 * the same was loaded before.
 */
export async function loadLayer(
  tx: Tx,
  { layer, stamp }: Shipment,
  told: (written: number) => void,
): Promise<number | undefined> {
  await lockLayer(tx, layer.id);
  const before = await findLayerStamp(tx, layer.id);
  if (before === stamp) return undefined;
  const row = catalogueRow(layer.id);
  invariant(row, "every layer that is loaded stands in the catalogue");
  const isSameCity = before !== undefined && cityOf(before) === cityOf(stamp);
  const features = await putLayer(tx, row, { layer, stamp, isSameCity, told });
  await appendEvent(tx, { room: "land", kind: "layer_loaded", subject: layer.id });
  return features;
}

function generatedRow({ size, seed, declared }: GeneratedCity): GeneratedRow {
  const { blocks, buildings, floorAreaDm2 } = declared;
  return { size, seed, blocks, buildings, floor_area_dm2: floorAreaDm2 };
}

const unfinished = (size: string): string => `unfinished ${size}`;

/**
 * Says before the first layer that none of the cities stands whole: until the load is finished the
 * map tells of no generated city.
 */
export async function beginLoad(tx: Tx, ground: Ground, size: string): Promise<void> {
  await putCity(tx, { zones: ground.zones, generated: null, stamp: unfinished(size) });
}

/** Whether a larger city than the quarter stands here, or was on its way. */
export async function isCityLarge(tx: Tx): Promise<boolean> {
  const city = await findCity(tx);
  if (!city) return false;
  const size = city.generated?.size;
  return size === undefined
    ? [unfinished("district"), unfinished("city")].includes(city.stamp)
    : size !== "quarter";
}

/**
 * Writes what the city is, last of all: a load that broke off is taken up again by the next one.
 */
export async function finishLoad(tx: Tx, ground: Ground, city: GeneratedCity): Promise<void> {
  await emptyOtherLayers(tx, ["districts", ...city.layers.map(({ id }) => id)]);
  await putCity(tx, {
    zones: ground.zones,
    generated: generatedRow(city),
    stamp: stampOf(ground, city),
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
