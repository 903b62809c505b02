import { Type } from "typebox";

export const closed = { additionalProperties: false } as const;
/** A closed list of words, typed as their union. */
export const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

/** A text that says something: blanks alone translate nothing. */
const Said = Type.String({ minLength: 1, pattern: "\\S" });

export const Bilingual = Type.Object({ zh: Said, en: Said }, closed);

export const forces = ["must", "in_principle", "may", "advice"] as const;
export const Force = words(forces);
export type Force = (typeof forces)[number];

/** The words by which a clause binds, allows or advises: each occurrence is accounted for. */
export const clauseWords = [
  "应当",
  "应该",
  "应",
  "必须",
  "不得",
  "不能",
  "不宜",
  "不搞",
  "严禁",
  "禁止",
  "原则上",
  "鼓励",
  "允许",
  "可",
] as const;

export const standings = ["full", "pilot", "exploratory"] as const;
export const Standing = words(standings);
export type Standing = (typeof standings)[number];

/** Whom a rule speaks to. A rule runs once for each such subject of a case. */
export const addressees = [
  "project",
  "building",
  "parcel",
  "space",
  "block",
  "unit",
  "district",
  "agency",
  "company",
  "financier",
  "resident",
] as const;
export const Addressee = words(addressees);
export type Addressee = (typeof addressees)[number];

/**
 * Where a fact lives in the tree of a case. Buildings, parcels and spaces repeat; the others stand
 * once.
 */
export const levels = [
  "project",
  "building",
  "parcel",
  "space",
  "block",
  "unit",
  "district",
] as const;
export const Level = words(levels);
export type Level = (typeof levels)[number];

export const effectKinds = [
  "grant",
  "limit",
  "exempt",
  "require",
  "permit",
  "prohibit",
  "count",
  "route",
  "priority",
  "notice",
] as const;
export type EffectKind = (typeof effectKinds)[number];

export const sources = ["registry", "map", "reported", "asked", "derived"] as const;
export const Source = words(sources);
export type Source = (typeof sources)[number];

/** A civil date, or "unknown" where the text bears none: then in force at every law date. */
export const Since = Type.String({ pattern: "^(unknown|\\d{4}-\\d{2}-\\d{2})$" });
export const Until = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
export const Expression = Type.String({ minLength: 1 });
export const Id = Type.String({ pattern: "^[a-z0-9][a-z0-9_.-]*$" });
export const Name = Type.String({ pattern: "^[a-z][a-z0-9_]*$" });

/** A figure of the law as a pack writes it; two of them are a range that the text leaves open. */
export const Figure = Type.Union([
  Type.Number(),
  Type.String(),
  Type.Tuple([Type.Number(), Type.Number()]),
  Type.Tuple([Type.String(), Type.String()]),
]);
