import type { Comparison, Span } from "../ir.ts";

/** What lies between two values, with or without its ends. */
export type Range = {
  readonly low: Syntax;
  readonly high: Syntax;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
};

/** One test behind `in`: a value, a comparison or an interval. */
export type Test =
  | { readonly kind: "value"; readonly value: Syntax }
  | { readonly kind: "compare"; readonly comparison: Comparison; readonly value: Syntax }
  | ({ readonly kind: "interval" } & Range);

/** `b in buildings`: a name, and what it goes through. */
export type Iterator = { readonly variable: string; readonly over: Syntax };

/** An expression as it is written: names are not resolved, types and units not checked. */
export type Syntax = Span &
  (
    | { readonly op: "number"; readonly text: string }
    | { readonly op: "text"; readonly value: string }
    | { readonly op: "boolean"; readonly value: boolean }
    | { readonly op: "date"; readonly value: string }
    /** `award_cap`, `project.site_area`: one word between dots each. */
    | { readonly op: "name"; readonly words: readonly string[] }
    /** A path behind something that is no name: `buildings[…].floor_area`. */
    | { readonly op: "path"; readonly from: Syntax; readonly words: readonly string[] }
    | { readonly op: "filter"; readonly from: Syntax; readonly condition: Syntax }
    | { readonly op: "and" | "or"; readonly args: readonly Syntax[] }
    | { readonly op: "not" | "negate"; readonly arg: Syntax }
    | {
        readonly op: "add" | "subtract" | "multiply" | "divide";
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | {
        readonly op: "compare";
        readonly comparison: Comparison;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | { readonly op: "in"; readonly arg: Syntax; readonly tests: readonly Test[] }
    | { readonly op: "call"; readonly name: string; readonly args: readonly Syntax[] }
    | {
        readonly op: "if";
        readonly condition: Syntax;
        readonly then: Syntax;
        readonly otherwise: Syntax;
      }
    | { readonly op: "list"; readonly items: readonly Syntax[] }
    | ({ readonly op: "range" } & Range)
    | { readonly op: "for"; readonly iterators: readonly Iterator[]; readonly body: Syntax }
    | {
        readonly op: "quantified";
        readonly fold: "some" | "every";
        readonly iterators: readonly Iterator[];
        readonly body: Syntax;
      }
  );
