import type { LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { widths } from "./expressions.ts";
import { of, type StyleInput } from "./layer.ts";
import { thin } from "./palette.ts";

type Paint = NonNullable<LineLayerSpecification["paint"]>;

/** Blue and green lines are dash-dot, heritage is an area, bottom lines are red. */
function control({ palette }: StyleInput): LayerSpecification[] {
  const line = (layer: Parameters<typeof of>[0], paint: Paint): LayerSpecification => ({
    ...of(layer, "line", "line"),
    paint: { "line-width": widths(0.8, 1.1, 1.4), ...paint },
  });
  const wash = (
    layer: Parameters<typeof of>[0],
    colour: string,
    opacity: number,
  ): LayerSpecification => ({
    ...of(layer, "fill", "fill"),
    filter: ["==", ["geometry-type"], "Polygon"],
    paint: { "fill-color": colour, "fill-opacity": opacity },
  });
  return [
    wash("key_areas", palette["r-sub"], 0.35),
    line("key_areas", { "line-color": palette["ink-3"] }),
    wash("farmland", palette["r-eco"], 0.45),
    line("farmland", { "line-color": palette["green-ink"] }),
    wash("ecological_red_line", palette.stop, 0.08),
    line("ecological_red_line", { "line-color": palette.stop }),
    { ...of("strategic_white", "fill", "fill"), paint: { "fill-pattern": "hatch-line" } },
    line("strategic_white", { "line-color": palette.edge }),
    wash("historic_blocks", palette["r-core"], 0.4),
    line("historic_blocks", { "line-color": palette["ink-3"], "line-dasharray": [2, 2] }),
    { ...of("heritage_sites", "fill", "fill"), paint: { "fill-pattern": "hatch-heritage" } },
    line("heritage_sites", { "line-color": palette["ink-2"] }),
    line("green_lines", { "line-color": palette["green-ink"], "line-dasharray": [7, 2, 1.5, 2] }),
    line("blue_lines", {
      "line-color": palette["water-ink"],
      "line-dasharray": [7, 2.4, 1.6, 2.4],
    }),
  ];
}

function units({ palette }: StyleInput): LayerSpecification[] {
  return [
    {
      ...of("parcels", "line", "line"),
      minzoom: 14.5,
      paint: { "line-color": palette["rule-2"], "line-width": 0.7 },
    },
    {
      ...of("renewal_units", "line", "line"),
      paint: { "line-color": palette.maybe, "line-width": widths(0.8, 1.2, 2) },
    },
    {
      ...of("blocks", "line", "line"),
      paint: {
        "line-color": thin(palette.indigo, 0.75),
        "line-width": widths(0.5, 1, 1.2),
        "line-dasharray": [6, 2.4],
      },
    },
    {
      ...of("districts", "line", "line"),
      paint: { "line-color": palette["ink-2"], "line-width": widths(0.9, 1.2, 1.5) },
    },
  ];
}

function transport({ palette }: StyleInput): LayerSpecification[] {
  return [
    {
      ...of("rail_lines", "line", "line"),
      paint: {
        "line-color": palette["ink-2"],
        "line-width": widths(0.6, 1.2, 1.4),
        "line-dasharray": [4, 2],
      },
    },
    {
      ...of("reach", "line", "line"),
      layout: { "line-cap": "round" },
      minzoom: 12,
      paint: {
        "line-color": palette["ink-2"],
        "line-width": 1.3,
        "line-dasharray": [0.1, 3],
      },
    },
  ];
}

export const lines = (input: StyleInput): LayerSpecification[] => [
  ...control(input),
  ...units(input),
  ...transport(input),
];
