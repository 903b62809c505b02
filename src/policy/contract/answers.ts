import { Type, type Static } from "typebox";
import { Bilingual, Explanation, Question, Report, Source, WhyNot } from "../../rules/contract.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

const CivilDate = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** A building by its id, or a polygon in CRS84 longitude and latitude. */
export const PlaceQuery = Type.Union([
  Type.Object({ building: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
  Type.Object(
    {
      polygon: Type.Object(
        {
          type: Type.Literal("Polygon"),
          coordinates: Type.Array(Type.Array(Type.Array(Type.Number(), { maxItems: 3 }))),
        },
        closed,
      ),
    },
    closed,
  ),
  Type.Object({ project: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
]);
export type PlaceQuery = Static<typeof PlaceQuery>;

export const AnswersBody = Type.Object(
  {
    place: Type.Optional(PlaceQuery),
    /** What the asker states, nested by dictionary id; values in the dictionary's unit. */
    facts: Type.Record(Type.String(), Type.Unknown()),
    asOf: Type.Optional(CivilDate),
    /** Groups of facts that this project does not touch, by id: what it will not do. */
    outside: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
    /** Facts that the asker does not know and wants to be asked no more, by id. */
    skip: Type.Optional(Type.Array(Type.String(), { maxItems: 200 })),
  },
  closed,
);
export type AnswersBody = Static<typeof AnswersBody>;

/** One fact of the case, as the screen shows it. */
export const FactRow = Type.Object(
  {
    fact: Type.String(),
    subject: Type.String(),
    label: Bilingual,
    unit: Type.Optional(Type.String()),
    state: words(["known", "estimate", "unknown", "not_applicable"] as const),
    /** Of a known fact, in the dictionary's unit. */
    value: Type.Optional(Type.Unknown()),
    /** An enumeration's option in words. */
    text: Type.Optional(Bilingual),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    /** Why it does not apply: in the words of who said so, or in both languages. */
    reason: Type.Optional(Type.Union([Type.String(), Bilingual])),
    source: Type.Optional(Source),
    by: Type.Optional(Type.String()),
    at: Type.Optional(Type.String()),
    losers: Type.Optional(
      Type.Array(Type.Object({ value: Type.Unknown(), source: Source }, closed)),
    ),
    /** How many rules read it. */
    readBy: Type.Integer(),
  },
  closed,
);
export type FactRow = Static<typeof FactRow>;

export const PlaceLine = Type.Object(
  {
    kind: words(["building", "polygon", "project", "none"] as const),
    id: Type.Optional(Type.String()),
    title: Bilingual,
    synthetic: Type.Boolean(),
    /** From the city down: ring, district, block. */
    path: Type.Array(Bilingual),
    areaM2: Type.Optional(Type.Number()),
    centre: Type.Optional(Type.Array(Type.Number())),
    /** For drawing: GeoJSON geometry in CRS84. */
    geometry: Type.Optional(Type.Unknown()),
  },
  closed,
);
export type PlaceLine = Static<typeof PlaceLine>;

export const Answers = Type.Object(
  {
    place: PlaceLine,
    facts: Type.Array(FactRow),
    report: Report,
    /**
     * One a verdict that applies or is undecided, by rule and subject; above a thousand verdicts,
     * one a rule and verdict: of its first subject. So are `changes`.
     */
    explanations: Type.Array(Explanation),
    /** One a verdict that does not apply. */
    changes: Type.Array(WhyNot),
    /**
     * The question that settles most (the same as `report.next`), then those after it: at most six.
     */
    questions: Type.Array(Question),
  },
  closed,
);
export type Answers = Static<typeof Answers>;

export const EvaluationReceipt = Type.Object(
  { id: Type.String(), expiresAt: Type.String() },
  closed,
);
export type EvaluationReceipt = Static<typeof EvaluationReceipt>;

/**
 * A stored evaluation, reopened: what was answered then, and whether the same engine and pack still
 * say so.
 */
export const EvaluationPage = Type.Object(
  {
    id: Type.String(),
    createdAt: Type.String(),
    expiresAt: Type.String(),
    answers: Answers,
    replay: Type.Object(
      {
        /** Identical, or what keeps it from being so. */
        state: words(["identical", "other_pack", "other_engine", "differs"] as const),
        differences: Type.Array(Type.String()),
        /** Rules that were undecided and that the law of today decides. */
        settled: Type.Array(Type.String()),
      },
      closed,
    ),
    /** The body that asks the same again. */
    body: AnswersBody,
  },
  closed,
);
export type EvaluationPage = Static<typeof EvaluationPage>;
