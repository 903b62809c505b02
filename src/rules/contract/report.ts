import { Type, type Static } from "typebox";
import { Addressee, Bilingual, Force, Source, Standing, effectKinds } from "./pack.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

export const Condition = words(["met", "not_met", "open"] as const);
export type Condition = Static<typeof Condition>;
export const Verdict = words(["applies", "does_not_apply", "undecided"] as const);
export type Verdict = Static<typeof Verdict>;

/** Both ends belong to the interval. An end that is absent is not bounded. */
export const Amount = Type.Object(
  { min: Type.Optional(Type.Number()), max: Type.Optional(Type.Number()) },
  closed,
);
export type Amount = Static<typeof Amount>;

export const BoundAnswer = Type.Object(
  {
    id: Type.String(),
    force: Force,
    answer: words(["within", "exceeded", "open"] as const),
    /** What follows where the bound is exceeded. */
    consequence: Type.Optional(words(["refused", "deliberation", "discretion"] as const)),
    direction: words(["at_most", "at_least"] as const),
    /** What is asked for, and what the bound allows, in the effect's unit. */
    at: Amount,
    limit: Amount,
    title: Type.Optional(Bilingual),
  },
  closed,
);
export type BoundAnswer = Static<typeof BoundAnswer>;

export const RequirementLine = Type.Object(
  {
    kind: words(["approval", "document", "agreement", "duty"] as const),
    id: Type.String(),
    force: Force,
    title: Bilingual,
  },
  closed,
);
export type RequirementLine = Static<typeof RequirementLine>;

export const EffectLine = Type.Object(
  {
    kind: words(effectKinds),
    target: Type.String(),
    title: Bilingual,
    force: Force,
    amount: Type.Optional(Amount),
    unit: Type.Optional(Type.String()),
    account: Type.Optional(Type.String()),
    /** The id of the must bound that cut the amount. */
    binding: Type.Optional(Type.String()),
    bounds: Type.Optional(Type.Array(BoundAnswer)),
    requires: Type.Optional(Type.Array(RequirementLine)),
  },
  closed,
);
export type EffectLine = Static<typeof EffectLine>;

/** What is missing and could still matter. */
export const Missing = Type.Object(
  {
    kind: words(["fact", "text", "list"] as const),
    id: Type.String(),
    subject: Type.Optional(Type.String()),
  },
  closed,
);
export type Missing = Static<typeof Missing>;

/** A fact as it entered the verdict. A value stands in the dictionary's unit. */
export const UsedFact = Type.Object(
  {
    fact: Type.String(),
    subject: Type.Optional(Type.String()),
    state: words(["known", "estimate", "unknown", "not_applicable"] as const),
    value: Type.Optional(Type.Unknown()),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    reason: Type.Optional(Type.Union([Type.String(), Bilingual])),
    source: Type.Optional(Source),
    by: Type.Optional(Type.String()),
    at: Type.Optional(Type.String()),
    /** Other sources of the same fact that lost by precedence. */
    losers: Type.Optional(
      Type.Array(Type.Object({ value: Type.Unknown(), source: Type.Optional(Source) }, closed)),
    ),
  },
  closed,
);
export type UsedFact = Static<typeof UsedFact>;

export const RuleVerdict = Type.Object(
  {
    rule: Type.String(),
    measure: Type.String(),
    title: Bilingual,
    addressee: Addressee,
    subject: Type.String(),
    standing: Standing,
    in_force: Type.Boolean(),
    unverified: Type.Optional(Type.Boolean()),
    condition: Condition,
    verdict: Verdict,
    effects: Type.Array(EffectLine),
    missing: Type.Array(Missing),
    /**
     * Why the verdict is what it is where the tree alone does not say: needs a text, gives way,
     * undefined, not yet in force.
     */
    reasons: Type.Array(Type.Object({ code: Type.String(), detail: Bilingual }, closed)),
    because: Type.Optional(Bilingual),
    used: Type.Array(UsedFact),
    cite: Type.Object(
      { document: Type.String(), item: Type.Union([Type.Integer(), Type.String()]) },
      closed,
    ),
  },
  closed,
);
export type RuleVerdict = Static<typeof RuleVerdict>;

/** Only what is in force is totalled. */
export const Total = Type.Object(
  {
    account: Type.String(),
    title: Bilingual,
    subject: Type.String(),
    amount: Amount,
    unit: Type.String(),
  },
  closed,
);
export type Total = Static<typeof Total>;

export const CombinationLine = Type.Object(
  {
    id: Type.String(),
    stack: words(["sum", "max", "exclusive", "beside"] as const),
    rules: Type.Array(Type.String()),
    /** The subject that the members speak to. */
    subject: Type.String(),
    because: Bilingual,
    amount: Type.Optional(Amount),
    unit: Type.Optional(Type.String()),
    cap: Type.Optional(BoundAnswer),
  },
  closed,
);

/** What one possible answer to a question would settle. */
export const AnswerEffect = Type.Object(
  { answer: Type.Unknown(), label: Bilingual, settles: Type.Integer() },
  closed,
);

export const Question = Type.Object(
  {
    fact: Type.String(),
    subject: Type.Optional(Type.String()),
    label: Bilingual,
    question: Bilingual,
    hint: Type.Optional(Bilingual),
    type: Type.String(),
    unit: Type.Optional(Type.String()),
    options: Type.Optional(
      Type.Array(Type.Object({ id: Type.String(), label: Bilingual }, closed)),
    ),
    /** How many open rules wait for this fact, and their ids. */
    waiting: Type.Integer(),
    rules: Type.Array(Type.String()),
    answers: Type.Array(AnswerEffect),
  },
  closed,
);
export type Question = Static<typeof Question>;

export const Report = Type.Object(
  {
    pack: Type.String(),
    encoding: Type.String(),
    engine: Type.String(),
    asOf: Type.String(),
    case: Type.String(),
    synthetic: Type.Boolean(),
    verdicts: Type.Array(RuleVerdict),
    combinations: Type.Array(CombinationLine),
    totals: Type.Array(Total),
    next: Type.Union([Question, Type.Null()]),
  },
  closed,
);
export type Report = Static<typeof Report>;
