import type { Ratio } from "../../base/ratio.ts";

/** Where the clock of a time stands: a fixed distance from UTC, or a place of the zone database. */
export type Zone = { readonly offset: number } | { readonly name: string };

export type NumberValue = { readonly kind: "number"; readonly value: Ratio };
export type ListValue = { readonly kind: "list"; readonly items: readonly Value[] };
export type ContextValue = {
  readonly kind: "context";
  readonly entries: ReadonlyMap<string, Value>;
};

/** An end of a range; without a value the range is unbounded there. */
export type RangeEnd = { readonly value?: Value; readonly closed: boolean };
export type RangeValue = {
  readonly kind: "range";
  readonly low: RangeEnd;
  readonly high: RangeEnd;
  /** `(!= 10)`: everything but one value. */
  readonly except?: Value;
};

/** `day` counts days since 1970-01-01 of the proleptic Gregorian calendar. */
export type DateValue = { readonly kind: "date"; readonly day: number };
/** `ofDay` counts seconds since midnight. */
export type TimeValue = { readonly kind: "time"; readonly ofDay: Ratio; readonly zone?: Zone };
export type DateTimeValue = {
  readonly kind: "date and time";
  readonly day: number;
  readonly ofDay: Ratio;
  readonly zone?: Zone;
  /** Where a clock that is set back shows this twice: it is the later time. */
  readonly isLater?: boolean;
};
export type DaysDuration = {
  readonly kind: "days and time duration";
  readonly seconds: Ratio;
};
export type MonthsDuration = {
  readonly kind: "years and months duration";
  readonly months: number;
};

/** A parameter's type, as far as a call checks it. */
export type FeelType =
  | { readonly of: "any" | "null" | Scalar }
  | { readonly of: "list" | "range"; readonly item: FeelType }
  | { readonly of: "context"; readonly entries: readonly (readonly [string, FeelType])[] }
  | { readonly of: "function"; readonly takes: readonly FeelType[]; readonly gives: FeelType };

export type Scalar =
  | "boolean"
  | "number"
  | "string"
  | "date"
  | "time"
  | "date and time"
  | "days and time duration"
  | "years and months duration";

export type Parameter = { readonly name: string; readonly type: FeelType };
/** What a lambda does with as many values as it has parameters; built-ins are known by name. */
export type FunctionBody = "built_in" | ((args: readonly Value[]) => Value);
export type FunctionValue = {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: FunctionBody;
};

export type Temporal = DateValue | TimeValue | DateTimeValue;
export type Duration = DaysDuration | MonthsDuration;

export type Value =
  | null
  | boolean
  | string
  | NumberValue
  | ListValue
  | ContextValue
  | RangeValue
  | FunctionValue
  | Temporal
  | Duration;

export type Kind = "null" | Scalar | "list" | "context" | "range" | "function";

export function kindOf(value: Value): Kind {
  if (value === null) return "null";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : value.kind;
}

export const numberOf = (value: Ratio): NumberValue => ({ kind: "number", value });
export const wholeOf = (value: number | bigint): NumberValue =>
  numberOf({ n: BigInt(value), d: 1n });
export const listOf = (items: readonly Value[]): ListValue => ({ kind: "list", items });
export const contextOf = (entries: Iterable<readonly [string, Value]>): ContextValue => ({
  kind: "context",
  entries: new Map(entries),
});
export const secondsOf = (seconds: Ratio): DaysDuration => ({
  kind: "days and time duration",
  seconds,
});
export const monthsOf = (months: number): MonthsDuration => ({
  kind: "years and months duration",
  months,
});

type ByKind<K extends Kind> = K extends "null"
  ? null
  : K extends "boolean"
    ? boolean
    : K extends "string"
      ? string
      : Extract<Value, { kind: K }>;

/** Whether a value is of a kind, and the type that goes with it. */
export const isKind = <K extends Kind>(value: Value, kind: K): value is ByKind<K> & Value =>
  kindOf(value) === kind;
