import { Type, type Static } from "typebox";
import { Citation, ClauseFigure, ClauseWord } from "./clause.ts";
import { Duty } from "./duty.ts";
import { Bound, Parameter, Rule } from "./rule.ts";
import { Addressee, Bilingual, Id, Name, Since, Standing, Until, closed, words } from "./words.ts";

/** What a case states: facts nested by dictionary id. See contract/case.ts for the value forms. */
export const CaseFacts = Type.Record(Type.String(), Type.Unknown());

export const PolicyCase = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    as_of: Type.Optional(Until),
    facts: CaseFacts,
    /**
     * Facts by id, each with several values: the case is run once for each, set for the project, or
     * for every building, parcel or space that the case lists.
     */
    each: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.Unknown(), { minItems: 1, maxItems: 50 }), {
        maxProperties: 2,
      }),
    ),
    /**
     * By rule id inside the measure: any keys of the verdict; a number n stands for { min: n, max:
     * n }.
     */
    expect: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);

export const Measure = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9.-]+/[a-z0-9.-]+$" }),
    title: Bilingual,
    mechanism: Id,
    standing: Standing,
    lead: Type.Array(Id, { minItems: 1 }),
    addressee: Addressee,
    cite: Citation,
    summary: Bilingual,
    since: Since,
    until: Type.Optional(Until),
    duty: Type.Optional(Duty),
    parameters: Type.Optional(Type.Record(Name, Parameter)),
    rules: Type.Optional(Type.Array(Rule)),
    figures: Type.Optional(Type.Array(ClauseFigure)),
    words: Type.Optional(Type.Array(ClauseWord)),
    cases: Type.Optional(Type.Array(PolicyCase)),
  },
  closed,
);

/** How rules that grant or decide the same thing go together; the reason is part of the law book.
 * `beside` is for rules that meet in one case and decide different things: both stand, and the
 * reason says why. */
export const Combination = Type.Object(
  {
    id: Id,
    rules: Type.Array(Type.String(), { minItems: 2 }),
    stack: words(["sum", "max", "exclusive", "beside"] as const),
    /** A cap over the members' amounts together. */
    cap: Type.Optional(Bound),
    because: Bilingual,
    /** What is expected here is the line of the combination itself: any of its keys. */
    cases: Type.Optional(Type.Array(PolicyCase)),
  },
  closed,
);

/**
 * A slip in the law that no case can notice, by its stable id, and why none can: read by a second
 * person, since the engine could not prove it.
 */
export const Equivalent = Type.Object(
  { id: Type.String({ pattern: "^[^#]+#[^#]+$" }), reason: Bilingual },
  closed,
);

/**
 * Findings of lint that stay, by their stable ids, and why: the law means it so, or a later text
 * will settle it. Read by a second person.
 */
export const Acceptance = Type.Object(
  {
    id: Id,
    findings: Type.Array(Type.String({ pattern: "^[a-z_]+#.+$" }), { minItems: 1 }),
    reason: Bilingual,
  },
  closed,
);

export type Acceptance = Static<typeof Acceptance>;
export type Equivalent = Static<typeof Equivalent>;
export type PolicyCase = Static<typeof PolicyCase>;
export type Measure = Static<typeof Measure>;
export type Combination = Static<typeof Combination>;
