import { Type, type Static } from "typebox";
import { closed, Maybe, words } from "./words.ts";

/** A day of the calendar. */
export const Day = Type.String({ format: "date", pattern: "^[1-9]" });
export const Reason = Type.String({ minLength: 1, maxLength: 500 });

const changeKinds = ["import", "edit", "undo"] as const;

/** What is kept of the file of an import. */
export const ImportedFile = Type.Object(
  {
    name: Type.String(),
    bytes: Type.Integer(),
    sha256: Type.String(),
    form: Type.String(),
    crs: Type.String(),
  },
  closed,
);
export type ImportedFile = Static<typeof ImportedFile>;

/** One change of one layer by one hand. */
export const Change = Type.Object(
  {
    id: Type.String(),
    layer: Type.String(),
    kind: words(changeKinds),
    /** As the audit trail names them: an account's id, or the part of the program. */
    actor: Type.String(),
    reason: Type.String(),
    at: Type.String(),
    validFrom: Type.String(),
    source: Maybe(Type.String()),
    dated: Maybe(Type.String()),
    accuracy: Maybe(Type.String()),
    file: Maybe(ImportedFile),
    added: Type.Integer(),
    replaced: Type.Integer(),
    retired: Type.Integer(),
    undoes: Maybe(Type.String()),
    /** The change that took this one back; null while it holds. */
    undoneBy: Maybe(Type.String()),
  },
  closed,
);
export type Change = Static<typeof Change>;

export const ChangeList = Type.Object({ changes: Type.Array(Change) }, closed);
export const ChangeQuery = Type.Object(
  {
    layer: Type.Optional(Type.String({ maxLength: 40 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export const ChangePath = Type.Object({ id: Type.String({ format: "uuid" }) }, closed);
export const UndoBody = Type.Object({ reason: Reason }, closed);

const FeatureFields = {
  geometry: Type.Unknown(),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  name_en: Type.String({ maxLength: 200 }),
  /** The layer's own, in place of all of them. */
  properties: Type.Record(Type.String({ minLength: 1, maxLength: 60 }), Type.Unknown()),
};

/** An edit of one feature: what is not given stays. */
export const FeatureEdit = Type.Object(
  {
    reason: Reason,
    /** The day from which it holds; today unless it is said. */
    validFrom: Type.Optional(Day),
    geometry: Type.Optional(FeatureFields.geometry),
    name: Type.Optional(FeatureFields.name),
    name_en: Type.Optional(FeatureFields.name_en),
    properties: Type.Optional(FeatureFields.properties),
  },
  closed,
);
export type FeatureEdit = Static<typeof FeatureEdit>;

export const FeatureDraft = Type.Object(
  {
    reason: Reason,
    validFrom: Type.Optional(Day),
    id: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    geometry: FeatureFields.geometry,
    name: FeatureFields.name,
    name_en: Type.Optional(FeatureFields.name_en),
    properties: Type.Optional(FeatureFields.properties),
    /** True of what is made up to try something. */
    synthetic: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type FeatureDraft = Static<typeof FeatureDraft>;

/** A retirement has no body that every client sends: its words come in the address. */
export const RetireQuery = Type.Object({ reason: Reason, valid_from: Type.Optional(Day) }, closed);

/** What stands after an edit. */
export const FeatureReceipt = Type.Object(
  { id: Type.String(), version: Type.Integer(), change: Type.String() },
  closed,
);
export type FeatureReceipt = Static<typeof FeatureReceipt>;

/** One version of a feature: who made it when and why, and when it ended. */
export const FeatureVersion = Type.Object(
  {
    version: Type.Integer(),
    validFrom: Maybe(Type.String()),
    validTo: Maybe(Type.String()),
    name: Type.String(),
    areaM2: Type.Number(),
    synthetic: Type.Boolean(),
    properties: Type.Record(Type.String(), Type.Unknown()),
    geometry: Type.Unknown(),
    /** Null of what came with the pack or the generator. */
    change: Maybe(Change),
  },
  closed,
);
export type FeatureVersion = Static<typeof FeatureVersion>;
export const FeatureHistory = Type.Object({ versions: Type.Array(FeatureVersion) }, closed);
