import type { Bilingual } from "../../base/message.ts";
import type { LayerId } from "../contract.ts";

export type Coordinate = readonly [number, number];

/** A GeoJSON geometry of the kinds that layers hold. */
export type Shape =
  | { readonly type: "Point"; readonly coordinates: Coordinate }
  | { readonly type: "LineString"; readonly coordinates: readonly Coordinate[] }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Coordinate[])[] }
  | {
      readonly type: "MultiPolygon";
      readonly coordinates: readonly (readonly (readonly Coordinate[])[])[];
    };

/** A GeoJSON geometry that somebody may draw: a layer holds neither many points nor many lines. */
export type Drawing =
  | Shape
  | { readonly type: "MultiPoint"; readonly coordinates: readonly Coordinate[] }
  | { readonly type: "MultiLineString"; readonly coordinates: readonly (readonly Coordinate[])[] };

export type MapFeature = {
  readonly id: string;
  readonly name: Bilingual;
  /** In degrees, CGCS2000, rounded to 1e-7. */
  readonly geometry: Shape;
  /** In metres, EPSG:4548, rounded to 0.01. */
  readonly planar: Shape;
  /** Of the planar polygon, in whole 0.01 m²; 0 for points and lines. */
  readonly areaDm2: number;
  readonly properties: Readonly<Record<string, unknown>>;
};

export type MapLayer = {
  readonly id: LayerId;
  /** Where the layer speaks; elsewhere it is silent, and what it would say is unknown. */
  readonly coverage: Pick<MapFeature, "geometry" | "planar">;
  /** A large layer draws its features while they are read, and again for whoever reads again. */
  readonly features: Iterable<MapFeature>;
};
