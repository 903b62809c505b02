import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { ground } from "./ground.ts";
import { labels } from "./labels.ts";
import { ownSources, type StyleInput } from "./layer.ts";
import { lines } from "./lines.ts";
import { picked, sketched } from "./picked.ts";

/**
 * All style layers, lowest first. The watermark lies on the buildings and beneath lines and labels.
 */
export function styleLayers(input: StyleInput): LayerSpecification[] {
  return [
    { id: "land", type: "background", paint: { "background-color": input.palette.land } },
    ...ground(input),
    {
      id: "watermark",
      type: "background",
      paint: { "background-pattern": "watermark", "background-opacity": 0.06 },
    },
    ...lines(input),
    ...picked(input),
    ...sketched(input),
    ...labels(input),
  ];
}

/**
 * The style of the one map: no glyphs address, so that labels use the machine's own Chinese fonts.
 */
export function style(input: StyleInput): StyleSpecification {
  const layers = styleLayers(input);
  const used = layers.flatMap((layer) => ("source" in layer ? [layer.source] : []));
  const empty: SourceSpecification = {
    type: "geojson",
    data: { type: "FeatureCollection", features: [] },
  };
  return {
    version: 8,
    sources: Object.fromEntries([...new Set([...used, ...ownSources])].map((id) => [id, empty])),
    layers,
  };
}
