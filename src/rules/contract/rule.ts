import { Type, type Static } from "typebox";
import {
  Addressee,
  Bilingual,
  Expression,
  Figure,
  Force,
  Name,
  Since,
  Until,
  closed,
} from "./words.ts";

/** A doubtful reading of the text: what it could mean, and what this pack takes it to mean. */
const Reading = Type.Object(
  { chosen: Bilingual, alternatives: Type.Array(Bilingual, { minItems: 1 }) },
  closed,
);

export const Parameter = Type.Object(
  {
    unit: Type.String(),
    title: Type.Optional(Bilingual),
    /**
     * A figure is a number, a quotient of whole numbers such as "1/3", a day where the unit is
     * `date`, or a range that the text leaves open.
     */
    values: Type.Array(
      Type.Object({ since: Since, until: Type.Optional(Until), value: Figure }, closed),
      { minItems: 1 },
    ),
    reading: Type.Optional(Reading),
  },
  closed,
);

export const Bound = Type.Object(
  {
    id: Name,
    at_most: Type.Optional(Expression),
    at_least: Type.Optional(Expression),
    force: Force,
    title: Type.Optional(Bilingual),
  },
  closed,
);

/** What comes with an effect: exactly one of approval, document, agreement, duty names it. */
export const Requirement = Type.Object(
  {
    approval: Type.Optional(Name),
    document: Type.Optional(Name),
    agreement: Type.Optional(Name),
    duty: Type.Optional(Name),
    force: Force,
    title: Type.Optional(Bilingual),
  },
  closed,
);

const effectShape = {
  grant: Type.Optional(Name),
  limit: Type.Optional(Name),
  exempt: Type.Optional(Name),
  require: Type.Optional(Name),
  permit: Type.Optional(Name),
  prohibit: Type.Optional(Name),
  count: Type.Optional(Name),
  route: Type.Optional(Name),
  priority: Type.Optional(Name),
  notice: Type.Optional(Name),
  force: Type.Optional(Force),
  /**
   * What the effect gives or takes; its unit follows from the expression, unless `unit` asks for
   * another of the same dimension.
   */
  amount: Type.Optional(Expression),
  unit: Type.Optional(Type.String()),
  /** The fact that holds the amount wanted. */
  wish: Type.Optional(Type.String()),
  limits: Type.Optional(Type.Array(Bound)),
  account: Type.Optional(Name),
  requires: Type.Optional(Type.Array(Requirement)),
} as const;

export const Effect = Type.Object({ ...effectShape, title: Type.Optional(Bilingual) }, closed);

export const Rule = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z][a-z0-9-]*$" }),
    addressee: Type.Optional(Addressee),
    title: Type.Optional(Bilingual),
    let: Type.Optional(Type.Record(Name, Expression)),
    when: Type.Optional(Expression),
    /** One sentence for the explanation, with {name} holes for facts, parameters and let values. */
    because: Type.Optional(Bilingual),
    ...effectShape,
    /** Several effects of one rule; then no effect key stands on the rule itself. */
    effects: Type.Optional(Type.Array(Effect, { minItems: 1 })),
    /**
     * A text that the clause leans on and the corpus lacks: the rule stays open until it is
     * imported and the rule coded from it. Names registers of the kind text.
     */
    needs_text: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    /** Full ids of rules that give way where this one applies. */
    overrides: Type.Optional(Type.Array(Type.String())),
    reading: Type.Optional(Reading),
    since: Type.Optional(Since),
    until: Type.Optional(Until),
    /** True where the rule rests on an excerpt rather than on the primary text. */
    unverified: Type.Optional(Type.Boolean()),
  },
  closed,
);

export type Parameter = Static<typeof Parameter>;
export type Bound = Static<typeof Bound>;
export type Requirement = Static<typeof Requirement>;
export type Effect = Static<typeof Effect>;
export type Rule = Static<typeof Rule>;
