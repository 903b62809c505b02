import type { LayerSpecification } from "maplibre-gl";
import { ageColour, builtYear, ringColour, widths } from "./expressions.ts";
import { of, type StyleInput } from "./layer.ts";
import { thin } from "./palette.ts";

/** The city from afar: districts in the tint of their ring, fading as the blocks come. */
function city({ palette, city }: StyleInput): LayerSpecification[] {
  return [
    {
      ...of("districts", "glow", "line"),
      paint: {
        "line-color": thin(palette["rule-2"], 0.4),
        "line-width": ["interpolate", ["linear"], ["zoom"], 7, 9, 12, 0],
      },
    },
    {
      ...of("districts", "fill", "fill"),
      paint: {
        "fill-color": ringColour(city, palette),
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 9, 0.55, 12.5, 0.14, 14, 0],
        "fill-antialias": false,
      },
    },
  ];
}

function nature({ palette }: StyleInput): LayerSpecification[] {
  const fill = (layer: "parks" | "green_lines", opacity: number): LayerSpecification => ({
    ...of(layer, "fill", "fill"),
    paint: { "fill-color": palette.green, "fill-opacity": opacity },
  });
  return [
    fill("green_lines", 0.6),
    fill("parks", 1),
    {
      ...of("rivers", "fill", "fill"),
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.water },
    },
    {
      ...of("rivers", "line", "line"),
      filter: ["==", ["geometry-type"], "LineString"],
      paint: { "line-color": palette["water-ink"], "line-width": widths(1, 2, 3) },
    },
  ];
}

function streets({ palette }: StyleInput): LayerSpecification[] {
  const metres: LayerSpecification["layout"] = { "line-cap": "round", "line-join": "round" };
  const width = (more: number): ReturnType<typeof widths> => [
    "interpolate",
    ["exponential", 2],
    ["zoom"],
    12,
    0.4 + more / 4,
    15,
    ["+", more, ["*", 0.28, ["coalesce", ["to-number", ["get", "width"]], 12]]],
    18,
    ["+", more, ["*", 2.2, ["coalesce", ["to-number", ["get", "width"]], 12]]],
  ];
  return [
    {
      ...of("streets", "casing", "line"),
      layout: metres,
      paint: { "line-color": palette["road-edge"], "line-width": width(1.4) },
    },
    {
      ...of("streets", "road", "line"),
      layout: metres,
      paint: { "line-color": palette.road, "line-width": width(0) },
    },
    {
      ...of("ring_roads", "road", "line"),
      layout: metres,
      paint: { "line-color": palette.road, "line-width": widths(1.1, 3, 10) },
    },
  ];
}

function buildings({ palette }: StyleInput): LayerSpecification[] {
  return [
    {
      ...of("parcels", "fill", "fill"),
      minzoom: 14,
      paint: { "fill-color": thin(palette.rule, 0.34) },
    },
    {
      ...of("surroundings", "fill", "fill"),
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": thin(palette["b-c"], 0.5) },
    },
    {
      ...of("buildings", "fill", "fill"),
      paint: { "fill-color": ageColour(palette), "fill-outline-color": palette["b-edge"] },
    },
    {
      ...of("buildings", "unknown", "fill"),
      filter: ["<", builtYear, 1],
      paint: { "fill-pattern": "hatch" },
    },
    {
      ...of("buildings", "unknown-edge", "line"),
      filter: ["<", builtYear, 1],
      paint: { "line-color": palette["b-a"], "line-width": 0.7 },
    },
    {
      ...of("trees", "dot", "circle"),
      minzoom: 15,
      paint: {
        "circle-color": palette["green-ink"],
        "circle-opacity": 0.28,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 15, 1.2, 17, 3.2],
      },
    },
  ];
}

export const ground = (input: StyleInput): LayerSpecification[] => [
  ...city(input),
  ...nature(input),
  ...streets(input),
  ...buildings(input),
];
