import type {
  ExpressionSpecification,
  FillLayerSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
} from "maplibre-gl";
import { widths } from "./expressions.ts";
import { of, type StyleInput } from "./layer.ts";
import { lookedLayers, looks, type Looked, type LayerLook } from "./looks.ts";
import { thin, type Palette } from "./palette.ts";

type FillPaint = NonNullable<FillLayerSpecification["paint"]>;
type LinePaint = NonNullable<LineLayerSpecification["paint"]>;

/** What fills the areas of a layer, if anything does. */
function fillOf({ wash, hatch }: LayerLook, palette: Palette): FillPaint | undefined {
  if (hatch) return { "fill-pattern": hatch, "fill-opacity": 1 };
  return wash && { "fill-color": palette[wash[0]], "fill-opacity": wash[1] };
}

/** The style layers of one layer by its look: area, line and points. */
function looked(layer: Looked, { palette, strengths }: StyleInput): LayerSpecification[] {
  const look: LayerLook = looks[layer];
  const strength = strengths[layer] ?? 1;
  const drawn: LayerSpecification[] = [];
  const fill = fillOf(look, palette);
  if (fill) {
    const opacity = Number(fill["fill-opacity"]) * strength;
    const filter: FilterSpecification = ["==", ["geometry-type"], "Polygon"];
    drawn.push({
      ...of(layer, "fill", "fill"),
      filter,
      paint: { ...fill, "fill-opacity": opacity },
    });
  }
  if (look.edge) {
    const dashes: LinePaint = look.dash ? { "line-dasharray": [...look.dash] } : {};
    const paint = { "line-color": palette[look.edge], "line-width": widths(0.8, 1.1, 1.4) };
    const opacity = { "line-opacity": strength };
    drawn.push({ ...of(layer, "line", "line"), paint: { ...paint, ...opacity, ...dashes } });
  }
  if (look.dot) drawn.push(point(layer, palette, look.dot));
  return drawn;
}

const point = (layer: Looked, palette: Palette, dot: keyof Palette): LayerSpecification => ({
  ...of(layer, "dot", "circle"),
  filter: ["==", ["geometry-type"], "Point"],
  paint: {
    "circle-color": palette[dot],
    "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 2, 15, 4.5],
    "circle-stroke-color": palette.sheet,
    "circle-stroke-width": 1,
  },
});

/** Before this zoom the tiles hold only the larger blocks: part of them would mislead. */
const blockLinesFrom = 9;

/** From afar hairlines of paper; dashed indigo where a block is met. */
const blockColour = ({ sheet, indigo }: Palette): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  11,
  sheet,
  12,
  thin(indigo, 0.75),
];

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
      minzoom: blockLinesFrom,
      paint: {
        "line-color": blockColour(palette),
        "line-width": widths(0.7, 1, 1.2),
        "line-dasharray": ["step", ["zoom"], ["literal", [1, 0]], 12, ["literal", [6, 2.4]]],
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
  ...lookedLayers.flatMap((layer) => looked(layer, input)),
  ...units(input),
  ...transport(input),
];
