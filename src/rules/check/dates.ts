import { isOnCalendar } from "../../base/calendar.ts";
import { dayNumber } from "../../base/date.ts";
import { one } from "../../base/ratio.ts";
import { sameDimension } from "../../base/unit.ts";
import type { Node, Span, TimeUnit, Type } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { Checking } from "./checking.ts";
import { boolean, writtenUnit } from "./units.ts";
import { isWholeNumber } from "./whole.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Whether a text is a day of the calendar: "2025-02-29" is none. */
export function isDate(text: string): boolean {
  const day = dayNumber(text);
  return day !== undefined && isOnCalendar(day);
}

export const date: Type = { kind: "date" };

const days: Type = { kind: "number", dimension: { day: 1 } };
const months: Type = { kind: "number", dimension: { month: 1 } };
const workingDays: Type = { kind: "number", dimension: { working_day: 1 } };

/** The unit by which a quantity moves a date; undefined where it moves none. */
function timeUnitOf({ type }: Node): TimeUnit | undefined {
  if (type.kind !== "number") return undefined;
  const { dimension } = type;
  const found = (["day", "month", "working_day"] as const).find((unit) =>
    sameDimension(dimension, { [unit]: 1 }),
  );
  return found;
}

type Sum = { readonly op: "add" | "subtract"; readonly span: Span };
type Both = readonly [left: Node, right: Node];

/** A sum or difference of which one side at least is a date. */
export function checkDateSum(
  checking: Checking,
  [left, right]: Both,
  { op, span }: Sum,
): Node | undefined {
  const areDates = left.type.kind === "date" && right.type.kind === "date";
  if (areDates && op === "subtract") return { op, left, right, type: days, span };
  const isTurned = op === "add" && right.type.kind === "date";
  const [moved, by] = isTurned ? [right, left] : [left, right];
  if (moved.type.kind !== "date" || by.type.kind !== "number") {
    const kinds = { left: left.type.kind, right: right.type.kind };
    return checking.note("types_differ", kinds, span);
  }
  const shift = moveBy(checking, by);
  if (!shift) return undefined;
  const negated: Node = { op: "negate", arg: by, type: by.type, span: by.span };
  return {
    op: "shift",
    unit: shift,
    date: moved,
    by: op === "add" ? by : negated,
    type: date,
    span,
  };
}

/** What a date is moved by: a period, and a whole one. */
function moveBy({ scope, note }: Checking, by: Node): TimeUnit | undefined {
  const unit = timeUnitOf(by);
  if (!unit) return note("date_moved_by", { unit: writtenUnit(by, scope) }, by.span);
  return isWholeNumber(by, scope) ? unit : note("period_not_whole", {}, by.span);
}

type Call = Extract<Syntax, { op: "call" }>;

function datesOf(checking: Checking, call: Call, count: number): readonly Node[] | undefined {
  const { name, args } = call;
  if (args.length !== count) {
    const holes = { name, expected: count, found: args.length };
    return checking.note("function_arguments", holes, call);
  }
  const nodes = args.map((arg) => checkDateValue(checking, arg));
  return nodes.every((node) => node !== undefined) ? nodes : undefined;
}

function checkDateValue(checking: Checking, syntax: Syntax): Node | undefined {
  const node = checking.check(checking, syntax);
  if (!node || node.type.kind === "date") return node;
  return checking.note("type_unfit", { expected: "date", found: node.type.kind }, syntax);
}

/** `full months(from, to)` and `working days(from, to)`. */
export function checkElapsed(
  checking: Checking,
  call: Call,
  unit: "month" | "working_day",
): Node | undefined {
  const [from, to] = datesOf(checking, call, 2) ?? [];
  const type = unit === "month" ? months : workingDays;
  return from && to && { op: "elapsed", unit, from, to, type, span: spanOf(call) };
}

/** `before(a, b)` and `after(a, b)`. */
export function checkOrder(
  checking: Checking,
  call: Call,
  comparison: "<" | ">",
): Node | undefined {
  const [left, right] = datesOf(checking, call, 2) ?? [];
  const span = spanOf(call);
  return left && right && { op: "compare", comparison, left, right, type: boolean, span };
}

/** `next working day(d)`: d itself where it is one, for a period that ends on a holiday. */
export function checkNextWorkingDay(checking: Checking, call: Call): Node | undefined {
  const [given] = datesOf(checking, call, 1) ?? [];
  if (!given) return undefined;
  const span = spanOf(call);
  const single = (type: Type): Node => ({ op: "number", value: one, type, span });
  const back: Node = { op: "negate", arg: single(days), type: days, span };
  const shift = { op: "shift", type: date, span } as const;
  const eve: Node = { ...shift, unit: "day", date: given, by: back };
  return { ...shift, unit: "working_day", date: eve, by: single(workingDays) };
}

export function checkDate(
  checking: Checking,
  syntax: Extract<Syntax, { op: "date" }>,
): Node | undefined {
  const { value } = syntax;
  if (!isDate(value)) return checking.note("date_invalid", { text: value }, syntax);
  return { op: "date", value, type: date, span: spanOf(syntax) };
}
