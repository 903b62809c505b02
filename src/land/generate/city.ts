import { accept, refuse, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import type { LayerId } from "../contract.ts";
import { insidePolygons, planePolygons, type DistrictFile } from "../model/districts.ts";
import type { Zones } from "../model/zones.ts";
import type { Extent } from "./extent.ts";
import { areaShapes } from "./feature.ts";
import type { MapFeature, MapLayer } from "../model/layer.ts";
import * as green from "./layers-green.ts";
import { heritageSiteFeatures, historicBlockFeatures } from "./layers-heritage.ts";
import * as structure from "./layers-structure.ts";
import * as units from "./layers-units.ts";
import type { Ring } from "./plane.ts";
import { declareQuarter, setScene, type Declared, type Scene } from "./scene.ts";

export const citySizes = ["quarter", "district", "city"] as const;
export type CitySize = (typeof citySizes)[number];

export type CityOrder = {
  readonly size: CitySize;
  readonly seed: string;
  readonly districts: DistrictFile;
  readonly zones: Zones;
};

export type GeneratedCity = {
  readonly size: CitySize;
  readonly seed: string;
  readonly declared: Declared;
  readonly layers: readonly MapLayer[];
};

export type CityRefusal = { readonly code: "size_not_available"; readonly size: CitySize };

const local: Readonly<Partial<Record<LayerId, (scene: Scene) => MapFeature[]>>> = {
  blocks: units.blockFeatures,
  renewal_units: units.renewalUnitFeatures,
  parcels: units.parcelFeatures,
  buildings: units.buildingFeatures,
  streets: structure.streetFeatures,
  rail_lines: structure.railFeatures,
  ring_roads: structure.ringRoadFeatures,
  stations: structure.stationFeatures,
  micro_centres: structure.microCentreFeatures,
  hubs: structure.hubFeatures,
  key_areas: structure.keyAreaFeatures,
  parks: green.parkFeatures,
  green_lines: green.greenLineFeatures,
  rivers: green.riverFeatures,
  blue_lines: green.blueLineFeatures,
  ecological_red_line: green.redLineFeatures,
  farmland: green.farmlandFeatures,
  strategic_white: green.strategicWhiteFeatures,
  historic_blocks: historicBlockFeatures,
  heritage_sites: heritageSiteFeatures,
  ancient_trees: green.ancientTreeFeatures,
  trees: green.treeFeatures,
  surroundings: units.surroundingFeatures,
};

/** The border of the two blocks together, through every crossing on it. */
const blocksRing = ({ node }: Extent): Ring => [
  node(1, 1),
  node(2, 1),
  node(3, 1),
  node(3, 2),
  node(2, 2),
  node(1, 2),
];

/** Layers that know the two blocks only; the others speak for everything in the picture. */
const blocksOnly: readonly LayerId[] = [
  "blocks",
  "parcels",
  "buildings",
  "renewal_units",
  "strategic_white",
  "historic_blocks",
];

/** The blocks lie inside the real district: a promise of where the quarter was put. */
function assertInside(extent: Extent, districts: DistrictFile): void {
  const home = districts.features.find(({ id }) => id === "110105");
  invariant(home, "the districts hold the one that the quarter stands in");
  const polygons = planePolygons(home);
  invariant(
    extent.ring.every(([x, y]) => insidePolygons([x / 100, y / 100], polygons)),
    "the quarter lies inside its real district",
  );
}

/** Makes the synthetic city: the same order always gives the same bytes. */
export function generateCity(order: CityOrder): Decision<GeneratedCity, CityRefusal> {
  if (order.size !== "quarter") return refuse({ code: "size_not_available", size: order.size });
  const declared = declareQuarter(order.zones);
  const scene = setScene(order.seed, declared);
  const { extent } = scene.quarter;
  assertInside(extent, order.districts);

  const [whole, blocks] = [areaShapes(extent.ring), areaShapes(blocksRing(extent))];
  const layers = Object.entries(local).map(([id, features]): MapLayer => ({
    id: id as LayerId,
    coverage: blocksOnly.includes(id as LayerId) ? blocks : whole,
    features: features(scene),
  }));
  return accept({ size: order.size, seed: order.seed, declared, layers });
}

/** A layer as a GeoJSON file: one feature a line, marked synthetic. */
export function geoJsonOf(layer: MapLayer): string {
  const lines = layer.features.map(({ id, name, geometry, properties }) =>
    JSON.stringify({
      type: "Feature",
      id,
      properties: { name: name.zh, name_en: name.en, synthetic: true, ...properties },
      geometry,
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}
