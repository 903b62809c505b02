import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { nameIn, sans, serif } from "./expressions.ts";
import { of, type StyleInput } from "./layer.ts";
import { thin, type Palette } from "./palette.ts";

type Layout = NonNullable<SymbolLayerSpecification["layout"]>;

function symbols({ palette, locale }: StyleInput) {
  const name = nameIn(locale);
  const halo = { "text-halo-color": palette.land, "text-halo-width": 1.6 };
  const text = (font: string[], size: number, layout: Layout = {}): Layout => ({
    "text-field": name,
    "text-font": font,
    "text-size": size,
    ...layout,
  });
  return { palette, halo, text, spacing: locale === "en" ? 0.06 : 0.34 };
}

/** Stations are drawn as capsules of sheet and ink, their names bold. */
function stations(input: StyleInput): LayerSpecification[] {
  const { palette, halo, text } = symbols(input);
  return [
    {
      ...of("stations", "dot", "circle"),
      paint: {
        "circle-color": palette.sheet,
        "circle-stroke-color": palette.ink,
        "circle-stroke-width": 1.5,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 2, 16, 6],
      },
    },
    {
      ...of("stations", "name", "symbol"),
      minzoom: 12.5,
      layout: text(["PingFang SC Semibold", "Noto Sans CJK SC Bold", ...sans], 13, {
        "text-offset": [0, -1.2],
      }),
      paint: { "text-color": palette.ink, ...halo },
    },
  ];
}

function points(input: StyleInput): LayerSpecification[] {
  const { palette, halo, text } = symbols(input);
  return [
    {
      ...of("heritage_sites", "name", "symbol"),
      minzoom: 15,
      layout: text(sans, 12, { "text-offset": [0, 1.1] }),
      paint: { "text-color": palette["ink-2"], ...halo },
    },
  ];
}

const alongStreets = {
  "symbol-placement": "line",
  "text-letter-spacing": 0.2,
  "symbol-spacing": 420,
} as const;

/** The ground on which a water's name stands. */
const aroundWater = ({ water, land }: Palette): ExpressionSpecification => [
  "case",
  ["==", ["geometry-type"], "Polygon"],
  water,
  land,
];

function ground(input: StyleInput): LayerSpecification[] {
  const { palette, halo, text } = symbols(input);
  return [
    {
      ...of("streets", "name", "symbol"),
      minzoom: 14.5,
      layout: text(sans, 12, alongStreets),
      paint: {
        "text-color": palette["ink-2"],
        "text-halo-color": palette.road,
        "text-halo-width": 1.5,
      },
    },
    {
      ...of("parks", "name", "symbol"),
      minzoom: 14.5,
      layout: text(serif, 12, { "text-padding": 40 }),
      paint: { "text-color": palette["green-ink"], ...halo, "text-halo-color": palette.green },
    },
    {
      ...of("rivers", "name", "symbol"),
      minzoom: 11,
      layout: text(serif, 14, { "text-letter-spacing": 0.3, "text-padding": 80 }),
      paint: {
        "text-color": palette["water-ink"],
        ...halo,
        "text-halo-color": aroundWater(palette),
      },
    },
    {
      ...of("buildings", "name", "symbol"),
      minzoom: 17.2,
      layout: text(sans, 12, { "text-max-width": 7 }),
      paint: { "text-color": palette["ink-2"], ...halo },
    },
  ];
}

function units(input: StyleInput): LayerSpecification[] {
  const { palette, halo, text } = symbols(input);
  return [
    {
      ...of("names", "block", "symbol"),
      minzoom: 13,
      filter: ["==", ["get", "kind"], "block"],
      layout: text(sans, 12, {
        "text-letter-spacing": 0.04,
        "text-anchor": "bottom-right",
        "text-offset": [-0.7, -0.7],
      }),
      paint: { "text-color": palette.indigo, ...halo },
    },
    {
      ...of("names", "compound", "symbol"),
      minzoom: 14.6,
      maxzoom: 17.2,
      filter: ["==", ["get", "kind"], "compound"],
      layout: text(sans, 12, { "text-max-width": 8, "text-padding": 6 }),
      paint: { "text-color": palette["ink-2"], ...halo },
    },
  ];
}

function districts(input: StyleInput): LayerSpecification[] {
  const { palette, text, spacing } = symbols(input);
  return [
    {
      ...of("names", "district", "symbol"),
      maxzoom: 12.5,
      filter: ["==", ["get", "kind"], "district"],
      layout: {
        ...text(serif, 15, { "text-letter-spacing": spacing, "text-padding": 1 }),
        "text-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          8,
          ["case", ["get", "isSmall"], 12, 15],
          11,
          18,
        ],
        "symbol-sort-key": ["get", "rank"],
      },
      paint: {
        "text-color": palette.ink,
        "text-halo-color": thin(palette.land, 0.8),
        "text-halo-width": 1.8,
      },
    },
  ];
}

export const labels = (input: StyleInput): LayerSpecification[] => [
  ...ground(input),
  ...points(input),
  ...stations(input),
  ...units(input),
  ...districts(input),
];
