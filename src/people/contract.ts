import { Type, type Static } from "typebox";

/** An account's right to act in a role, over an organisation and all that stands below it. */
export const RoleGrant = Type.Object(
  {
    role: Type.String(),
    scope: Type.String(),
    delegatedBy: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type RoleGrant = Static<typeof RoleGrant>;
