import type { LayerSpecification } from "maplibre-gl";
import { of, type StyleInput } from "./layer.ts";
import { thin } from "./palette.ts";

/**
 * Where much of one kind of building stands: seen from afar, gone where buildings are seen. The
 * block with most of it weighs 1.
 */
export const heat = ({ palette }: StyleInput): LayerSpecification[] => [
  {
    ...of("heat", "glow", "heatmap"),
    maxzoom: 15,
    paint: {
      "heatmap-weight": ["get", "weight"],
      "heatmap-intensity": ["interpolate", ["linear"], ["zoom"], 9, 0.8, 14, 2],
      "heatmap-radius": ["interpolate", ["exponential", 2], ["zoom"], 8, 9, 11, 42, 14, 240],
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
