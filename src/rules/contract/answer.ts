import { Type, type Static } from "typebox";
import { Bilingual } from "./pack.ts";
import { Condition, UsedFact, Verdict } from "./report.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

/** True, false, unknown, or not applicable: what a part of a condition came to. */
export const Outcome = words(["T", "F", "U", "N"] as const);
export type Outcome = Static<typeof Outcome>;

/** One step of the proof: what was asked, what came of it, and the steps that it rests on. */
export type ProofNode = {
  outcome: Outcome;
  text: Static<typeof Bilingual>;
  /** Ids of the facts that this step reads itself. */
  facts: string[];
  children: ProofNode[];
};

/** The schema describes one step; children have the form of their parent. */
export const ProofNode = Type.Unsafe<ProofNode>(
  Type.Object(
    {
      outcome: Outcome,
      text: Bilingual,
      facts: Type.Array(Type.String()),
      children: Type.Array(Type.Unknown()),
    },
    closed,
  ),
);

/** Why a rule came out as it did for one subject, from the same tree that decided it. */
export const Explanation = Type.Object(
  {
    rule: Type.String(),
    subject: Type.String(),
    /** The rule itself as one sentence. */
    sentence: Bilingual,
    tree: ProofNode,
    /** Every fact that the rule reads, with where it comes from. */
    used: Type.Array(UsedFact),
  },
  closed,
);
export type Explanation = Static<typeof Explanation>;

/** One fact that would have to be otherwise. Figures stand in the dictionary's unit. */
export const Change = Type.Object(
  {
    fact: Type.String(),
    subject: Type.String(),
    label: Bilingual,
    /** A value that flips the rule: of a quantity the nearest one that can be stated. */
    to: Type.Unknown(),
    /**
     * Which values beyond `to` do as well; "above" and "below" where the threshold itself does not.
     */
    direction: Type.Optional(words(["at_least", "at_most", "above", "below", "equals"] as const)),
    /** The last value beyond `to` that does; absent where the whole way from `to` on does. */
    until: Type.Optional(Type.Unknown()),
    /** How far today's figure is from `to`. */
    margin: Type.Optional(Type.Number()),
    unit: Type.Optional(Type.String()),
    text: Bilingual,
  },
  closed,
);
export type Change = Static<typeof Change>;

/** A bound that is exceeded: by how much, and what might be asked for instead. */
export const Gap = Type.Object(
  {
    bound: Type.String(),
    /** In `unit`, which is the effect's. */
    over: Type.Number(),
    unit: Type.String(),
    /** The fact that holds what is asked for, and what of it would keep to the bound. */
    fact: Type.Optional(Type.String()),
    within: Type.Optional(Type.Unknown()),
    text: Bilingual,
  },
  closed,
);
export type Gap = Static<typeof Gap>;

/** A fact that moves what a rule grants. */
export const Raise = Type.Object(
  {
    fact: Type.String(),
    subject: Type.String(),
    label: Bilingual,
    direction: words(["more", "less"] as const),
    /** From here on the fact raises nothing any more; absent where it raises without end. */
    to: Type.Optional(Type.Unknown()),
    /** What is granted at `to`, in `unit`. */
    amount: Type.Optional(Type.Number()),
    unit: Type.String(),
    text: Bilingual,
  },
  closed,
);
export type Raise = Static<typeof Raise>;

/** A subject that the case does not have and that the rule needs; `changes` say what it must be. */
export const Added = Type.Object(
  { level: Type.String(), subject: Type.String(), text: Bilingual },
  closed,
);
export type Added = Static<typeof Added>;

/** The smallest set of changes that does what is wanted; or why there is none. */
export const WhyNot = Type.Object(
  {
    rule: Type.String(),
    subject: Type.String(),
    /**
     * What is wanted: that the rule be met, that nothing rule it out any more, that its bounds be
     * kept, or that it grant more.
     */
    aim: words(["met", "open", "within", "more"] as const),
    adds: Type.Array(Added),
    changes: Type.Array(Change),
    /** Other sets that would do, none of them a mere addition to another; the smaller first. */
    instead: Type.Array(Type.Array(Change)),
    /** What the rule comes to with the changes made. */
    then: Type.Optional(Type.Object({ condition: Condition, verdict: Verdict }, closed)),
    gaps: Type.Array(Gap),
    raises: Type.Array(Raise),
    none: Type.Optional(Bilingual),
  },
  closed,
);
export type WhyNot = Static<typeof WhyNot>;
