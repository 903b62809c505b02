import { invariant } from "../../base/invariant.ts";
import type { LayerId } from "../contract.ts";
import { insidePolygons, planePolygons, type DistrictFile } from "../model/districts.ts";
import type { Extent } from "./extent.ts";
import { areaShapes } from "./feature.ts";
import type { MapFeature, MapLayer } from "../model/layer.ts";
import * as green from "./layers-green.ts";
import { heritageSiteFeatures, historicBlockFeatures } from "./layers-heritage.ts";
import * as structure from "./layers-structure.ts";
import * as units from "./layers-units.ts";
import type { Ring } from "./plane.ts";
import { generateWide } from "./wide/wide-city.ts";
import type { CityOrder, GeneratedCity } from "./order.ts";
import { declareQuarter, setScene, type Scene } from "./scene.ts";

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
export const generateCity = (order: CityOrder): GeneratedCity =>
  order.size === "quarter" ? generateQuarter(order) : generateWide(order);

function generateQuarter(order: CityOrder): GeneratedCity {
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
  return { size: order.size, seed: order.seed, declared, layers };
}

/** A feature as one line of GeoJSON, marked synthetic. */
export const geoJsonLine = ({ id, name, geometry, properties }: MapFeature): string =>
  JSON.stringify({
    type: "Feature",
    id,
    properties: { name: name.zh, name_en: name.en, synthetic: true, ...properties },
    geometry,
  });

/** A layer as a GeoJSON file, piece by piece: one feature a line. */
export function* geoJsonPieces(layer: MapLayer): Iterable<string> {
  yield '{"type":"FeatureCollection","features":[';
  let isFirst = true;
  for (const feature of layer.features) {
    yield `${isFirst ? "" : ","}\n${geoJsonLine(feature)}`;
    isFirst = false;
  }
  yield "\n]}\n";
}

/** A layer as a GeoJSON file. */
export const geoJsonOf = (layer: MapLayer): string => [...geoJsonPieces(layer)].join("");
