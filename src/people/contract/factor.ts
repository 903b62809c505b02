import { Type, type Static } from "typebox";

const closed = { additionalProperties: false } as const;

/** A code of an app, or a spare code; longer than either may be. */
export const FactorCode = Type.String({ minLength: 1, maxLength: 100 });

/** What an authenticator app is set up with. It is told once. */
export const FactorInvitation = Type.Object(
  {
    /** To be typed in where the picture cannot be read. */
    secret: Type.String(),
    /** What the picture says: otpauth://… */
    address: Type.String(),
  },
  closed,
);
export type FactorInvitation = Static<typeof FactorInvitation>;

export const FactorBody = Type.Object({ factorCode: FactorCode }, closed);
export type FactorBody = Static<typeof FactorBody>;

/** Codes that stand for the app once each; they are told once. */
export const SpareCodes = Type.Object({ spareCodes: Type.Array(Type.String()) }, closed);
export type SpareCodes = Static<typeof SpareCodes>;
