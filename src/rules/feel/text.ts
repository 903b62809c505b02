import { limits } from "./limits.ts";
import { stepsOf, writeNumber } from "./number.ts";
import { boundText, spend, stop, type Machine } from "./machine.ts";
import { writeDuration, writeTemporal } from "./temporal/write.ts";
import { kindOf, type RangeEnd, type RangeValue, type Value } from "./value.ts";

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export const hasLoneSurrogate = (text: string): boolean => loneSurrogate.test(text);

/** The text as its code points, one character each. */
export const pointsOf = (text: string): string[] => Array.from(text);

/** Negative, zero or positive, by code points. */
export function compareText(a: string, b: string): number {
  const least = Math.min(a.length, b.length);
  for (let place = 0; place < least; place++) {
    if (a.charCodeAt(place) === b.charCodeAt(place)) continue;
    return (a.codePointAt(place) ?? 0) - (b.codePointAt(place) ?? 0);
  }
  return a.length - b.length;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

const isPlainName = (key: string): boolean => /^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key);

type Writing = { readonly machine: Machine; readonly depth: number };

function writeEnd(writing: Writing, end: RangeEnd): string {
  return end.value === undefined ? "" : writeWithin(writing, end.value);
}

function writeRange(writing: Writing, range: RangeValue): string {
  const { low, high, except } = range;
  if (except !== undefined) return `!=${writeWithin(writing, except)}`;
  if (low.value === undefined) return `${high.closed ? "<=" : "<"}${writeEnd(writing, high)}`;
  if (high.value === undefined) return `${low.closed ? ">=" : ">"}${writeEnd(writing, low)}`;
  const ends = `${writeEnd(writing, low)}..${writeEnd(writing, high)}`;
  return `${low.closed ? "[" : "("}${ends}${high.closed ? "]" : ")"}`;
}

/** A value as it is written inside another. */
function writeWithin({ machine, depth }: Writing, value: Value): string {
  if (depth > limits.written) stop(machine, "value_too_deep");
  if (!spend(machine, 1)) return "";
  const inner = { machine, depth: depth + 1 };
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  switch (value.kind) {
    case "number":
      return spend(machine, stepsOf(value.value, 4_096)) ? writeNumber(value.value) : "";
    case "list":
      return `[${value.items.map((item) => writeWithin(inner, item)).join(", ")}]`;
    case "context":
      return `{${[...value.entries]
        .map(
          ([key, item]) => `${isPlainName(key) ? key : quoted(key)}: ${writeWithin(inner, item)}`,
        )
        .join(", ")}}`;
    case "range":
      return writeRange(inner, value);
    case "function":
      return `function(${value.parameters.map(({ name }) => name).join(", ")})`;
    case "date":
    case "time":
    case "date and time":
      return writeTemporal(value);
    case "days and time duration":
    case "years and months duration":
      return writeDuration(value);
  }
}

/** What `string(…)` gives; null has no text. */
export function stringOf(machine: Machine, value: Value): Value {
  if (value === null) return null;
  if (typeof value === "string") return value;
  const text = writeWithin({ machine, depth: 0 }, value);
  return machine.refusal === undefined ? boundText(machine, text) : null;
}

/** A value as it is written inside another; its kind where that takes too much. */
export function writeValue(machine: Machine, value: Value): string {
  const text = writeWithin({ machine, depth: 0 }, value);
  return machine.refusal === undefined ? text : kindOf(value);
}
