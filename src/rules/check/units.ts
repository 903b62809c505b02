import { combineDimensions, parseUnit, sameDimension, type Dimension } from "../../base/unit.ts";
import type { FactIr, Node, ParameterIr, Type } from "../ir.ts";

/** The unit in which a result of each plain dimension is given out. */
const preferred = [
  "1",
  "m2",
  "m",
  "m3",
  "yuan",
  "months",
  "days",
  "working_days",
  "minutes",
  "households",
  "storeys",
  "spaces",
  "dwellings",
  "beds",
  "persons",
  "items",
] as const;

const dimensions = preferred.map((name) => ({ name, dimension: parseUnit(name)?.dimension ?? {} }));

const quotients = dimensions.flatMap((top) =>
  dimensions.map((bottom) => ({
    name: `${top.name}/${bottom.name}`,
    dimension: combineDimensions(top.dimension, bottom.dimension, -1),
  })),
);

/** The unit of a dimension: a plain one, or the quotient of two; undefined where neither fits. */
export function unitOf(dimension: Dimension): string | undefined {
  const plain = dimensions.find((unit) => sameDimension(unit.dimension, dimension));
  if (plain) return plain.name;
  return quotients.find((unit) => sameDimension(unit.dimension, dimension))?.name;
}

/** A dimension as text where no unit has it: "metre^3". */
export function dimensionText(dimension: Dimension): string {
  const powers = Object.entries(dimension);
  const text = powers.map(([base, power]) => (power === 1 ? base : `${base}^${power}`)).join("·");
  return unitOf(dimension) ?? text;
}

type Units = { readonly facts: readonly FactIr[]; readonly parameters: readonly ParameterIr[] };

/** The unit in which the author wrote a number: that of its fact or parameter, else its
 * dimension's. */
export function writtenUnit(node: Node, units: Units): string {
  if (node.op === "fact") return units.facts[node.fact]?.definition.unit ?? "1";
  if (node.op === "parameter") return units.parameters[node.parameter]?.unit ?? "1";
  return node.type.kind === "number" ? dimensionText(node.type.dimension) : "1";
}

const timeBases = new Set(["month", "day", "working_day", "minute"]);

/** Whether a dimension is a stretch of time in one of the ways to count it. */
export function isPeriod(dimension: Dimension): boolean {
  const [only, more] = Object.entries(dimension);
  return more === undefined && only?.[1] === 1 && timeBases.has(only[0]);
}

export const pureNumber: Type = { kind: "number", dimension: {} };
export const boolean: Type = { kind: "boolean" };

/** Zero has every unit: it takes that of what it stands beside. */
export function zeroAs(node: Node, type: Type): Node {
  if (type.kind !== "number" || node.type.kind !== "number") return node;
  if (node.op === "number" && node.value.n === 0n) return { ...node, type };
  return node;
}
