import { Type, type Static } from "typebox";
import { Bilingual, Expression, Id, Level, Name, Source, closed, words } from "./words.ts";

export const FactGroup = Type.Object(
  {
    id: Name,
    level: Level,
    title: Bilingual,
    /**
     * What somebody does whose project touches these facts. A group with a topic can be declared
     * outside a project: its facts are then not applicable to it.
     */
    topic: Type.Optional(Bilingual),
    /** Facts of other groups, by id, that the same declaration settles. */
    covers: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);

export const MapMeasure = Type.Object(
  {
    layer: Type.String(),
    /** Inside as a whole, in any part, how far, how much, in which class. */
    measure: words(["within", "overlaps", "distance", "share", "class"] as const),
    /** Of the features of this class alone. */
    class: Type.Optional(Type.String()),
    metres: Type.Optional(Type.Number()),
  },
  closed,
);

export const factTypes = [
  "boolean",
  "quantity",
  "enumeration",
  "text",
  "date",
  "list",
  "geometry",
] as const;

export const FactDefinition = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$" }),
    type: words(factTypes),
    label: Bilingual,
    /** Of a yes-or-no fact: each answer as a clause that stands inside a sentence. */
    says: Type.Optional(Type.Object({ yes: Bilingual, no: Bilingual }, closed)),
    question: Type.Optional(Bilingual),
    hint: Type.Optional(Bilingual),
    unit: Type.Optional(Type.String()),
    quantum: Type.Optional(Type.Union([Type.Number(), Type.String()])),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    /**
     * Of an enumeration, or of the members of a list. Values are English words and may hold spaces.
     */
    options: Type.Optional(
      Type.Array(Type.Object({ id: Type.String({ minLength: 1 }), label: Bilingual }, closed), {
        minItems: 1,
      }),
    ),
    /** In order of precedence. */
    source: Type.Array(Source, { minItems: 1 }),
    stated_by: Type.Optional(Type.Array(Type.String())),
    map: Type.Optional(MapMeasure),
    /** A register that says yes of a project that is named there. It never says no. */
    register: Type.Optional(Id),
    derived: Type.Optional(Expression),
    renamed_from: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);

export type FactGroup = Static<typeof FactGroup>;
export type FactDefinition = Static<typeof FactDefinition>;
export type MapMeasure = Static<typeof MapMeasure>;
