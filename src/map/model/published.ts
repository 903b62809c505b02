import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { PublishedLayer, Publisher } from "../../land/index.ts";

/** The word for all layers at once. */
export const wholeMap = "map";

export type LayerRefusal = { code: "layer_unknown"; layer: string };

/** The layers that an address names: one, several between commas, or the whole map. */
export function layersOf(
  publishers: readonly Publisher[],
  word: string,
): Decision<readonly PublishedLayer[], LayerRefusal> {
  const all = publishers.flatMap(({ layers }) => layers);
  if (word === wholeMap) return accept(all);
  const asked = [...new Set(word.split(","))];
  const unknown = asked.find((id) => !all.some((layer) => layer.id === id));
  if (unknown !== undefined) return refuse({ code: "layer_unknown", layer: unknown });
  return accept(all.filter(({ id }) => asked.includes(id)));
}
