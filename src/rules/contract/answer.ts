import { Type, type Static } from "typebox";
import { Bilingual } from "./pack.ts";
import { UsedFact } from "./report.ts";

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
    /** How far today's figure is from `to`. */
    margin: Type.Optional(Type.Number()),
    unit: Type.Optional(Type.String()),
    text: Bilingual,
  },
  closed,
);
export type Change = Static<typeof Change>;

/** The smallest set of changes that makes the rule met; or why there is none. */
export const WhyNot = Type.Object(
  {
    rule: Type.String(),
    subject: Type.String(),
    changes: Type.Array(Change),
    none: Type.Optional(Bilingual),
  },
  closed,
);
export type WhyNot = Static<typeof WhyNot>;
