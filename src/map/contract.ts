import { Type, type Static } from "typebox";
import { Day } from "../land/contract.ts";

const closed = { additionalProperties: false } as const;

export const TilePath = Type.Object(
  {
    /** One layer, several between commas, or `map` for all. */
    layers: Type.String({ maxLength: 1_000 }),
    z: Type.Integer({ minimum: 0, maximum: 30 }),
    x: Type.Integer({ minimum: 0 }),
    y: Type.Integer({ minimum: 0 }),
  },
  closed,
);

export const TileQuery = Type.Object(
  {
    /** A civil day: the tile shows what held then, and counts nothing from afar. */
    as_of: Type.Optional(Day),
  },
  closed,
);

export const TileJsonPath = Type.Object({ layers: Type.String({ maxLength: 1_000 }) }, closed);

const VectorLayer = Type.Object(
  {
    id: Type.String(),
    /** How the layer is shown from afar, in Chinese and English. */
    description: Type.String(),
    minzoom: Type.Integer(),
    maxzoom: Type.Integer(),
    fields: Type.Record(Type.String(), Type.String()),
  },
  closed,
);

/** TileJSON 3.0: where tiles lie, what is in them, and by which rule they are thinned. */
export const TileJson = Type.Object(
  {
    tilejson: Type.Literal("3.0.0"),
    name: Type.String(),
    description: Type.String(),
    attribution: Type.String(),
    scheme: Type.Literal("xyz"),
    tiles: Type.Array(Type.String()),
    minzoom: Type.Integer(),
    maxzoom: Type.Integer(),
    bounds: Type.Optional(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
    vector_layers: Type.Array(VectorLayer),
  },
  closed,
);
export type TileJson = Static<typeof TileJson>;

export const Link = Type.Object(
  {
    href: Type.String(),
    rel: Type.String(),
    type: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()),
  },
  closed,
);
export type Link = Static<typeof Link>;

const Links = Type.Array(Link);

export const LandingPage = Type.Object(
  { title: Type.String(), description: Type.String(), links: Links },
  closed,
);
export type LandingPage = Static<typeof LandingPage>;

export const Collection = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    description: Type.String(),
    extent: Type.Optional(
      Type.Object(
        { spatial: Type.Object({ bbox: Type.Array(Type.Array(Type.Number())) }, closed) },
        closed,
      ),
    ),
    itemType: Type.Literal("feature"),
    crs: Type.Array(Type.String()),
    storageCrs: Type.String(),
    links: Links,
  },
  closed,
);
export type Collection = Static<typeof Collection>;

export const Collections = Type.Object(
  { links: Links, crs: Type.Array(Type.String()), collections: Type.Array(Collection) },
  closed,
);
export type Collections = Static<typeof Collections>;

export const CollectionPath = Type.Object({ collection: Type.String({ maxLength: 80 }) }, closed);
export const ItemPath = Type.Object(
  { collection: Type.String({ maxLength: 80 }), item: Type.String({ maxLength: 80 }) },
  closed,
);

/** How an answer is to look, beside the Accept header. */
export const FormQuery = Type.Object({ f: Type.Optional(Type.String({ maxLength: 20 })) }, closed);

export const itemLimit = 10_000;
export const usualItemLimit = 1_000;

const Word = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const ItemQuery = Type.Object({ f: Word(20), crs: Word(100) }, closed);

/** What may be asked of a page; other names are properties of the layer, to be equal to a word. */
export const ItemsQuery = Type.Object(
  {
    f: Word(20),
    /** A whole number: beside names that are open, words of an address stay words. */
    limit: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,8}$" })),
    cursor: Word(80),
    bbox: Word(200),
    "bbox-crs": Word(100),
    crs: Word(100),
    datetime: Word(60),
    filter: Word(4_000),
    "filter-lang": Word(20),
    "filter-crs": Word(100),
  },
  { additionalProperties: Type.String({ maxLength: 200 }) },
);
export type ItemsQuery = Static<typeof ItemsQuery>;
