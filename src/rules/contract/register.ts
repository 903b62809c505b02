import { Type, type Static } from "typebox";
import { Bilingual, Figure, Id, Since, closed, words } from "./words.ts";

/**
 * Figures that a register gives, one for each of its entries: a share for each class of land, say.
 * The bounds are what a figure may be at all; while none is known, a rule reckons with all between.
 */
const RegisterFigures = Type.Object(
  {
    unit: Type.String(),
    at_least: Figure,
    at_most: Figure,
    values: Type.Record(Type.String({ minLength: 1 }), Figure),
  },
  closed,
);

/**
 * What somebody else issues and rules rest on: a list of entries, a table of figures by entry, or a
 * text that says more than a list could. Empty until an operator imports it: what reads it is open.
 */
export const Register = Type.Object(
  {
    id: Id,
    title: Bilingual,
    issuer: Type.String(),
    date: Since,
    state: words(["empty", "imported"] as const),
    /** A text holds no entries: a rule that needs it stays open until it is coded from it. */
    kind: Type.Optional(words(["list", "text"] as const)),
    entries: Type.Array(Type.String()),
    figures: Type.Optional(RegisterFigures),
    /**
     * The year whose working days it arranges: its entries are the days that are turned over,
     * weekdays that are free and days of a weekend that are worked.
     */
    calendar: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  },
  closed,
);

export type Register = Static<typeof Register>;
export type RegisterFigures = Static<typeof RegisterFigures>;
