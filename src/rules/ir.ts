import type { Bilingual } from "../base/message.ts";
import type { Ratio } from "../base/ratio.ts";
import type { Rounding } from "../base/rounding.ts";
import type { Dimension } from "../base/unit.ts";
import type {
  Addressee,
  Citation,
  Combination,
  EffectKind,
  FactDefinition,
  FactGroup,
  Force,
  Level,
  Measure,
  Register,
  Requirement,
  Standing,
} from "./contract/pack.ts";

/**
 * The checked tree: what the front of the compiler hands to every back end. All names are resolved,
 * all types and units agree, all derived facts and `let` values are written out in place. */

/** A number is always in base units (metre², fen, month …); see base/unit.ts. */
export type Type =
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly dimension: Dimension }
  | { readonly kind: "enumeration"; readonly options: readonly string[] }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  | { readonly kind: "list"; readonly options: readonly string[] | undefined };

/** Offsets of a node in its rule's expression, so that an explanation can quote it. */
export type Span = { readonly start: number; readonly end: number };

type Base = { readonly type: Type; readonly span: Span };

export type Comparison = "<" | "<=" | ">" | ">=" | "=" | "!=";

/** What moves a date, and what lies between two: nothing turns one of these into another. */
export type TimeUnit = "day" | "month" | "working_day";

/** Where in a text a word stands. */
export type Spelling = "contains" | "starts with" | "ends with";

export type Node = Base &
  (
    | { readonly op: "boolean"; readonly value: boolean }
    /** In base units. */
    | { readonly op: "number"; readonly value: Ratio }
    | { readonly op: "text"; readonly value: string }
    /** Texts written out side by side. */
    | { readonly op: "words"; readonly options: readonly string[] }
    /** "YYYY-MM-DD". */
    | { readonly op: "date"; readonly value: string }
    /** The law date. */
    | { readonly op: "as_of" }
    /** Index into Program.parameters. */
    | { readonly op: "parameter"; readonly parameter: number }
    /** Index into Program.facts. */
    | { readonly op: "fact"; readonly fact: number }
    | { readonly op: "and" | "or"; readonly args: readonly Node[] }
    | { readonly op: "not"; readonly arg: Node }
    | {
        readonly op: "compare";
        readonly comparison: Comparison;
        readonly left: Node;
        readonly right: Node;
      }
    /** An enumeration or text among literal values: `kind in ("a", "b")`. */
    | { readonly op: "among"; readonly arg: Node; readonly options: readonly string[] }
    /** A list fact holds the literal: `list contains(list, "a")`. */
    | { readonly op: "holds"; readonly list: Node; readonly option: string }
    /** How a text is spelled: `starts with(name, "a")`. */
    | {
        readonly op: "spelled";
        readonly how: Spelling;
        readonly arg: Node;
        readonly word: string;
      }
    /** An enumeration or text stands in a register. Index into Program.registers. */
    | { readonly op: "listed"; readonly register: number; readonly arg: Node }
    | {
        readonly op: "add" | "subtract" | "multiply" | "divide";
        readonly left: Node;
        readonly right: Node;
      }
    | { readonly op: "negate"; readonly arg: Node }
    /** A date so much later; the compiler proves that it is moved by a whole number of units. */
    | { readonly op: "shift"; readonly unit: TimeUnit; readonly date: Node; readonly by: Node }
    /** The full months from one date to another, or the working days after it. */
    | {
        readonly op: "elapsed";
        readonly unit: "month" | "working_day";
        readonly from: Node;
        readonly to: Node;
      }
    | { readonly op: "min" | "max"; readonly args: readonly Node[] }
    | { readonly op: "abs"; readonly arg: Node }
    /** A multiple of the step, which is a figure of the law or one. */
    | { readonly op: "round"; readonly mode: Rounding; readonly arg: Node; readonly step: Node }
    /** How many of the conditions hold. */
    | { readonly op: "tally"; readonly args: readonly Node[] }
    | {
        readonly op: "if";
        readonly condition: Node;
        readonly then: Node;
        readonly otherwise: Node;
        /** Where the whole choice is the figure of a register: index into Program.registers. */
        readonly register?: number;
      }
    /**
     * Over the subjects of a lower level. `count` takes a boolean body, `sum` `min` `max` a number,
     * `some` `every` a boolean.
     */
    | {
        readonly op: "aggregate";
        readonly fold: "sum" | "count" | "min" | "max" | "some" | "every";
        readonly level: Level;
        readonly body: Node;
        /** Of `min` and `max`: which subjects count. The others take it into their body. */
        readonly filter?: Node;
      }
  );

export type FactIr = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly level: Level;
  readonly type: Type;
  readonly definition: FactDefinition;
  /** Of a quantity: one quantum, in base units. A value is a whole number of these. */
  readonly step: Ratio;
  /** Of a quantity: the domain in whole quanta; undefined where it has no end. */
  readonly min: number | undefined;
  readonly max: number | undefined;
};

export type ParameterIr = {
  /** `measure-id.name`, e.g. "toolbox-1.0/04.award_cap". */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly title: Bilingual | undefined;
  /** The register that gives it; a figure of a clause has none. */
  readonly register?: number;
  readonly type: Type;
  /** In base units, ordered by `since`; a figure that the text leaves open has min < max. */
  readonly values: readonly {
    readonly since: string;
    readonly until: string | undefined;
    readonly min: Ratio;
    readonly max: Ratio;
  }[];
};

export type RegisterIr = Register;

export type BoundIr = {
  readonly id: string;
  readonly direction: "at_most" | "at_least";
  readonly limit: Node;
  readonly force: Force;
  readonly title: Bilingual | undefined;
};

export type EffectIr = {
  readonly kind: EffectKind;
  readonly target: string;
  readonly title: Bilingual;
  readonly force: Force;
  readonly amount: Node | undefined;
  /** The unit in which the amount, its bounds and its totals are given out. */
  readonly unit: string | undefined;
  /**
   * One output quantum in base units: 0.01 m², 1 fen, … amounts are rounded to it once, on leaving.
   */
  readonly step: Ratio | undefined;
  /** Index into Program.facts. */
  readonly wish: number | undefined;
  readonly bounds: readonly BoundIr[];
  readonly account: string | undefined;
  readonly requires: readonly (Requirement & { readonly title: Bilingual })[];
};

export type RuleIr = {
  /** Full id, "toolbox-1.0/04/award". */
  readonly id: string;
  readonly measure: string;
  readonly title: Bilingual;
  readonly addressee: Addressee;
  /** The level whose subjects the rule runs over; "project" for addressees that have none. */
  readonly level: Level;
  readonly standing: Standing;
  readonly since: string;
  readonly until: string | undefined;
  /** Absent: always met. */
  readonly condition: Node | undefined;
  /** The text of `when`, which the spans of `condition` point into. */
  readonly when: string | undefined;
  readonly effects: readonly EffectIr[];
  readonly needsTexts: readonly string[];
  /** Indices into Program.rules: these give way where this rule applies. */
  readonly overrides: readonly number[];
  readonly because:
    | {
        readonly text: Bilingual;
        readonly holes: readonly {
          readonly name: string;
          readonly node: Node;
          readonly unit: string | undefined;
        }[];
      }
    | undefined;
  /** Boolean and enumeration facts that occur more than once: the evaluator splits on them. */
  readonly splits: readonly number[];
  /** Every fact that the rule reads, in order of first occurrence. */
  readonly reads: readonly number[];
  readonly unverified: boolean;
  readonly cite: Citation;
};

export type CombinationIr = Omit<Combination, "rules" | "cap"> & {
  readonly members: readonly number[];
  readonly cap: BoundIr | undefined;
};

export type Program = {
  readonly pack: string;
  readonly version: string;
  /** Hash of the bundle that this was compiled from. */
  readonly encoding: string;
  /** The city's clock. */
  readonly zone: string;
  readonly facts: readonly FactIr[];
  readonly factById: ReadonlyMap<string, number>;
  /** By group id: its level, its title, and what a project does that touches it. */
  readonly groups: ReadonlyMap<string, FactGroup>;
  readonly parameters: readonly ParameterIr[];
  readonly registers: readonly RegisterIr[];
  readonly rules: readonly RuleIr[];
  readonly ruleById: ReadonlyMap<string, number>;
  /** Rule indices ordered so that a rule comes after every rule that overrides it. */
  readonly order: readonly number[];
  readonly combinations: readonly CombinationIr[];
  readonly measures: ReadonlyMap<string, Measure>;
  /** Titles of accounts, permits, duties and other names. */
  readonly terms: ReadonlyMap<string, Bilingual>;
};
