import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { MapMeasure } from "../../rules/index.ts";
import type { Tx } from "../../store/transaction.ts";
import {
  featureLimit,
  type Bbox,
  type City,
  type Feature,
  type FeatureCollection,
  type HeatKind,
  type HeatMap,
  type FoundPosition,
  type HitList,
  type Layer,
  type LayerId,
  type OverlapReport,
  type PlaceQuery,
  type PlaceSummary,
} from "../contract.ts";
import { catalogue, searchedLayers, speakingLayers } from "../model/catalogue.ts";
import { layerNamed } from "../model/layer-named.ts";
import type { LayerReading, Measured } from "../model/measure.ts";
import { extentOf, overlapReport } from "../model/overlaps.ts";
import type { Place, PlaceRefusal } from "../model/place.ts";
import type { MapRefusal } from "../model/refusals.ts";
import { readPositions } from "../model/coordinates.ts";
import { roundDegrees, type LonLat } from "../model/projection.ts";
import { ringOfPlace } from "../model/zones.ts";
import {
  findFeature,
  listDistricts,
  listFeatures,
  listLayers,
  searchFeatures,
} from "../store/features.ts";
import { listHeat } from "../store/heat.ts";
import { findCity, findExtent } from "../store/load.ts";
import { listBuildingIds } from "../store/place.ts";
import { listShared, readLayers, type LayerPair } from "../store/readings.ts";
import { answerMeasures, buildingLimit, findPlace, layersAsked } from "./place.ts";

/**
 * Every layer of the legend in its order; one that is not loaded has no features and speaks
 * nowhere.
 */
export async function listCatalogue(tx: Tx): Promise<Layer[]> {
  const loaded = new Map((await listLayers(tx)).map((layer) => [layer.id, layer]));
  return catalogue.map((row) => {
    const { level, ruleSet } = row;
    return { ...row, count: 0, coverage: null, ...loaded.get(row.id), level, ruleSet };
  });
}

/** Reads "west,south,east,north" in degrees. */
export function readBbox(text: string): Decision<Bbox, MapRefusal> {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [west, south, east, north] = numbers;
  const isBox =
    numbers.length === 4 &&
    numbers.every(Number.isFinite) &&
    west! <= east! &&
    south! <= north! &&
    west! >= -180 &&
    east! <= 180 &&
    south! >= -90 &&
    north! <= 90;
  if (!isBox) return refuse({ code: "bbox_invalid", bbox: text });
  return accept([west!, south!, east!, north!]);
}

/** A layer's features in a box as GeoJSON; says so when there are more than it gives. */
export async function pageFeatures(
  tx: Tx,
  order: {
    layer: string;
    bbox: string | undefined;
    limit: number | undefined;
    asOf?: string | undefined;
  },
): Promise<Decision<FeatureCollection, MapRefusal>> {
  const layer = layerNamed(order.layer);
  if (!layer.ok) return layer;
  const bbox = order.bbox === undefined ? undefined : readBbox(order.bbox);
  if (bbox && !bbox.ok) return bbox;
  const limit = Math.min(order.limit ?? featureLimit, featureLimit);
  const features = await listFeatures(tx, {
    layer: layer.value,
    bbox: bbox?.value,
    limit: limit + 1,
    asOf: order.asOf,
  });
  return accept({
    type: "FeatureCollection",
    features: features.slice(0, limit),
    truncated: features.length > limit,
  });
}

export async function readFeature(
  tx: Tx,
  word: string,
  id: string,
): Promise<Decision<Feature, MapRefusal>> {
  const layer = layerNamed(word);
  if (!layer.ok) return layer;
  const feature = await findFeature(tx, layer.value, id);
  return feature ? accept(feature) : refuse({ code: "feature_missing", layer: word, id });
}

const usualHits = 20;

/** As many readings of one pair of numbers as a reader looks through. */
const mostPositions = 5;

/** Where written coordinates may point to, inside the box around the city. */
async function findPositions(tx: Tx, words: string): Promise<FoundPosition[]> {
  const box = await findExtent(tx, "districts");
  if (!box) return [];
  const [west, south, east, north] = box;
  const isInCity = ([lon, lat]: LonLat): boolean =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  return readPositions(words, isInCity)
    .slice(0, mostPositions)
    .map(({ system, at }) => ({ system, at: [...roundDegrees(at)] }));
}

/**
 * Features by part of a name or code, in either language, and places by their coordinates; of blank
 * words none.
 */
export async function search(tx: Tx, words: string, limit = usualHits): Promise<HitList> {
  const trimmed = words.trim();
  if (trimmed === "") return { hits: [], positions: [] };
  const positions = await findPositions(tx, trimmed);
  return { hits: await searchFeatures(tx, trimmed, { layers: searchedLayers, limit }), positions };
}

/** How much of one kind of building stands in each block. */
export async function readHeat(tx: Tx, kind: HeatKind): Promise<HeatMap> {
  const rows = await listHeat(tx, kind);
  const blocks = rows.map(({ synthetic: _, ...block }) => block);
  return { kind, blocks, synthetic: rows.some(({ synthetic }) => synthetic) };
}

/** Layers whose word on a place is told: those that speak, and the units that it lies in. */
const toldLayers: readonly LayerId[] = [...speakingLayers, "districts", "blocks", "renewal_units"];

const kinds = ["point", "line", "polygon"] as const;

async function summaryOf(
  tx: Tx,
  place: Place,
  readings: ReadonlyMap<string, LayerReading>,
): Promise<PlaceSummary> {
  const { area, building, title } = place;
  const inside = await listBuildingIds(tx, area, buildingLimit);
  const city = await findCity(tx);
  const first = (layer: LayerId): string | null => readings.get(layer)?.met[0]?.id ?? null;
  const district = first("districts");
  return {
    title,
    kind: kinds[area.dimension],
    areaM2: area.areaDm2 / 100,
    lengthM: area.dimension === 1 ? area.size / 100 : 0,
    centre: [area.centre[0], area.centre[1]],
    bbox: area.bbox,
    building: building?.id ?? null,
    buildings: building ? [building.id] : inside.ids,
    block: first("blocks"),
    district,
    ring: city && district !== null ? ringOfPlace(city.zones, district) : null,
    synthetic: building?.synthetic ?? inside.synthetic,
  };
}

const toldRows = catalogue.filter(({ id }) => toldLayers.includes(id));

/** What the place has of two layers at once. */
export type SharedExtent = LayerPair & { readonly areaM2: number; readonly lengthM: number };

/** What the conflict check asks the map. */
export type SurveyOrder = {
  /** Facts of the map that rules ask for. */
  readonly measures: readonly MapMeasure[];
  /** Layers that may lie over each other, and which of them gives way. */
  readonly pairs: readonly LayerPair[];
};

export type PlaceSurvey = {
  readonly report: OverlapReport;
  /** In the order of the measures. */
  readonly measured: readonly Measured[];
  readonly shared: readonly SharedExtent[];
};

const covering = (readings: ReadonlyMap<string, LayerReading>, layer: string): boolean =>
  (readings.get(layer)?.coveredSize ?? 0) > 0;

/** What lies at a place in every layer at once, and what the map answers to the rules. */
export async function surveyPlace(
  tx: Tx,
  place: Place,
  { measures, pairs }: SurveyOrder,
): Promise<PlaceSurvey> {
  const { area } = place;
  const { layers, far } = layersAsked(measures, toldLayers);
  const readings = await readLayers(tx, { area, layers, far });
  const pairsMet = pairs.filter(
    ({ first, second }) => covering(readings, first) && covering(readings, second),
  );
  const shared = pairsMet.length > 0 ? await listShared(tx, area, pairsMet) : [];
  return {
    report: {
      place: await summaryOf(tx, place, readings),
      overlaps: overlapReport(toldRows, readings, area),
    },
    measured: answerMeasures(measures, readings, area),
    shared: shared.map(({ size, ...pair }) => ({ ...pair, ...extentOf(size, area) })),
  };
}

/** The conflict check's first half: what lies at a place, in every layer at once. */
export async function checkOverlaps(
  tx: Tx,
  query: PlaceQuery,
): Promise<Decision<OverlapReport, PlaceRefusal>> {
  const place = await findPlace(tx, query);
  if (!place.ok) return place;
  const { report } = await surveyPlace(tx, place.value, { measures: [], pairs: [] });
  return accept(report);
}

/**
 * The city in figures: rings and districts as the pack states them, and what the generator made.
 */
export async function describeCity(tx: Tx): Promise<Decision<City, MapRefusal>> {
  const city = await findCity(tx);
  const bbox = await findExtent(tx, "districts");
  if (!city || !bbox) return refuse({ code: "city_missing" });
  const { zones, generated } = city;
  const box = generated && (await findExtent(tx, "blocks"));
  return accept({
    ...zones.city,
    bbox,
    rings: zones.rings,
    districts: await listDistricts(tx),
    generated:
      generated && box
        ? {
            size: generated.size,
            seed: generated.seed,
            synthetic: true,
            blocks: generated.blocks,
            buildings: generated.buildings,
            floorAreaM2: generated.floor_area_dm2 / 100,
            bbox: box,
          }
        : null,
  });
}
