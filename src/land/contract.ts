import { Type, type Static } from "typebox";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

const Text = Type.Object({ zh: Type.String(), en: Type.String() }, closed);
const Maybe = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

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

export const Bbox = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]);
export type Bbox = Static<typeof Bbox>;
export const Position = Type.Tuple([Type.Number(), Type.Number()]);

export const Layer = Type.Object(
  {
    id: LayerId,
    title: Text,
    group: words(layerGroups),
    geometry: words(["point", "line", "polygon"] as const),
    level: words(layerLevels),
    /** Classes that speak more or less strictly than the layer does. */
    levels: Type.Optional(Type.Record(Type.String(), words(layerLevels))),
    /** What the level rests on, in own words. */
    ruleSet: Maybe(Text),
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
export const HitList = Type.Object({ hits: Type.Array(Hit) }, closed);

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
 * feature. near: the nearest feature within sight is told. clear: the layer speaks here, and
 * nothing of it is in sight. unknown: it does not cover the place, so nothing can be said.
 */
export const relations = ["overlaps", "reached", "near", "clear", "unknown"] as const;

export const OverlapFeature = Type.Object(
  {
    id: Type.String(),
    name: Text,
    class: Maybe(Type.String()),
    /** How strictly this feature speaks: its class may be stricter than its layer. */
    level: words(layerLevels),
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
    level: words(layerLevels),
    ruleSet: Maybe(Text),
    source: Text,
    synthetic: Type.Boolean(),
    relation: words(relations),
    areaM2: Type.Number(),
    lengthM: Type.Number(),
    share: Type.Number(),
    /** To the nearest feature; 0 when they overlap; null where none is in sight. */
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
