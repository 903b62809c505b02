import { Type, type Static } from "typebox";

const closed = { additionalProperties: false } as const;
const orNull = Type.Union([Type.String(), Type.Null()]);

/** One row of the audit trail: who did what, or was refused. */
export const AuditLine = Type.Object(
  {
    id: Type.Integer(),
    at: Type.String(),
    actorKind: Type.String(),
    actor: orNull,
    /** The names are those of now, of accounts that the one who asks may see; null of others. */
    actorName: orNull,
    /** The role that allowed it, and the account that had lent this role. */
    role: orNull,
    delegatedBy: orNull,
    delegatedByName: orNull,
    act: Type.String(),
    resourceKind: Type.String(),
    resourceId: orNull,
    scope: orNull,
    /** The code of the refusal; null where the act was done. */
    refusal: orNull,
    requestId: Type.String(),
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  { title: "AuditLine", ...closed },
);
export type AuditLine = Static<typeof AuditLine>;

export const AuditPage = Type.Object(
  {
    rows: Type.Array(AuditLine),
    /** To be given as `before` for the older rows; null where there are none. */
    next: orNull,
  },
  closed,
);
export type AuditPage = Static<typeof AuditPage>;

const Word = Type.String({ minLength: 1, maxLength: 100 });
const Instant = Type.String({ maxLength: 40, description: "An instant, ISO 8601 with its zone" });

export const AuditQuery = Type.Object(
  {
    actor: Type.Optional(Word),
    act: Type.Optional(Word),
    resourceKind: Type.Optional(Word),
    resourceId: Type.Optional(Type.String({ minLength: 1, maxLength: 250 })),
    /** Only refusals, or only what was done. */
    refused: Type.Optional(Type.Boolean()),
    since: Type.Optional(Instant),
    until: Type.Optional(Instant),
    before: Type.Optional(Type.String({ maxLength: 40 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export type AuditQuery = Static<typeof AuditQuery>;
