import { invariant } from "../../base/invariant.ts";
import { parseRatio, type Ratio, ratio, divide, multiply, toDecimal } from "../../base/ratio.ts";
import { one } from "../../base/ratio.ts";
import { parseUnit, unitNames, unitSymbol, type Unit } from "../../base/unit.ts";
import type { Level, Source } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";
import type { FactName } from "./reasons.ts";

/** The dictionary of a program as a reader of cases looks things up in it. */
export type Dictionary = {
  readonly ids: readonly string[];
  /** Ids as they are and as they were before a renaming. */
  readonly indexById: ReadonlyMap<string, number>;
  /** The same by group and by the name within it, as a case nests them. */
  readonly indexByName: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly groups: readonly string[];
  readonly levelByGroup: ReadonlyMap<string, Level>;
};

const dictionaries = new WeakMap<Program, Dictionary>();

export function dictionaryOf(program: Program): Dictionary {
  const known = dictionaries.get(program);
  if (known) return known;
  const built = buildDictionary(program);
  dictionaries.set(program, built);
  return built;
}

function buildDictionary(program: Program): Dictionary {
  const indexById = new Map<string, number>();
  const levelByGroup = new Map<string, Level>();
  program.facts.forEach((fact, index) => {
    for (const old of fact.definition.renamed_from ?? []) indexById.set(old, index);
  });
  program.facts.forEach((fact, index) => indexById.set(fact.id, index));
  for (const [id, index] of indexById) {
    const level = program.facts[index]?.level;
    const group = id.slice(0, id.indexOf("."));
    if (level && !levelByGroup.has(group)) levelByGroup.set(group, level);
  }
  for (const [group, { level }] of program.groups) levelByGroup.set(group, level);
  return {
    indexByName: byName(indexById),
    ids: program.facts.map((fact) => fact.id),
    indexById,
    groups: [...program.groups.keys()],
    levelByGroup,
  };
}

function byName(indexById: ReadonlyMap<string, number>): Map<string, Map<string, number>> {
  const groups = new Map<string, Map<string, number>>();
  for (const [id, index] of indexById) {
    const dot = id.indexOf(".");
    const group = groups.get(id.slice(0, dot)) ?? new Map<string, number>();
    groups.set(id.slice(0, dot), group.set(id.slice(dot + 1), index));
  }
  return groups;
}

/** The fact at a place in the program's list; throws where there is none. */
export function factAt(program: Program, index: number): FactIr {
  const fact = program.facts[index];
  invariant(fact, `fact ${index} is in the program`);
  return fact;
}

/** The unit that the dictionary gives a quantity; a pure number where it gives none. */
export function unitOf(fact: FactIr): Unit {
  const unit = parseUnit(fact.definition.unit ?? "1");
  invariant(unit, `the unit of ${fact.id} is known`);
  return unit;
}

export const nameOf = (fact: FactIr): FactName => ({
  id: fact.id,
  label: fact.definition.label,
  unit: fact.definition.unit === undefined ? undefined : unitSymbol(fact.definition.unit),
});

/** One quantum of a fact in the dictionary's unit. */
export const quantumOf = (fact: FactIr): Ratio => divide(fact.step, unitOf(fact).factor);

const parts = new WeakMap<FactIr, number | null>();

/** How many quanta make up the dictionary's unit, where that is a power of ten; kept by fact. */
export function partsOf(fact: FactIr): number | undefined {
  const known = parts.get(fact);
  if (known !== undefined) return known ?? undefined;
  const { n, d } = quantumOf(fact);
  const found = n === 1n && /^10{0,15}$/.test(String(d)) ? Number(d) : null;
  parts.set(fact, found);
  return found ?? undefined;
}

/** A whole number of quanta as a figure in the dictionary's unit. */
export const figureOf = (fact: FactIr, quanta: number): Ratio =>
  multiply(ratio(BigInt(quanta)), quantumOf(fact));

/** A figure as text: a decimal where it ends, else a quotient of whole numbers. */
export function textOf(figure: Ratio): string {
  const decimal = toDecimal(figure, 12);
  const back = parseRatio(decimal);
  const exact = back?.n === figure.n && back.d === figure.d;
  return exact ? decimal : `${figure.n}/${figure.d}`;
}

/** The sources that may state a fact, first the one that wins. The dictionary gives their order. */
export function statingSources(fact: FactIr): readonly Source[] {
  return fact.definition.source.filter((source) => source !== "derived");
}

const unitsBySymbol = new Map(
  unitNames.flatMap((name) => {
    const { zh, en } = unitSymbol(name);
    return [zh, en].filter((symbol) => symbol !== "").map((symbol) => [symbol, name] as const);
  }),
);

/** Reads the unit that a case wrote after a figure, by its name or by its symbol. */
export const writtenUnit = (text: string): Unit | undefined =>
  text === "" ? { dimension: {}, factor: one } : parseUnit(unitsBySymbol.get(text) ?? text);
