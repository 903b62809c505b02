import { isIdentical, order } from "../compare.ts";
import { fail, type Machine } from "../machine.ts";
import { boundNumber, readDecimal } from "../number.ts";
import { parse } from "../parse/parse.ts";
import type { Syntax } from "../parse/syntax.ts";
import { readAt, readDate, readDateTime, readDuration, readTime } from "../temporal/read.ts";
import type { Value } from "../value.ts";
import { textOf } from "./given.ts";
import { takes, type BuiltIn, type Given } from "./matching.ts";

const groupings = [" ", ",", "."];
const decimals = [".", ","];

/** `number("1 000,5", " ", ",")`. */
function numberFrom(machine: Machine, [from, grouping, decimal]: readonly Given[]): Value {
  const isGrouping = grouping === null || groupings.includes(textOf(grouping));
  const isDecimal = decimal === null || decimals.includes(textOf(decimal));
  if (!isGrouping || !isDecimal || (grouping !== null && grouping === decimal)) {
    return fail(machine, "argument_value");
  }
  const ungrouped =
    grouping === null ? textOf(from) : textOf(from).replaceAll(textOf(grouping), "");
  const isForeign = decimal === "," && ungrouped.includes(".");
  const read = isForeign ? undefined : readDecimal(ungrouped.replace(textOf(decimal) || ".", "."));
  if (read === undefined) return fail(machine, "argument_value");
  return read === "out_of_range"
    ? fail(machine, "number_out_of_range")
    : boundNumber(machine, read);
}

const readers: Readonly<Record<string, (text: string) => Value | undefined>> = {
  date: readDate,
  time: readTime,
  "date and time": readDateTime,
  duration: readDuration,
};

/** The value of a literal at the end of a range; undefined for any other expression. */
function literalOf(machine: Machine, node: Syntax): Value | undefined {
  if (node.op === "literal") return node.value ?? undefined;
  if (node.op === "at") return readAt(node.text);
  if (node.op === "number") {
    const read = readDecimal(node.text);
    return typeof read === "object" ? boundNumber(machine, read) : undefined;
  }
  if (node.op !== "call" || node.callee.op !== "name" || node.args.length !== 1) return undefined;
  const [argument] = node.args;
  const { name } = node.callee;
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  const text = argument?.op === "literal" ? argument.value : undefined;
  return read && typeof text === "string" ? read(text) : undefined;
}

/** `range("[1..3]")`: both ends are literals, the first not beyond the second. */
function rangeFrom(machine: Machine, [from]: readonly Given[]): Value {
  const parsed = parse(textOf(from), []);
  if (!parsed.ok || parsed.value.op !== "range") return fail(machine, "literal_invalid");
  const { isLowClosed, isHighClosed } = parsed.value;
  const [low, high] = [parsed.value.low, parsed.value.high].map((end) => literalOf(machine, end));
  if (low === undefined || high === undefined) return fail(machine, "literal_invalid");
  const difference = order(machine, low, high);
  if (difference === undefined || difference > 0) return fail(machine, "range_invalid");
  return {
    kind: "range",
    low: { value: low, closed: isLowClosed },
    high: { value: high, closed: isHighClosed },
  };
}

function negation(machine: Machine, [negand = null]: readonly Given[]): Value {
  if (negand === null) return null;
  return typeof negand === "boolean" ? !negand : fail(machine, "argument_type");
}

export const conversionFunctions: Readonly<Record<string, BuiltIn>> = {
  not: [{ takes: takes("negand: any"), run: negation }],
  number: [
    {
      takes: takes("from: string", "grouping separator: string?", "decimal separator: string?"),
      run: numberFrom,
    },
  ],
  range: [{ takes: takes("from: string"), run: rangeFrom }],
  is: [
    {
      takes: takes("value1?: any", "value2?: any"),
      run: (machine, [a = null, b = null]) => isIdentical(machine, a, b),
    },
  ],
};
