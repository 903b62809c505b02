import type { Sign } from "../compare.ts";
import type { Operator } from "../arithmetic.ts";
import type { RefusalCode } from "../codes.ts";
import type { Span } from "../machine.ts";
import type { FeelType, Value } from "../value.ts";

/** A type as it is written, or why its values cannot be told. */
export type WrittenType = FeelType | { readonly refused: RefusalCode };

export type Iterator = {
  readonly name: string;
  readonly from: Syntax;
  /** The other end of `from..to`. */
  readonly to?: Syntax;
};

export type WrittenParameter = { readonly name: string; readonly type: WrittenType };
export type Entry = { readonly name: string; readonly value: Syntax };

/** An expression as it is written. */
export type Syntax = Span &
  (
    | { readonly op: "literal"; readonly value: Value }
    | { readonly op: "number"; readonly text: string }
    | { readonly op: "at"; readonly text: string }
    | { readonly op: "name"; readonly name: string }
    | { readonly op: "path"; readonly from: Syntax; readonly name: string }
    | { readonly op: "filter"; readonly from: Syntax; readonly condition: Syntax }
    | { readonly op: "call"; readonly callee: Syntax; readonly args: readonly Syntax[] }
    | { readonly op: "call_named"; readonly callee: Syntax; readonly entries: readonly Entry[] }
    | { readonly op: "list"; readonly items: readonly Syntax[] }
    | { readonly op: "context"; readonly entries: readonly Entry[] }
    | {
        readonly op: "if";
        readonly condition: Syntax;
        readonly then: Syntax;
        readonly otherwise: Syntax;
      }
    | { readonly op: "for"; readonly iterators: readonly Iterator[]; readonly body: Syntax }
    | {
        readonly op: "some" | "every";
        readonly iterators: readonly Iterator[];
        readonly body: Syntax;
      }
    | { readonly op: "and" | "or"; readonly left: Syntax; readonly right: Syntax }
    | {
        readonly op: "compare";
        readonly sign: Sign | "=" | "!=";
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | {
        readonly op: "between";
        readonly value: Syntax;
        readonly low: Syntax;
        readonly high: Syntax;
      }
    | { readonly op: "in"; readonly value: Syntax; readonly tests: readonly Syntax[] }
    | {
        readonly op: "range";
        readonly low: Syntax;
        readonly high: Syntax;
        readonly isLowClosed: boolean;
        readonly isHighClosed: boolean;
      }
    | { readonly op: "test"; readonly sign: Sign | "=" | "!="; readonly arg: Syntax }
    | {
        readonly op: "arithmetic";
        readonly sign: Operator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | { readonly op: "negate"; readonly arg: Syntax }
    | { readonly op: "instance"; readonly value: Syntax; readonly type: WrittenType }
    | {
        readonly op: "lambda";
        readonly parameters: readonly WrittenParameter[];
        readonly body: Syntax;
      }
    | { readonly op: "external" }
  );
