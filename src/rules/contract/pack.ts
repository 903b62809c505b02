import { Type, type Static } from "typebox";
import { Citation } from "./clause.ts";
import { DocumentText } from "./document.ts";
import { CaseFacts } from "./measure.ts";
import { Bilingual, Id, Name, Since, closed } from "./words.ts";

export * from "./clause.ts";
export * from "./document.ts";
export * from "./duty.ts";
export * from "./fact.ts";
export * from "./measure.ts";
export * from "./register.ts";
export * from "./rule.ts";
export * from "./task.ts";
export * from "./words.ts";

export const PolicyDocument = Type.Object(
  {
    id: Id,
    title: Bilingual,
    short: Bilingual,
    issuer: Type.String(),
    since: Since,
    /** The mechanisms in their order, each with the number of items that the document holds. */
    mechanisms: Type.Array(
      Type.Object({ id: Id, title: Bilingual, items: Type.Integer() }, closed),
    ),
    text: Type.Optional(DocumentText),
  },
  closed,
);

/**
 * Titles of what effects and requirements name (accounts, permits, duties, agreements …): one row a
 * name.
 */
export const Term = Type.Object(
  {
    id: Name,
    title: Bilingual,
    /** Of a precedence between two layers of the map: where they overlap, the second gives way. */
    layers: Type.Optional(Type.Object({ first: Type.String(), gives_way: Type.String() }, closed)),
  },
  closed,
);

export const Organisation = Type.Object(
  {
    id: Id,
    title: Bilingual,
    aliases: Type.Optional(Type.Array(Type.String())),
    /** What it was called before, in texts that still stand, and until when. */
    formerly: Type.Optional(Type.Array(Type.Object({ name: Type.String(), until: Since }, closed))),
  },
  closed,
);

/** What documents say of the projects that they name: one field, and the words that fill it. */
export const StatedField = Type.Object(
  {
    id: Name,
    label: Bilingual,
    /** The words that may stand here. Without them it is a text in both languages. */
    options: Type.Optional(
      Type.Array(Type.Object({ id: Type.String({ minLength: 1 }), label: Bilingual }, closed), {
        minItems: 1,
      }),
    ),
    /** A reader looks for it in every project: where the document says nothing, that is shown. */
    expected: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** A word of the field, or a text in both languages. */
export const StatedValue = Type.Union([Type.String({ minLength: 1 }), Bilingual]);

/** A named project of a document, as the document states it: one case. */
export const NamedProject = Type.Object(
  {
    id: Id,
    title: Bilingual,
    synthetic: Type.Boolean(),
    /** A theme for an area, not one project. */
    theme: Type.Optional(Type.Boolean()),
    cite: Citation,
    /** What the document says of it, by stated field; what it does not say is absent. */
    stated: Type.Record(Name, StatedValue),
    note: Type.Optional(Bilingual),
    facts: CaseFacts,
  },
  closed,
);

export const PackManifest = Type.Object(
  {
    id: Id,
    version: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
    language: Type.Integer(),
    extends: Type.Array(Id),
    title: Bilingual,
    zone: Type.String(),
    crs: Type.String(),
  },
  closed,
);

export type PolicyDocument = Static<typeof PolicyDocument>;
export type Term = Static<typeof Term>;
export type Organisation = Static<typeof Organisation>;
export type StatedField = Static<typeof StatedField>;
export type StatedValue = Static<typeof StatedValue>;
export type NamedProject = Static<typeof NamedProject>;
export type PackManifest = Static<typeof PackManifest>;
