import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { MapMeasure } from "../../rules/index.ts";
import type { Tx } from "../../store/transaction.ts";
import { layerIds, type LayerId, type PlaceQuery } from "../contract.ts";
import { answerMeasure, shareOf, type LayerReading, type Measured } from "../model/measure.ts";
import { readGeometry } from "../model/drawn.ts";
import { readPolygon, type Area, type Place, type PlaceRefusal } from "../model/place.ts";
import { buildingSubject, parcelSubject, type RegistryAnswer } from "../model/registry.ts";
import { findBuilding, findParcel, listInside, type BuildingRow } from "../store/place.ts";
import { findCoveredSize, readLayers } from "../store/readings.ts";

const areaOf = (row: BuildingRow): Area => {
  const [west, south, east, north] = row.box;
  return {
    geometry: row.geometry,
    planar: row.planar,
    dimension: 2,
    size: row.area_dm2,
    areaDm2: row.area_dm2,
    bbox: row.box,
    centre: [(west + east) / 2, (south + north) / 2],
  };
};

async function findBuildingPlace(tx: Tx, id: string): Promise<Decision<Place, PlaceRefusal>> {
  const row = await findBuilding(tx, id);
  if (!row) return refuse({ code: "building_missing", id });
  const parcel = row.properties["parcel"];
  return accept({
    area: areaOf(row),
    title: { zh: row.name_zh, en: row.name_en },
    building: {
      id: row.id,
      parcel: typeof parcel === "string" ? parcel : null,
      synthetic: row.synthetic,
    },
  });
}

/** A border that is known to 100 m only must not turn away a place that stands on it. */
const leastInside = 0.5;

const drawnTitles = [
  { zh: "标出的地点", en: "Point drawn" },
  { zh: "画出的线路", en: "Line drawn" },
  { zh: "画出的范围", en: "Area drawn" },
] as const;

async function findDrawnPlace(
  tx: Tx,
  drawn: Decision<Area, PlaceRefusal>,
): Promise<Decision<Place, PlaceRefusal>> {
  if (!drawn.ok) return drawn;
  const { value: area } = drawn;
  const covered = await findCoveredSize(tx, area, "districts");
  if (covered === undefined) return refuse({ code: "city_missing" });
  const insideShare = shareOf(covered, area.size);
  if (insideShare < leastInside) return refuse({ code: "polygon_outside_city", insideShare });
  return accept({ area, title: drawnTitles[area.dimension], building: null });
}

/**
 * Finds the place that a question is about: a building of the register, or what is drawn on the
 * map.
 */
export function findPlace(tx: Tx, query: PlaceQuery): Promise<Decision<Place, PlaceRefusal>> {
  if ("building" in query) return findBuildingPlace(tx, query.building);
  const drawn = "polygon" in query ? readPolygon(query.polygon) : readGeometry(query.geometry);
  return findDrawnPlace(tx, drawn);
}

const isLayer = (word: string): word is LayerId => (layerIds as readonly string[]).includes(word);

/** A distance, and whether anything lies so near: their no rests on the nearest feature, too. */
const readsNearest = ({ measure, metres }: MapMeasure): boolean =>
  measure === "distance" || (measure === "within" && metres !== undefined);

/** The layers that measures ask, beside others, and those whose nearest feature may be far. */
export function layersAsked(
  measures: readonly MapMeasure[],
  others: readonly LayerId[] = [],
): { layers: LayerId[]; far: LayerId[] } {
  const far = measures.filter(readsNearest).map(({ layer }) => layer);
  const asked = measures.map(({ layer }) => layer).filter(isLayer);
  return { layers: [...new Set([...others, ...asked])], far: [...new Set(far)].filter(isLayer) };
}

/** What the layers that were read answer to each measure. */
export const answerMeasures = (
  measures: readonly MapMeasure[],
  readings: ReadonlyMap<string, LayerReading>,
  { size }: Area,
): Measured[] =>
  measures.map((measure) => answerMeasure(measure, readings.get(measure.layer), size));

/** Answers map facts at a place, in the order asked; each layer is read once. */
export async function measurePlace(
  tx: Tx,
  { area }: Place,
  measures: readonly MapMeasure[],
): Promise<Measured[]> {
  const { layers, far } = layersAsked(measures);
  const readings = layers.length > 0 ? await readLayers(tx, { area, layers, far }) : new Map();
  return answerMeasures(measures, readings, area);
}

/** The most buildings of one place that are read as subjects of a case. */
export const buildingLimit = 500;

async function subjectsAt(
  tx: Tx,
  place: Place,
): Promise<{ buildings: BuildingRow[]; parcels: BuildingRow[] }> {
  if (!place.building) {
    const limit = buildingLimit + 1;
    const buildings = await listInside(tx, place.area, { layer: "buildings", limit });
    return { buildings, parcels: await listInside(tx, place.area, { layer: "parcels", limit }) };
  }
  const building = await findBuilding(tx, place.building.id);
  const parcel = place.building.parcel ? await findParcel(tx, place.building.parcel) : undefined;
  return { buildings: building ? [building] : [], parcels: parcel ? [parcel] : [] };
}

/**
 * What the register states of the buildings and parcels of a place, by the ids of the fact
 * dictionary.
 */
export async function registryFactsOf(tx: Tx, place: Place): Promise<RegistryAnswer> {
  const { buildings, parcels } = await subjectsAt(tx, place);
  return {
    buildings: buildings.slice(0, buildingLimit).map(buildingSubject),
    parcels: parcels.slice(0, buildingLimit).map(parcelSubject),
    truncated: buildings.length > buildingLimit || parcels.length > buildingLimit,
    synthetic: [...buildings, ...parcels].some(({ synthetic }) => synthetic),
  };
}
