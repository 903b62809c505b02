import type { Ratio } from "../../base/ratio.ts";
import type { Rounding } from "../../base/rounding.ts";
import type { Comparison, Node, Spelling, TimeUnit } from "../ir.ts";
import type { Edition } from "./edition.ts";
import type { Read } from "./gone-facts.ts";
import type { Timed } from "./time.ts";

/**
 * The checked tree lowered for one edition of the law: figures are folded in, every number is a
 * whole number times a step that is known beforehand, and what does not fit that form stays a node
 * for exact ratios (`exact`).
 */
export type NumberPlan = {
  /** What one is worth, in base units; positive. */
  readonly step: Ratio;
  /** The greatest magnitude that the domains allow; Infinity where they prove none. */
  readonly size: number;
  readonly isNonNegative: boolean;
} & NumberForm;

export type NumberForm =
  | { readonly op: "constant"; readonly min: number; readonly max: number }
  | { readonly op: "fact"; readonly level: number; readonly fact: number }
  | { readonly op: "as_of" }
  /** A date so much later, or what lies between two: from two numbers in steps of one. */
  | {
      readonly op: Timed["op"];
      readonly unit: TimeUnit;
      readonly first: Term;
      readonly second: Term;
      readonly node: Timed;
    }
  | { readonly op: "abs"; readonly arg: NumberPlan }
  /** Steps of the argument are `up / down` steps of what it is rounded to. */
  | {
      readonly op: "round";
      readonly mode: Rounding;
      readonly arg: NumberPlan;
      readonly up: number;
      readonly down: number;
    }
  /** How many of the conditions hold, with what each of them reads. */
  | {
      readonly op: "marks";
      readonly args: readonly { readonly truth: TruthPlan; readonly reads: readonly Read[] }[];
    }
  /** The sum of the terms. */
  | { readonly op: "linear"; readonly terms: readonly Term[] }
  | { readonly op: "product"; readonly left: NumberPlan; readonly right: NumberPlan }
  | { readonly op: "extreme"; readonly fold: "min" | "max"; readonly terms: readonly Term[] }
  | {
      readonly op: "choice";
      readonly condition: TruthPlan;
      /** What the condition reads. */
      readonly reads: readonly Read[];
      readonly then: Term;
      readonly otherwise: Term;
    }
  | {
      readonly op: "total";
      readonly fold: "sum" | "min" | "max";
      readonly level: number;
      readonly body: NumberPlan;
    }
  /** The least or the greatest among the subjects that pass. */
  | {
      readonly op: "filtered";
      readonly fold: "min" | "max";
      readonly level: number;
      readonly body: NumberPlan;
      readonly filter: TruthPlan;
      readonly reads: readonly Read[];
    }
  | {
      readonly op: "tally";
      readonly level: number;
      readonly body: TruthPlan;
      readonly reads: readonly Read[];
    };

const folded = new Set<string>(["total", "filtered", "tally", "marks"]);

/** What is folded over subjects, or over conditions that stand side by side. */
export type Folded = Extract<NumberPlan, { op: "total" | "filtered" | "tally" | "marks" }>;

export const isFolded = (plan: NumberPlan): plan is Folded => folded.has(plan.op);

/** A number that its own parts settle. */
export type Single = Exclude<NumberPlan, Folded>;

/** A number in a coarser step, times the whole factor that brings it to the common one. */
export type Term = { readonly plan: NumberPlan; readonly factor: number };

/** A number to compare, or a quotient that comparing multiplies out. */
export type Side = { readonly top: NumberPlan; readonly bottom: NumberPlan | undefined };

export type TruthPlan =
  | { readonly op: "constant"; readonly code: number }
  | { readonly op: "fact"; readonly level: number; readonly fact: number }
  | { readonly op: "every" | "some"; readonly args: readonly TruthPlan[] }
  | { readonly op: "not"; readonly arg: TruthPlan }
  | {
      readonly op: "compare";
      readonly comparison: Comparison;
      readonly left: Side;
      readonly right: Side;
      /** Whole factors that bring both sides, multiplied out, to one step. */
      readonly factors: readonly [number, number];
      readonly size: number;
    }
  | { readonly op: "same"; readonly left: TruthPlan; readonly right: TruthPlan }
  /** An enumeration: the answer by option, and the answer while the option is unknown. */
  | {
      readonly op: "option";
      readonly level: number;
      readonly fact: number;
      readonly accepted: readonly boolean[];
      readonly unknown: number;
    }
  /** A text fact, or a list fact for `holds`. */
  | {
      readonly op: "text";
      readonly level: number;
      readonly fact: number;
      readonly accepted: ReadonlySet<string>;
    }
  /** Whether a word stands in a register that is still empty: whatever the word, nobody knows. */
  | {
      readonly op: "waiting";
      readonly level: number;
      readonly fact: number;
      readonly register: number;
      readonly isText: boolean;
    }
  | {
      readonly op: "spelled";
      readonly level: number;
      readonly fact: number;
      readonly how: Spelling;
      readonly word: string;
    }
  | {
      readonly op: "member";
      readonly level: number;
      readonly fact: number;
      readonly option: string;
      readonly unknown: number;
    }
  | {
      readonly op: "choice";
      readonly condition: TruthPlan;
      readonly reads: readonly Read[];
      readonly then: TruthPlan;
      readonly otherwise: TruthPlan;
    }
  | {
      readonly op: "over";
      readonly fold: "some" | "every";
      readonly level: number;
      readonly body: TruthPlan;
    }
  | { readonly op: "exact"; readonly node: Node };

/**
 * Magnitudes up to this are proved exact in doubles, with room for the rounding of the proof
 * itself.
 */
export const provenMax = 2 ** 52;

/** What lowering needs to know, and how numbers lower the conditions inside them. */
export type Lowering = {
  readonly edition: Edition;
  readonly truth: (node: Node) => TruthPlan;
};
