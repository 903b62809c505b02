import { Type, type Static } from "typebox";
import { Bbox, Maybe, Text, closed, words } from "./words.ts";

export const layerIds = [
  "districts",
  "subdistricts",
  "blocks",
  "renewal_units",
  "parcels",
  "courtyards",
  "buildings",
  "spaces",
  "facilities",
  "stations",
  "rail_lines",
  "micro_centres",
  "hubs",
  "key_areas",
  "axes",
  "green_belts",
  "green_wedges",
  "state_land",
  "ring_roads",
  "streets",
  "ecological_red_line",
  "farmland",
  "farmland_reserve",
  "farmland_retained",
  "growth_boundary",
  "planning_zones",
  "strategic_white",
  "ecological_control",
  "important_waters",
  "drinking_water",
  "groundwater_sources",
  "groundwater_limits",
  "blue_lines",
  "upper_banks",
  "river_management",
  "waterside_buffers",
  "flood_storage",
  "geological_hazards",
  "faults",
  "subsidence",
  "polluted_sites",
  "shallow_mountains",
  "natural_forest",
  "reclaimed_plots",
  "ventilation_corridors",
  "ventilation_upstream",
  "historic_blocks",
  "heritage_sites",
  "heritage_places",
  "great_wall",
  "protection_ranges",
  "traditional_villages",
  "heritage_corridors",
  "height_zones",
  "view_zones",
  "ancient_trees",
  "parks",
  "green_lines",
  "park_blind_spots",
  "rivers",
  "trees",
  "surroundings",
] as const;
export const LayerId = words(layerIds);
export type LayerId = (typeof layerIds)[number];

export const layerGroups = [
  "units",
  "lines",
  "water",
  "ground",
  "structure",
  "heritage",
  "scenery",
] as const;
export type LayerGroup = (typeof layerGroups)[number];

/**
 * How strictly a layer speaks: 1 is rigid, 2 admits what meets its conditions, 3 bars a list,
 * advice advises, none is silent.
 */
export const layerLevels = ["1", "2", "3", "advice", "none"] as const;
export type LayerLevel = (typeof layerLevels)[number];

/** The clause that says how strictly a layer speaks. */
export const LayerBasis = Type.Object({ document: Type.String(), item: Type.String() }, closed);
export type LayerBasis = Static<typeof LayerBasis>;

export const Layer = Type.Object(
  {
    id: LayerId,
    title: Text,
    group: words(layerGroups),
    geometry: words(["point", "line", "polygon"] as const),
    level: words(layerLevels),
    /** Classes that speak more or less strictly than the layer does. */
    levels: Type.Optional(Type.Record(Type.String(), words(layerLevels))),
    /** The words by which it tells its features apart, where clauses speak of some of them. */
    classes: Type.Optional(Type.Array(Type.String())),
    /** What the layer asks for, in own words. */
    ruleSet: Maybe(Text),
    /** Null where no clause says the level: then it is an assignment of this system. */
    basis: Maybe(LayerBasis),
    synthetic: Type.Boolean(),
    source: Text,
    /** The day the source bears; null for what is invented. */
    date: Maybe(Type.String()),
    /** How exact its lines are, as its source says; null where the source does not. */
    accuracy: Maybe(Text),
    /** How far a feature serves or speaks beyond itself, in metres; null where it does not. */
    reachM: Maybe(Type.Number()),
    minZoom: Type.Number(),
    count: Type.Integer(),
    /** The box inside which the layer says something; null where nothing is loaded. */
    coverage: Maybe(Bbox),
  },
  closed,
);
export type Layer = Static<typeof Layer>;

export const LayerList = Type.Object({ layers: Type.Array(Layer) }, closed);
