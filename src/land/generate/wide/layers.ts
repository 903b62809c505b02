import { bilingual } from "../../../base/message.ts";
import type { LayerId } from "../../contract.ts";
import type { MapFeature } from "../../model/layer.ts";
import { ringRoadFeatures } from "../layers-structure.ts";
import * as block from "./layers-block.ts";
import * as land from "./layers-land.ts";
import * as net from "./layers-net.ts";
import * as plan from "./layers-plan.ts";
import { borderStreets } from "./streets.ts";

type WholeLayer = (scenery: land.Scenery, courses: plan.Courses) => MapFeature[];

const title = (prefix: string, zh: string, en: string) => ({ prefix, title: bilingual(zh, en) });

/** Layers of the whole city, drawn at once: each holds thousands of features at most. */
export const wholeLayers: Readonly<Partial<Record<LayerId, WholeLayer>>> = {
  subdistricts: land.subdistricts,
  blocks: land.blocks,
  rail_lines: (_, { rails }) => net.railLines(rails),
  stations: ({ seed }, { stations }) => net.stationFeatures(stations, seed),
  micro_centres: ({ seed }, { stations }) => net.microCentres(stations, seed),
  hubs: ({ seed }, { stations }) => net.hubs(stations, seed),
  ring_roads: ringRoadFeatures,
  axes: plan.axes,
  key_areas: land.blockLayer(title("key-area", "重点功能区", "Key area"), 40, (_, draws) =>
    draws.pick(["business", "technology", "culture"]),
  ),
  green_belts: land.plainLayer(title("green-belt", "绿化隔离地区", "Green belt"), 500, "belt"),
  green_wedges: land.plainLayer(title("green-wedge", "楔形绿地", "Green wedge"), 250, "wedge"),
  growth_boundary: land.growthBoundary,
  planning_zones: land.planningZones,
  ecological_control: land.ecologicalControl,
  ecological_red_line: land.redLine,
  important_waters: plan.importantWaters,
  drinking_water: land.drinkingWater,
  groundwater_sources: land.groundwaterSources,
  groundwater_limits: land.subdistrictLayer(
    title("groundwater", "地下水管控区", "Groundwater area"),
    400,
    ["prohibited", "limited", "limited"],
  ),
  rivers: plan.rivers,
  blue_lines: plan.waterside("blue_lines"),
  upper_banks: plan.waterside("upper_banks"),
  river_management: plan.waterside("river_management"),
  waterside_buffers: plan.waterside("waterside_buffers"),
  flood_storage: land.plainLayer(title("flood", "蓄滞洪区", "Flood storage"), 200, "storage"),
  geological_hazards: land.mountainLayer(title("hazard", "灾害易发区", "Hazard"), 350, "landslide"),
  faults: plan.faults,
  subsidence: land.subdistrictLayer(title("subsidence", "沉降区", "Subsidence"), 180, ["serious"]),
  shallow_mountains: land.mountainLayer(title("shallow", "浅山区", "Foothills"), 400, "shallow"),
  natural_forest: land.mountainLayer(title("forest", "天然林", "Natural forest"), 300, "forest"),
  ventilation_corridors: plan.ventilationCorridors,
  ventilation_upstream: land.blockLayer(
    title("upstream", "廊道上游", "Upstream"),
    1000,
    ({ district }) => (district === "110108" || district === "110114" ? "upstream" : null),
  ),
  heritage_corridors: plan.heritageCorridors,
  height_zones: land.blockLayer(
    title("height", "高度分区", "Height zone"),
    1000,
    ({ zone }, draws) => {
      if (zone === "core") return draws.pick(["9", "18", "36"]);
      return zone === "central" ? draws.pick(["36", "45", "60", "80"]) : null;
    },
  ),
  view_zones: plan.viewZones,
  surroundings: land.surroundings,
};

const farming = bilingual("耕地", "Farmland");

/** Layers drawn block by block. */
export const blockLayers: Readonly<Partial<Record<LayerId, block.BlockLayer>>> = {
  buildings: block.buildings,
  parcels: block.parcels,
  courtyards: block.courtyards,
  renewal_units: block.renewalUnits,
  facilities: block.facilities,
  spaces: block.spaces,
  parks: block.parks,
  green_lines: block.greenLines,
  park_blind_spots: block.parkBlindSpots,
  farmland: block.openLayer("farmland", farming, "permanent basic"),
  farmland_reserve: block.openLayer("farmland_reserve", farming, "reserve"),
  farmland_retained: block.openLayer("farmland_retained", farming, "retained"),
  reclaimed_plots: block.openLayer(
    "reclaimed_plots",
    bilingual("腾退地块", "Reclaimed plot"),
    "reclaimed",
  ),
  strategic_white: block.cellLayer({
    prefix: "white",
    uses: ["reserve"],
    zh: "",
    en: "",
    class: "strategic white",
    perThousand: 120,
  }),
  state_land: block.cellLayer({
    prefix: "state",
    uses: ["offices"],
    zh: "机关用地",
    en: "state land",
    class: "state",
    perThousand: 80,
  }),
  polluted_sites: block.cellLayer({
    prefix: "polluted",
    uses: ["works"],
    zh: "污染地块",
    en: "polluted site",
    class: "polluted",
    perThousand: 350,
  }),
  historic_blocks: block.cellLayer({
    prefix: "historic",
    uses: ["yards"],
    zh: "历史文化街区",
    en: "historic block",
    class: "historic block",
    perThousand: 250,
    zones: ["core"],
  }),
  traditional_villages: block.cellLayer({
    prefix: "village",
    uses: ["yards"],
    zh: "传统村落",
    en: "traditional village",
    class: "village",
    perThousand: 60,
    zones: ["ecological", "new-towns"],
  }),
  heritage_sites: block.heritageSites,
  protection_ranges: block.protectionRanges,
  ancient_trees: block.ancientTrees,
  trees: block.trees,
};

/** Streets are both: those between blocks, then the lanes inside each. */
export const streetLayer = {
  between: ({ seed }: land.Scenery, { net: borders }: plan.Courses): MapFeature[] =>
    borderStreets(borders, seed),
  inside: block.lanes,
} as const;
