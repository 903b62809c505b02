import { fail, type Machine } from "../machine.ts";
import { wholePart } from "../number.ts";
import { isKind, type FunctionValue, type Value } from "../value.ts";
import type { Given } from "./matching.ts";

/** What a parameter that takes texts was given; empty where it was left out. */
export const textOf = (given: Given): string => (typeof given === "string" ? given : "");

/** The items of what a parameter that takes lists was given. */
export const itemsOf = (given: Given): readonly Value[] =>
  given !== undefined && isKind(given, "list") ? given.items : [];

/** A number cut to a whole one; undefined where none was given. */
export const countOf = (given: Given): number | undefined =>
  given !== undefined && isKind(given, "number") ? wholePart(given.value) : undefined;

export const functionOf = (given: Given): FunctionValue | undefined =>
  given !== undefined && isKind(given, "function") ? given : undefined;

/**
 * The index of a place counted from 1, or from -1 backwards; null, with its reason, where there
 * is no such place.
 */
export function indexOf(machine: Machine, given: Given, length: number): number | null {
  const place = countOf(given) ?? 0;
  const index = place > 0 ? place - 1 : length + place;
  if (place === 0 || index < 0 || index >= length) return fail(machine, "argument_value");
  return index;
}

/** What a count of items from an index covers: all that follow where none was given. */
export function endOf(
  machine: Machine,
  given: Given,
  { from, length }: { from: number; length: number },
): number | null {
  if (given === undefined) return length;
  const count = countOf(given) ?? 0;
  if (count < 1 || from + count > length) return fail(machine, "argument_value");
  return from + count;
}
