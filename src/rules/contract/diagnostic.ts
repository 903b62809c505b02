import { Type, type Static } from "typebox";
import { Bilingual } from "./pack.ts";

/**
 * One finding of the compiler: where, what, and what to write instead. Lines and columns count from
 * 1.
 */
export const Diagnostic = Type.Object(
  {
    code: Type.String(),
    severity: Type.Union([Type.Literal("error"), Type.Literal("warning")]),
    file: Type.String(),
    line: Type.Integer(),
    column: Type.Integer(),
    /** The source line and how many characters the caret underlines. */
    source: Type.String(),
    length: Type.Integer(),
    message: Bilingual,
    hint: Type.Optional(Bilingual),
  },
  { additionalProperties: false },
);
export type Diagnostic = Static<typeof Diagnostic>;
