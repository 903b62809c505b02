import { Type, type Static } from "typebox";
import { Measure } from "./pack.ts";
import { Bilingual, Expression, Figure, Id, Since, Until, closed } from "./words.ts";

/**
 * One change of the law: exactly one of `parameter`, `rule`, `measure`, `register` and `drop` says
 * of what.
 */
export const LawChange = Type.Object(
  {
    /** Full id, "toolbox-1.0/04.award_cap", with the new `value` in the parameter's own unit. */
    parameter: Type.Optional(Type.String()),
    value: Type.Optional(Figure),
    /** From when the value holds; absent: at every date, in place of all that was stated. */
    since: Type.Optional(Since),
    until: Type.Optional(Until),
    /** Full id, "toolbox-1.0/04/award", with its new condition `when`. */
    rule: Type.Optional(Type.String()),
    when: Type.Optional(Expression),
    /** A whole measure: added, or in place of the one that bears its id. */
    measure: Type.Optional(Measure),
    /** Id of a register, with all that stands in it. */
    register: Type.Optional(Type.String()),
    entries: Type.Optional(Type.Array(Type.String())),
    /** Of a register that gives figures: one for each entry, in the register's own unit. */
    figures: Type.Optional(Type.Record(Type.String(), Figure)),
    /** Full id of a measure, a rule or a combination that is no more. */
    drop: Type.Optional(Type.String()),
  },
  closed,
);

/** A change of the law to be tried out: what would be, beside what is. */
export const Reform = Type.Object(
  { id: Id, title: Bilingual, changes: Type.Array(LawChange, { minItems: 1, maxItems: 200 }) },
  closed,
);

export type LawChange = Static<typeof LawChange>;
export type Reform = Static<typeof Reform>;
