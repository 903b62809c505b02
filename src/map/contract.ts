import { Type, type Static } from "typebox";

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
