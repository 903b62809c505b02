import { Type, type Static } from "typebox";
import { LayerId, Overlap, PlaceSummary } from "../../land/contract.ts";
import { Bilingual, Report } from "../../rules/contract.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

const CivilDate = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const Verdict = Report.properties.verdicts.items.properties;

/**
 * What is held against every layer: a building by its id, a drawing of any kind, or a named project
 * by what is known of it.
 */
export const ConflictQuery = Type.Union([
  Type.Object({ building: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
  Type.Object({ geometry: Type.Unknown() }, closed),
  Type.Object({ project: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
]);
export type ConflictQuery = { building: string } | { geometry: unknown } | { project: string };

export const ConflictBody = Type.Object(
  {
    place: ConflictQuery,
    /** Facts that the asker states, nested by dictionary id: what is to be done there. */
    facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    asOf: Type.Optional(CivilDate),
  },
  closed,
);
export type ConflictBody = {
  readonly place: ConflictQuery;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly asOf?: string;
};

/** A rule that speaks of a layer, as far as it is decided. */
export const SpokenRule = Type.Object(
  {
    rule: Type.String(),
    title: Bilingual,
    verdict: words(["applies", "undecided"] as const),
    standing: Verdict.standing,
    inForce: Type.Boolean(),
    /** What it says, effect by effect: the stricter first. */
    deeds: Type.Array(Bilingual),
    force: words(["must", "in_principle", "may", "advice"] as const),
    prohibits: Type.Boolean(),
    /** Whether it asks for something, and forbids nothing. */
    requires: Type.Boolean(),
    cite: Verdict.cite,
    citation: Bilingual,
    /** What would settle it. */
    missing: Type.Array(Bilingual),
  },
  closed,
);
export type SpokenRule = Static<typeof SpokenRule>;

/** Another layer that lies over this one at the place, and stands before it. */
export const GivenWay = Type.Object(
  {
    to: LayerId,
    title: Bilingual,
    areaM2: Type.Number(),
    lengthM: Type.Number(),
    rule: Type.String(),
    citation: Bilingual,
  },
  closed,
);
export type GivenWay = Static<typeof GivenWay>;

export const Conflict = Type.Object(
  {
    overlap: Overlap,
    /** The clause that says the level of the layer; null where this system sets it. */
    levelBasis: Type.Union([Bilingual, Type.Null()]),
    /** The rules that speak with their clause, the stricter first. */
    rules: Type.Array(SpokenRule),
    givesWay: Type.Array(GivenWay),
  },
  closed,
);
export type Conflict = Static<typeof Conflict>;

/**
 * barred: a rigid layer is met, or a clause forbids without exception. conditions: a layer that
 * admits what meets its conditions, or a clause that asks for something or forbids in principle,
 * or that binds and is open where a layer only advises.
 * listed: a layer that bars a list. advice: one that advises. clear: none that speaks. unknown:
 * nothing is met, and some layer does not cover the place.
 */
export const conflictAnswers = [
  "barred",
  "conditions",
  "listed",
  "advice",
  "clear",
  "unknown",
] as const;

export const ConflictReport = Type.Object(
  {
    place: Type.Union([PlaceSummary, Type.Null()]),
    title: Bilingual,
    asOf: Type.String(),
    pack: Type.String(),
    encoding: Type.String(),
    synthetic: Type.Boolean(),
    answer: words(conflictAnswers),
    /** Every layer that speaks or reaches, the stricter first. */
    conflicts: Type.Array(Conflict),
    /** Rules that speak of the place whatever layer it lies in: of a project that has no place. */
    otherRules: Type.Array(SpokenRule),
    /** Layers that do not cover the place: of them nothing is known. */
    unknown: Type.Integer(),
    /**
     * Layers that may speak more strictly than the answer: they do not cover the place, or a
     * feature that is met does not say of which class it is.
     */
    stricterUnknown: Type.Integer(),
  },
  closed,
);
export type ConflictReport = Static<typeof ConflictReport>;
