import type { SyntaxNode } from "@lezer/common";
import { partsOf, spanOf, textOf, unsupported, type Reading } from "./reading.ts";
import type { Syntax } from "./syntax.ts";

const quoted = /^"([^"]*)"$/;

/** `@"…"`, `date("…")`, and what rules refuse: times of day, durations, dates made of values. */
export function convertDate(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first, parameters] = partsOf(node);
  if (!first) return unsupported(reading, node);
  const isMarked = first.name === "AtLiteral";
  const [given, ...more] = partsOf((isMarked ? first : parameters) ?? node);
  const written = given && quoted.exec(textOf(reading, given))?.[1];
  const name = isMarked ? "@" : textOf(reading, first).replace(/\s+/g, " ");
  const span = spanOf(node);
  if (written === undefined || more.length > 0) {
    return reading.note("date_not_written", { name }, span);
  }
  const text = textOf(reading, node).slice(0, 40);
  if (name === "duration" || (isMarked && /^[+-]?P/.test(written))) {
    return reading.note("duration_literal", { text }, span);
  }
  if (name !== "date" && (!isMarked || /[T:]/.test(written))) {
    return reading.note("time_of_day", { text }, span);
  }
  return { op: "date", value: written, ...span };
}
