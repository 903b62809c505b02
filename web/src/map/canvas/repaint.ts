import type { Map } from "maplibre-gl";
import type { StyleInput } from "../style/layer.ts";
import { setPatterns } from "../style/patterns.ts";
import { styleLayers } from "../style/style.ts";

/** Gives every layer the paint and the label texts of another theme or language; the data stays. */
export function repaint(map: Map, input: StyleInput, watermark: string): void {
  setPatterns(map, input.palette, watermark);
  for (const layer of styleLayers(input)) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as "line-color", value as string);
    }
    if (layer.type !== "symbol") continue;
    map.setLayoutProperty(layer.id, "text-field", layer.layout?.["text-field"]);
    map.setLayoutProperty(layer.id, "text-letter-spacing", layer.layout?.["text-letter-spacing"]);
  }
}
