import type { LayerSpecification } from "maplibre-gl";
import { of, type StyleInput } from "./layer.ts";
import { thin } from "./palette.ts";

/** So much floor area in one block glows as strongly as it can, in m². */
const fullWeight = 400_000;

/** Where much of one kind of building stands: seen from afar, gone where buildings are seen. */
export const heat = ({ palette }: StyleInput): LayerSpecification[] => [
  {
    ...of("heat", "glow", "heatmap"),
    maxzoom: 15,
    paint: {
      "heatmap-weight": ["interpolate", ["linear"], ["get", "weight"], 0, 0, fullWeight, 1],
      "heatmap-intensity": ["interpolate", ["linear"], ["zoom"], 9, 0.8, 14, 2],
      "heatmap-radius": ["interpolate", ["exponential", 2], ["zoom"], 8, 6, 11, 28, 14, 180],
      "heatmap-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0.75, 15, 0],
      "heatmap-color": [
        "interpolate",
        ["linear"],
        ["heatmap-density"],
        0,
        thin(palette.maybe, 0),
        0.3,
        thin(palette.maybe, 0.35),
        1,
        thin(palette.stop, 0.85),
      ],
    },
  },
];
