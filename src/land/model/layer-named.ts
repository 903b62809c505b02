import { accept, refuse, type Decision } from "../../base/decision.ts";
import { layerIds, type LayerId } from "../contract.ts";
import type { MapRefusal } from "./refusals.ts";

/** The layer that a word names. */
export function layerNamed(word: string): Decision<LayerId, MapRefusal> {
  const layer = layerIds.find((id) => id === word);
  return layer ? accept(layer) : refuse({ code: "layer_unknown", layer: word });
}
