import {
  divide,
  isWhole,
  multiply,
  ratio,
  ratioOf,
  toDecimal,
  type Ratio,
} from "../../base/ratio.ts";
import { defaultQuantum, parseUnit, type Unit } from "../../base/unit.ts";
import { nearest } from "./nearest.ts";
import type { FactDefinition } from "../contract/pack.ts";
import type { FactIr, Type } from "../ir.ts";
import type { Located, PackSource } from "../source.ts";
import type { Desk } from "./desk.ts";
import { readFigure } from "./figures.ts";
import { unknownUnit } from "./units.ts";

export type Groups = ReadonlyMap<string, PackSource["groups"][number]["value"]>;

export const readGroups = (source: PackSource): Groups =>
  new Map(source.groups.map((group) => [group.value.id, group.value]));

/** Checks the dictionary: every fact that reads well enough to be named in a rule is returned. */
export function readFacts(source: PackSource, groups: Groups, desk: Desk): FactIr[] {
  const ids = source.facts.map(({ value }) => value.id);
  for (const group of source.groups) checkCovers(group, ids, desk);
  return source.facts.flatMap((fact) => readFact(fact, groups, desk) ?? []);
}

/** A topic covers facts of the dictionary, none that nobody knows. */
function checkCovers(
  group: PackSource["groups"][number],
  ids: readonly string[],
  desk: Desk,
): void {
  for (const [place, name] of (group.value.covers ?? []).entries()) {
    if (ids.includes(name)) continue;
    const holes = { name, nearest: nearest(name, ids) };
    desk.about(group, ["covers", place], { code: "fact_unknown", holes });
  }
}

function readFact(
  located: Located<FactDefinition>,
  groups: Groups,
  desk: Desk,
): FactIr | undefined {
  const { value } = located;
  const [groupId = "", name = ""] = value.id.split(".");
  const group = groups.get(groupId);
  checkKeys(located, desk);
  if (!group) {
    const near = nearest(groupId, groups.keys());
    const holes = { name: groupId, nearest: near };
    return desk.about(located, ["id"], { code: "group_unknown", holes });
  }
  const shape = { id: value.id, group: groupId, name, level: group.level, definition: value };
  const type = readType(located, desk);
  const domain = type && readDomain(located, type, desk);
  return domain && type && { ...shape, type, ...domain };
}

const fitting: Readonly<Record<string, readonly FactDefinition["type"][]>> = {
  unit: ["quantity"],
  quantum: ["quantity"],
  min: ["quantity"],
  max: ["quantity"],
  options: ["enumeration", "list"],
  says: ["boolean"],
};

/** Keys that say nothing for the type of the fact, and sources that lack what they need. */
function checkKeys(located: Located<FactDefinition>, desk: Desk): void {
  const { value } = located;
  for (const [key, types] of Object.entries(fitting)) {
    if (!(key in value) || types.includes(value.type)) continue;
    desk.about(located, [key], { code: "key_unfit", holes: { key, type: value.type } });
  }
  const derives = value.source.includes("derived");
  const fact = value.id;
  if (derives && value.derived === undefined) {
    desk.about(located, ["source"], { code: "derived_unsaid", holes: { fact } });
  }
  if (value.derived !== undefined && (!derives || value.source.length > 1)) {
    desk.about(located, ["source"], { code: "derived_also_stated", holes: { fact } });
  }
  if (value.source.includes("map") && !value.map) {
    desk.about(located, ["source"], { code: "map_unsaid", holes: { fact } });
  }
}

function readType(located: Located<FactDefinition>, desk: Desk): Type | undefined {
  const { value } = located;
  const options = value.options?.map((option) => option.id);
  const twice = options?.findIndex((option, index) => options.indexOf(option) < index) ?? -1;
  if (options && twice >= 0) {
    const holes = { option: options[twice] ?? "" };
    desk.about(located, ["options", twice, "id"], { code: "option_twice", holes });
  }
  switch (value.type) {
    case "boolean":
    case "text":
    case "date":
      return { kind: value.type };
    case "geometry":
      return { kind: "text" };
    case "list":
      return { kind: "list", options };
    case "enumeration":
      if (options) return { kind: "enumeration", options };
      return desk.about(located, ["id"], { code: "options_missing", holes: { fact: value.id } });
    case "quantity": {
      const unit = readUnit(located, ["unit"], desk);
      return unit && { kind: "number", dimension: unit.dimension };
    }
  }
}

function readUnit(
  located: Located<FactDefinition>,
  path: readonly string[],
  desk: Desk,
): Unit | undefined {
  const { id, unit } = located.value;
  if (unit === undefined) {
    return desk.about(located, ["id"], { code: "unit_missing", holes: { fact: id } });
  }
  const known = parseUnit(unit);
  if (known) return known;
  const holes = unknownUnit(unit);
  return desk.about(located, path, { code: "unit_unknown", holes });
}

type Domain = Pick<FactIr, "step" | "min" | "max">;

function readDomain(located: Located<FactDefinition>, type: Type, desk: Desk): Domain | undefined {
  const { value } = located;
  const unit = type.kind === "number" ? parseUnit(value.unit ?? "1") : undefined;
  if (!unit) return { step: ratio(1), min: undefined, max: undefined };
  const quantum =
    value.quantum === undefined ? defaultQuantum(value.unit ?? "1") : readFigure(value.quantum);
  if (!quantum || quantum.n <= 0n) {
    const holes = { text: String(value.quantum) };
    return desk.about(located, ["quantum"], { code: "quantum_invalid", holes });
  }
  const min = readEnd(located, { key: "min", figure: value.min ?? 0, quantum }, desk);
  const max =
    value.max === undefined
      ? undefined
      : readEnd(located, { key: "max", figure: value.max, quantum }, desk);
  if (min !== undefined && max !== undefined && min > max) {
    const holes = { min: String(value.min ?? 0), max: String(value.max) };
    desk.about(located, ["max"], { code: "domain_reversed", holes });
  }
  return { step: multiply(quantum, unit.factor), min, max };
}

type End = { readonly key: "min" | "max"; readonly figure: number; readonly quantum: Ratio };

/** One end of a domain, as a whole number of quanta. */
function readEnd(
  located: Located<FactDefinition>,
  { key, figure, quantum }: End,
  desk: Desk,
): number | undefined {
  const steps = divide(ratioOf(figure), quantum);
  const value = String(figure);
  if (!isWhole(steps)) {
    const holes = { value, quantum: toDecimal(quantum) };
    return desk.about(located, [key], { code: "domain_off_quantum", holes });
  }
  const count = Number(steps.n);
  if (Number.isSafeInteger(count)) return count;
  return desk.about(located, [key], { code: "domain_too_wide", holes: { value } });
}
