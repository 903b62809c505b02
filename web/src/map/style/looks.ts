import type { LayerId } from "../../api/land.ts";
import type { Palette } from "./palette.ts";

type Token = keyof Palette;

/** How a layer of control is drawn, on the map and in the legend alike. */
export type LayerLook = {
  /** A tint over the whole area; its strength from 0 to 1. */
  readonly wash?: readonly [Token, number];
  readonly hatch?: "hatch-line" | "hatch-heritage";
  readonly edge?: Token;
  /** Lengths of dashes and gaps, in line widths. */
  readonly dash?: readonly number[];
  /** Where the layer is made of points. */
  readonly dot?: Token;
};

const dashDot = [7, 2.4, 1.6, 2.4] as const;
const dotted = [1, 2] as const;
const short = [3, 2] as const;
const even = [2, 2] as const;

/**
 * Bottom lines are red, water is blue, what grows is green, heritage is ochre: within a family the
 * stroke tells one from another, so that no reader depends on colour alone.
 */
export const looks = {
  planning_zones: { wash: ["r-town", 0.25], edge: "ink-3", dash: dotted },
  growth_boundary: { edge: "ink", dash: dashDot },
  shallow_mountains: { wash: ["r-eco", 0.25], edge: "green-ink", dash: even },
  green_belts: { wash: ["green", 0.5], edge: "green-ink", dash: short },
  green_wedges: { wash: ["green", 0.5], edge: "green-ink", dash: dotted },
  ventilation_upstream: { wash: ["water", 0.18], edge: "water-ink", dash: dotted },
  ventilation_corridors: { wash: ["water", 0.3], edge: "water-ink", dash: even },
  subsidence: { wash: ["maybe", 0.08], edge: "maybe", dash: dotted },
  groundwater_limits: { wash: ["water", 0.2], edge: "water-ink", dash: short },
  groundwater_sources: { wash: ["water", 0.35], edge: "water-ink" },
  drinking_water: { wash: ["stop", 0.06], edge: "stop", dash: dashDot },
  ecological_control: { wash: ["r-eco", 0.35], edge: "green-ink", dash: dashDot },
  natural_forest: { wash: ["green", 0.6], edge: "green-ink" },
  important_waters: { wash: ["water", 0.6], edge: "water-ink" },
  flood_storage: { hatch: "hatch-line", edge: "water-ink", dash: short },
  geological_hazards: { wash: ["maybe", 0.12], edge: "maybe", dash: short },
  key_areas: { wash: ["r-sub", 0.35], edge: "ink-3" },
  state_land: { hatch: "hatch-line", edge: "ink-2" },
  farmland_retained: { wash: ["r-eco", 0.2], edge: "green-ink", dash: dotted },
  farmland_reserve: { wash: ["r-eco", 0.3], edge: "green-ink", dash: short },
  farmland: { wash: ["r-eco", 0.45], edge: "green-ink" },
  ecological_red_line: { wash: ["stop", 0.08], edge: "stop" },
  strategic_white: { hatch: "hatch-line", edge: "edge" },
  reclaimed_plots: { wash: ["maybe", 0.2], edge: "maybe", dash: even },
  polluted_sites: { hatch: "hatch-line", edge: "stop" },
  heritage_corridors: { wash: ["r-core", 0.2], edge: "maybe", dash: dotted },
  traditional_villages: { wash: ["r-core", 0.3], edge: "ink-3", dash: short },
  historic_blocks: { wash: ["r-core", 0.4], edge: "ink-3", dash: even },
  protection_ranges: { wash: ["r-core", 0.2], edge: "stop", dash: short },
  height_zones: { edge: "ink-3", dash: dotted },
  view_zones: { wash: ["r-core", 0.15], edge: "ink-3", dash: dashDot },
  heritage_sites: { hatch: "hatch-heritage", edge: "ink-2", dot: "ink-2" },
  heritage_places: { dot: "ink-2" },
  great_wall: { edge: "stop", dash: even },
  park_blind_spots: { hatch: "hatch-line", edge: "maybe", dash: dotted },
  green_lines: { edge: "green-ink", dash: [7, 2, 1.5, 2] },
  river_management: { edge: "water-ink", dash: dotted },
  waterside_buffers: { wash: ["water", 0.25], edge: "water-ink", dash: short },
  upper_banks: { edge: "water-ink" },
  blue_lines: { edge: "water-ink", dash: dashDot },
  faults: { edge: "stop", dash: short },
  axes: { edge: "indigo", dash: dashDot },
  micro_centres: { edge: "ink-2", dash: even, dot: "ink-2" },
  hubs: { edge: "ink", dot: "ink" },
  ancient_trees: { dot: "green-ink" },
  facilities: { dot: "maybe" },
  courtyards: { edge: "edge", dash: even },
  spaces: { wash: ["green", 0.35], edge: "edge", dash: dotted },
  subdistricts: { edge: "ink-3", dash: short },
} as const satisfies Partial<Record<LayerId, LayerLook>>;

export type Looked = keyof typeof looks;

/** The layers that are drawn by their look, lowest first. */
export const lookedLayers = Object.keys(looks) as Looked[];

export const lookOf = (layer: string): LayerLook | undefined =>
  layer in looks ? looks[layer as Looked] : undefined;
