import { invariant } from "../../src/base/invariant.ts";
import { divide, one, toNumber, type Ratio } from "../../src/base/ratio.ts";
import { parseUnit } from "../../src/base/unit.ts";
import type { FactIr, Node, ParameterIr, Program } from "../../src/rules/index.ts";
import { asOf } from "./pack.ts";

export const factorOf = (unit: string | undefined): Ratio =>
  (unit === undefined ? undefined : parseUnit(unit)?.factor) ?? one;

export type Range = { readonly min: number; readonly max: number };

const isOn = ({ since, until }: ParameterIr["values"][number]): boolean =>
  (since === "unknown" || since <= asOf) && (until === undefined || asOf < until);

/** A figure of the law in a unit; a figure that the text leaves open has two ends. */
export function figureOf(program: Program, node: Node, unit: string | undefined): Range {
  const ends = endsOf(program, node);
  const inUnit = (value: Ratio): number => toNumber(divide(value, factorOf(unit)));
  return { min: inUnit(ends.min), max: inUnit(ends.max) };
}

function endsOf({ parameters }: Program, node: Node): { min: Ratio; max: Ratio } {
  if (node.op === "number") return { min: node.value, max: node.value };
  invariant(node.op === "parameter", "a figure is written out or a parameter");
  const found = parameters[node.parameter]?.values.findLast(isOn);
  invariant(found, "the law states the figure for the day");
  return found;
}

export const isFigure = (node: Node): boolean => node.op === "number" || node.op === "parameter";

export function factOf(program: Program, index: number): FactIr {
  const fact = program.facts[index];
  invariant(fact, `fact ${index} is in the program`);
  return fact;
}

/** A fact's name where names are words without dots. */
export const nameOf = ({ id }: FactIr): string => id.replaceAll(".", "_");
