import { Type, type Static } from "typebox";
import { Day } from "./contract/changes.ts";
import { LayerId } from "./contract/layers.ts";
import { Bbox, Maybe, Position, Text, closed } from "./contract/words.ts";

export * from "./contract/changes.ts";
export * from "./contract/heat.ts";
export * from "./contract/imports.ts";
export * from "./contract/layers.ts";
export * from "./contract/overlaps.ts";
export { Bbox, Position } from "./contract/words.ts";

/** GeoJSON in CRS84. Geometry is checked where it comes in, not where it goes out. */
export const Geometry = Type.Object(
  { type: Type.String(), coordinates: Type.Array(Type.Unknown()) },
  closed,
);

export const Feature = Type.Object(
  {
    type: Type.Literal("Feature"),
    id: Type.String(),
    geometry: Geometry,
    /** Flat, for map styles: `name` (Chinese), `name_en`, `synthetic`, and the layer's own. */
    properties: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type Feature = Static<typeof Feature>;

export const FeatureCollection = Type.Object(
  {
    type: Type.Literal("FeatureCollection"),
    features: Type.Array(Feature),
    /** True when more lie in the box than the limit let through. */
    truncated: Type.Boolean(),
  },
  closed,
);
export type FeatureCollection = Static<typeof FeatureCollection>;

export const featureLimit = 5000;
export const FeatureQuery = Type.Object(
  {
    bbox: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: featureLimit })),
    /** The features as they stood on that day; today's unless it is said. */
    as_of: Type.Optional(Day),
  },
  closed,
);
export const LayerPath = Type.Object({ layer: Type.String({ maxLength: 40 }) }, closed);
export const FeaturePath = Type.Object(
  { layer: Type.String({ maxLength: 40 }), id: Type.String({ maxLength: 80 }) },
  closed,
);

export const SearchQuery = Type.Object(
  {
    q: Type.String({ maxLength: 100 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  closed,
);
export const Hit = Type.Object(
  {
    layer: LayerId,
    id: Type.String(),
    title: Text,
    /** The kind of a building, the class of a street, else null. */
    kind: Maybe(Type.String()),
    centre: Position,
    bbox: Bbox,
    synthetic: Type.Boolean(),
  },
  closed,
);
export type Hit = Static<typeof Hit>;

/** Where written coordinates may point to, by one of the systems in use. */
export const FoundPosition = Type.Object({ system: Text, at: Position }, closed);
export type FoundPosition = Static<typeof FoundPosition>;

export const HitList = Type.Object(
  { hits: Type.Array(Hit), positions: Type.Array(FoundPosition) },
  closed,
);
export type HitList = Static<typeof HitList>;

const RingFigures = Type.Object(
  {
    blocks: Type.Optional(Type.Integer()),
    area_km2: Type.Optional(Type.Number()),
    stock_m2: Type.Optional(Type.Integer()),
    buildings: Type.Optional(Type.Integer()),
  },
  closed,
);

export const City = Type.Object(
  {
    id: Type.String(),
    title: Text,
    note: Text,
    bbox: Bbox,
    published: RingFigures,
    rings: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Text,
          long: Text,
          districts: Type.Array(Type.String()),
          grown_in: Type.Optional(Type.String()),
          published: RingFigures,
          /** Conventions of the synthetic city, not stated by any text. */
          assumed: RingFigures,
        },
        closed,
      ),
    ),
    districts: Type.Array(
      Type.Object(
        {
          adcode: Type.String(),
          title: Text,
          ring: Type.String(),
          areaKm2: Type.Number(),
          synthetic: Type.Boolean(),
        },
        closed,
      ),
    ),
    /** What the generator made; null when only the real boundaries are loaded. */
    generated: Maybe(
      Type.Object(
        {
          size: Type.String(),
          seed: Type.String(),
          synthetic: Type.Boolean(),
          blocks: Type.Integer(),
          buildings: Type.Integer(),
          floorAreaM2: Type.Number(),
          bbox: Bbox,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type City = Static<typeof City>;
