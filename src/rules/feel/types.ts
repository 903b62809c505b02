import { stop, type Machine } from "./machine.ts";
import {
  isKind,
  kindOf,
  listOf,
  type DateValue,
  type FeelType,
  type FunctionValue,
  type RangeValue,
  type Value,
} from "./value.ts";

/** Whether each value of one type is a value of the other. */
export function isWithinType(narrow: FeelType, wide: FeelType): boolean {
  if (wide.of === "any" || narrow.of === "null") return true;
  if (narrow.of !== wide.of) return false;
  if ("item" in narrow && "item" in wide) return isWithinType(narrow.item, wide.item);
  if (narrow.of === "context" && wide.of === "context") {
    const own = new Map(narrow.entries);
    return wide.entries.every(([name, type]) => {
      const found = own.get(name);
      return found !== undefined && isWithinType(found, type);
    });
  }
  if (narrow.of === "function" && wide.of === "function") {
    const areTaken = wide.takes.every((type, place) =>
      isWithinType(type, narrow.takes[place] ?? { of: "null" }),
    );
    const isAsMany = wide.takes.length === narrow.takes.length;
    return isAsMany && areTaken && isWithinType(narrow.gives, wide.gives);
  }
  return true;
}

function isRangeOf(machine: Machine, range: RangeValue, item: FeelType): boolean {
  const ends = [range.low.value, range.high.value, range.except];
  return ends.every((end) => end === undefined || end === null || isInstance(machine, end, item));
}

/** A function's parameters are known; what it gives is only known to be anything. */
function isFunctionOf(
  machine: Machine,
  called: FunctionValue,
  type: Extract<FeelType, { of: "function" }>,
): boolean {
  if (called.body === "built_in" || type.gives.of !== "any") {
    const fits = called.body === "built_in" || called.parameters.length === type.takes.length;
    if (fits) stop(machine, "type_of_function");
    return false;
  }
  const takes = called.parameters.map((parameter) => parameter.type);
  return isWithinType({ of: "function", takes, gives: { of: "any" } }, type);
}

/** Whether a value is of a type. Null is of the null type only. */
export function isInstance(machine: Machine, value: Value, type: FeelType): boolean {
  if (value === null) return type.of === "null";
  switch (type.of) {
    case "any":
      return true;
    case "null":
      return false;
    case "list":
      return (
        isKind(value, "list") && value.items.every((item) => isInstance(machine, item, type.item))
      );
    case "range":
      return isKind(value, "range") && isRangeOf(machine, value, type.item);
    case "context":
      return (
        isKind(value, "context") &&
        type.entries.every(([name, inner]) => {
          const entry = value.entries.get(name);
          return entry !== undefined && isInstance(machine, entry, inner);
        })
      );
    case "function":
      return isKind(value, "function") && isFunctionOf(machine, value, type);
    case "boolean":
    case "number":
    case "string":
    case "date":
    case "time":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return kindOf(value) === type.of;
  }
}

export const midnightOf = ({ day }: DateValue): Value => ({
  kind: "date and time",
  day,
  ofDay: { n: 0n, d: 1n },
  zone: { offset: 0 },
});

/** A value made to fit a type by the conversions of the standard; undefined where it cannot be. */
export function convertTo(machine: Machine, value: Value, type: FeelType): Value | undefined {
  if (value === null || isInstance(machine, value, type)) return value;
  if (type.of === "date and time" && isKind(value, "date")) return midnightOf(value);
  if (type.of === "list" && !isKind(value, "list")) {
    return isInstance(machine, value, type.item) ? listOf([value]) : undefined;
  }
  if (!isKind(value, "list") || value.items.length !== 1) return undefined;
  const [only = null] = value.items;
  return isInstance(machine, only, type) ? only : undefined;
}
