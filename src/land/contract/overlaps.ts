import { Type, type Static } from "typebox";
import { LayerBasis, LayerId, layerLevels } from "./layers.ts";
import { Bbox, Maybe, Position, Text, closed, words } from "./words.ts";

export const maxPolygonPoints = 5000;
export const maxPolygonKm2 = 20;
export const maxLineKm = 200;

/**
 * A place asked for: a building of the city, an area drawn on the map, or a drawing of any kind: a
 * point, a line, an area, or several of one kind.
 */
export const PlaceQuery = Type.Union([
  Type.Object({ building: Type.String({ maxLength: 80 }) }, closed),
  Type.Object({ polygon: Type.Unknown() }, closed),
  Type.Object({ geometry: Type.Unknown() }, closed),
]);
export type PlaceQuery = { building: string } | { polygon: unknown } | { geometry: unknown };

/**
 * What a layer has to do with a place. reached: the place lies outside, and in the reach of a
 * feature. near: the nearest feature within sight is told, which may border on the place or meet it
 * by a sliver. clear: the layer speaks here, and nothing of it is in sight. unknown: it does not
 * cover the place, so nothing can be said.
 */
export const relations = ["overlaps", "reached", "near", "clear", "unknown"] as const;

export const OverlapFeature = Type.Object(
  {
    id: Type.String(),
    name: Text,
    class: Maybe(Type.String()),
    /** How strictly this feature speaks: its class may be stricter than its layer. */
    level: words(layerLevels),
    /** How strictly it may speak: otherwise than `level` where its class is not known. */
    mayBe: words(layerLevels),
    /** Whole 0.01 m² shown in m²; 0 for points and lines. */
    areaM2: Type.Number(),
    /** Of a place that is a line, its length inside; of a feature that is a line, its own. */
    lengthM: Type.Number(),
    /** Share of the place, 0 to 1 in steps of 0.0001. */
    share: Type.Number(),
    distanceM: Type.Number(),
    /** How far it reaches beyond its border; 0 where it does not. */
    reachM: Type.Number(),
  },
  closed,
);

export type OverlapFeature = Static<typeof OverlapFeature>;

export const Overlap = Type.Object(
  {
    layer: LayerId,
    title: Text,
    /** The strictest of what is met; where nothing is known of the place, of what may be there. */
    level: words(layerLevels),
    /** How strictly it may speak: otherwise than `level` where a feature bears no known class. */
    mayBe: words(layerLevels),
    ruleSet: Maybe(Text),
    basis: Maybe(LayerBasis),
    source: Text,
    synthetic: Type.Boolean(),
    /** How far its features reach beyond themselves, in metres; null where they do not. */
    reachM: Maybe(Type.Number()),
    relation: words(relations),
    areaM2: Type.Number(),
    lengthM: Type.Number(),
    share: Type.Number(),
    /** To the nearest feature; 0 when they meet; null where none is in sight. */
    distanceM: Maybe(Type.Number()),
    /** The features met, largest share first, or those in reach, or the nearest one. */
    features: Type.Array(OverlapFeature),
  },
  closed,
);
export type Overlap = Static<typeof Overlap>;

export const PlaceSummary = Type.Object(
  {
    title: Text,
    kind: words(["point", "line", "polygon"] as const),
    areaM2: Type.Number(),
    lengthM: Type.Number(),
    centre: Position,
    bbox: Bbox,
    building: Maybe(Type.String()),
    buildings: Type.Array(Type.String()),
    block: Maybe(Type.String()),
    district: Maybe(Type.String()),
    ring: Maybe(Type.String()),
    /** True when anything known of the place is invented. */
    synthetic: Type.Boolean(),
  },
  closed,
);
export type PlaceSummary = Static<typeof PlaceSummary>;

export const OverlapReport = Type.Object(
  { place: PlaceSummary, overlaps: Type.Array(Overlap) },
  closed,
);
export type OverlapReport = Static<typeof OverlapReport>;
