import { Type, type Static } from "typebox";
import { words } from "./words.ts";

const closed = { additionalProperties: false } as const;

/** The roles that an account may be given, each in a scope. */
export const roles = [
  "administrator",
  "auditor",
  "district_officer",
  "planner",
  "reviewer",
  "sponsor",
  "resident",
  "financier",
  "integrator",
] as const;
export const Role = words(roles);
export type Role = Static<typeof Role>;

const Scope = Type.String({ maxLength: 245, pattern: "^[0-9a-z_-]+([.][0-9a-z_-]+)*$" });
const Account = Type.String({ minLength: 1, maxLength: 60 });

/** An account's right to act in a role, over an organisation and all that stands below it. */
export const RoleGrant = Type.Object(
  {
    role: Type.String(),
    scope: Type.String(),
    delegatedBy: Type.Optional(Type.String()),
  },
  closed,
);
export type RoleGrant = Static<typeof RoleGrant>;

/** A role as it was given, by whom and when. */
export const GrantLine = Type.Object(
  {
    id: Type.String(),
    account: Type.String(),
    role: Type.String(),
    scope: Type.String(),
    grantedBy: Type.Union([Type.String(), Type.Null()]),
    grantedAt: Type.String(),
    version: Type.Integer(),
  },
  { title: "GrantLine", ...closed },
);
export type GrantLine = Static<typeof GrantLine>;

export const GrantList = Type.Object({ grants: Type.Array(GrantLine) }, closed);

export const GrantQuery = Type.Object(
  { account: Type.Optional(Account), role: Type.Optional(Role), under: Type.Optional(Scope) },
  closed,
);
export type GrantQuery = Static<typeof GrantQuery>;

export const GrantBody = Type.Object({ account: Account, role: Role, scope: Scope }, closed);
export type GrantBody = Static<typeof GrantBody>;

export const GrantChange = Type.Object({ role: Role, scope: Scope }, closed);
export type GrantChange = Static<typeof GrantChange>;

/** A role lent to another account until an instant. */
export const Delegation = Type.Object(
  {
    id: Type.String(),
    from: Type.String(),
    to: Type.String(),
    role: Type.String(),
    scope: Type.String(),
    since: Type.String(),
    until: Type.String(),
    version: Type.Integer(),
  },
  { title: "Delegation", ...closed },
);
export type Delegation = Static<typeof Delegation>;

/** A delegation with the names of both: whoever lends or borrows may know with whom. */
export const DelegationLine = Type.Object(
  { ...Delegation.properties, fromName: Type.String(), toName: Type.String() },
  { title: "DelegationLine", ...closed },
);
export type DelegationLine = Static<typeof DelegationLine>;

export const DelegationList = Type.Object({ delegations: Type.Array(DelegationLine) }, closed);

const Instant = Type.String({
  maxLength: 40,
  description: "An instant, ISO 8601 with its zone",
});

export const DelegationBody = Type.Object(
  /** To whom: the number of an account, or its sign-in name. */
  { to: Type.String({ minLength: 1, maxLength: 100 }), role: Role, scope: Scope, until: Instant },
  closed,
);
export type DelegationBody = Static<typeof DelegationBody>;

export const DelegationChange = Type.Object({ until: Instant }, closed);

/** The path of one grant or one delegation. */
export const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 60 }) }, closed);
