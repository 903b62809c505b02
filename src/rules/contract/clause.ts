import { Type, type Static } from "typebox";
import { Bilingual, clauseWords, closed, words } from "./words.ts";

export const Citation = Type.Object(
  {
    document: Type.String(),
    item: Type.Union([Type.Integer(), Type.String()]),
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  },
  closed,
);

/**
 * A numeral of the clause: mapped to a parameter, or excused with the reason why it is no figure of
 * the law.
 */
export const ClauseFigure = Type.Object(
  {
    /**
     * The numeral as it stands in the clause after NFKC and without spaces, e.g. "50%", "2.4",
     * "800-1000".
     */
    text: Type.String(),
    parameter: Type.Optional(Type.String()),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

/**
 * A word of force in the clause: the rule that carries it, the duty that it lays on somebody, or
 * the reason why it binds nobody.
 */
export const ClauseWord = Type.Object(
  {
    word: words(clauseWords),
    /** Which of them it is: the same word counts from 1 through the clause. */
    nth: Type.Integer({ minimum: 1 }),
    rule: Type.Optional(Type.String()),
    duty: Type.Optional(Type.Literal(true)),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

export type Citation = Static<typeof Citation>;
export type ClauseFigure = Static<typeof ClauseFigure>;
export type ClauseWord = Static<typeof ClauseWord>;
