import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { PublishedLayer, Publisher } from "../../land/index.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Crs } from "../model/crs.ts";
import type { PageOrder } from "../model/page.ts";
import type { ItemRefusal } from "../model/refusals.ts";
import { ownProperties } from "../store/filter.ts";
import {
  findItem,
  listItems,
  listQueryables,
  type ItemRow,
  type Queryable,
} from "../store/items.ts";

/** One collection of OGC API Features: a layer, and the room that publishes it. */
export type Source = { readonly publisher: Publisher; readonly layer: PublishedLayer };

/** A page of features, and whether others follow it. */
export type ItemPage = { readonly rows: readonly ItemRow[]; readonly next: string | undefined };

/** The collection of a name. */
export function sourceOf(
  publishers: readonly Publisher[],
  id: string,
): Decision<Source, ItemRefusal> {
  for (const publisher of publishers) {
    const layer = publisher.layers.find((each) => each.id === id);
    if (layer) return accept({ publisher, layer });
  }
  return refuse({ code: "layer_unknown", layer: id });
}

const ownQueryables: readonly Queryable[] = ownProperties.map((name) => ({
  name,
  type: name === "synthetic" ? "boolean" : "string",
}));

/** The properties by which a layer may be asked. */
export async function queryablesOf(
  tx: Tx,
  { publisher, layer }: Source,
): Promise<readonly Queryable[]> {
  const found = await listQueryables(tx, publisher, layer.id);
  return [...ownQueryables, ...found.filter(({ name }) => !ownProperties.includes(name))];
}

/** A page of a layer; a property that no feature ever had is refused: it would find nothing. */
export async function pageItems(
  tx: Tx,
  { publisher, layer }: Source,
  order: PageOrder,
): Promise<Decision<ItemPage, ItemRefusal>> {
  const strange = order.properties.filter((name) => !ownProperties.includes(name));
  if (strange.length > 0) {
    const known = (await listQueryables(tx, publisher, layer.id)).map(({ name }) => name);
    const property = strange.find((name) => !known.includes(name));
    if (property !== undefined) {
      return refuse({ code: "property_unknown", layer: layer.id, property });
    }
  }
  const limit = order.limit + 1;
  const rows = await listItems(tx, { ...order, publisher, layer: layer.id, limit });
  const page = rows.slice(0, order.limit);
  return accept({ rows: page, next: rows.length > page.length ? page.at(-1)?.id : undefined });
}

/** One feature of a layer. */
export async function readItem(
  tx: Tx,
  { publisher, layer }: Source,
  { id, crs }: { id: string; crs: Crs },
): Promise<Decision<ItemRow, ItemRefusal>> {
  const row = await findItem(tx, { publisher, layer: layer.id, crs }, id);
  return row ? accept(row) : refuse({ code: "feature_missing", layer: layer.id, id });
}
