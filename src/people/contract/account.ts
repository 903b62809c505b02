import { Type, type Static } from "typebox";
import { RoleGrant } from "./grant.ts";

const closed = { additionalProperties: false } as const;
const Instant = Type.String({ description: "An instant, ISO 8601 in UTC" });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
const Email = Type.String({ maxLength: 254, pattern: "^[^\\s@]+@[^\\s@]+$" });
const Organisation = Type.String({ minLength: 1, maxLength: 250 });
/** The account's name at the identity provider. */
const Subject = Type.String({ minLength: 1, maxLength: 255 });

/** One account, as those see it who look after it. */
export const AccountLine = Type.Object(
  {
    id: Type.String(),
    signInName: Type.String(),
    name: Type.String(),
    email: orNull(Type.String()),
    /** The path of the organisation; null where the account has no place yet. */
    organisation: orNull(Type.String()),
    demonstration: Type.Boolean(),
    disabledAt: orNull(Instant),
    createdAt: Instant,
    version: Type.Integer(),
  },
  closed,
);
export type AccountLine = Static<typeof AccountLine>;

export const AccountPage = Type.Object(
  { accounts: Type.Array(AccountLine), next: orNull(Type.String()) },
  closed,
);
export type AccountPage = Static<typeof AccountPage>;

export const AccountQuery = Type.Object(
  {
    /** Accounts after this sign-in name; the page before tells it as `next`. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** A part of the name or of the sign-in name. */
    find: Type.Optional(Type.String({ maxLength: 100 })),
    /** Only accounts of the organisation of this path and of those below it. */
    under: Type.Optional(Organisation),
  },
  closed,
);
export type AccountQuery = Static<typeof AccountQuery>;

export const AccountBody = Type.Object(
  {
    signInName: Type.String({ minLength: 1, maxLength: 200 }),
    name: Name,
    organisation: Organisation,
    email: Type.Optional(orNull(Email)),
    subject: Type.Optional(orNull(Subject)),
  },
  closed,
);
export type AccountBody = Static<typeof AccountBody>;

/** What an administrator changes of an account; what is absent stays. */
export const AccountChange = Type.Object(
  {
    /** The version that the change was thought out on. */
    version: Type.Integer({ minimum: 1 }),
    name: Type.Optional(Name),
    organisation: Type.Optional(Organisation),
    email: Type.Optional(orNull(Email)),
    subject: Type.Optional(orNull(Subject)),
    disabled: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type AccountChange = Static<typeof AccountChange>;

/** A code that serves once to set a password; it is told once and kept nowhere in clear. */
export const RecoveryCode = Type.Object({ code: Type.String(), until: Instant }, closed);
export type RecoveryCode = Static<typeof RecoveryCode>;

export const AccountReceipt = Type.Object({ account: AccountLine, recovery: RecoveryCode }, closed);
export type AccountReceipt = Static<typeof AccountReceipt>;

/** Everything by which an account's owner is known here. */
export const KnownAs = Type.Object(
  {
    account: AccountLine,
    organisation: orNull(Type.Object({ zh: Type.String(), en: Type.String() }, closed)),
    grants: Type.Array(RoleGrant),
    identities: Type.Array(
      Type.Object({ issuer: Type.String(), subject: Type.String(), linkedAt: Instant }, closed),
    ),
    passwordSetAt: orNull(Instant),
    /** Since when a second factor holds, and how many spare codes are left. */
    factor: orNull(Type.Object({ since: Instant, spareCodes: Type.Integer() }, closed)),
    sessions: Type.Integer(),
    /** Rows of the audit trail that name the account; see the audit of one's own acts. */
    auditRows: Type.Integer(),
  },
  closed,
);
export type KnownAs = Static<typeof KnownAs>;
