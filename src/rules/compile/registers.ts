import { compareRatio, type Ratio } from "../../base/ratio.ts";
import { parseUnit, toBase } from "../../base/unit.ts";
import type { Register, RegisterFigures } from "../contract/pack.ts";
import type { ParameterIr, Type } from "../ir.ts";
import type { Desk, Path } from "../resolve/desk.ts";
import { isReversed, readFigure } from "../resolve/figures.ts";
import { nearest } from "../resolve/nearest.ts";
import type { FiguresIr } from "../resolve/scope.ts";
import { unknownUnit } from "../resolve/units.ts";
import type { Located, PackSource } from "../source.ts";

/** The registers of a pack by their ids, and the figures of those that give any. */
export type Registers = {
  readonly registers: ReadonlyMap<string, number>;
  /** Those that are texts, by their ids. */
  readonly texts: ReadonlySet<string>;
  readonly registerFigures: ReadonlyMap<number, FiguresIr>;
  /** One parameter for each figure, and one for what is left open where there is none. */
  readonly registerParameters: readonly ParameterIr[];
};

/** Reads the registers of a pack; their figures become the first parameters of the program. */
export function readRegisters(source: PackSource, desk: Desk): Registers {
  const registerFigures = new Map<number, FiguresIr>();
  const registerParameters: ParameterIr[] = [];
  for (const [index, located] of source.registers.entries()) {
    checkEntries(located, desk);
    const read = readFigures(located, index, desk);
    if (!read) continue;
    const start = registerParameters.length;
    registerParameters.push(...read.parameters);
    const byEntry = new Map(read.entries.map((entry, at) => [entry, start + at]));
    registerFigures.set(index, { type: read.type, byEntry, open: start + read.entries.length });
  }
  checkFactsOf(source, desk);
  const ids = source.registers.map((register, index) => [register.value.id, index] as const);
  const texts = new Set(
    source.registers.flatMap(({ value }) => (value.kind === "text" ? value.id : [])),
  );
  return { registers: new Map(ids), texts, registerFigures, registerParameters };
}

/** What is not imported holds nothing, a text holds no entries, and no entry stands twice. */
function checkEntries(located: Located<Register>, desk: Desk): void {
  const { entries, state, kind, figures } = located.value;
  if (state === "empty" && entries.length > 0) {
    desk.about(located, ["entries"], { code: "register_not_empty", holes: {} });
  }
  if (kind === "text" && (entries.length > 0 || figures)) {
    desk.about(located, ["kind"], { code: "register_text_filled", holes: {} });
  }
  entries.forEach((text, index) => {
    if (entries.indexOf(text) === index) return;
    desk.about(located, ["entries", index], { code: "register_entry_twice", holes: { text } });
  });
}

type Read = {
  readonly type: Type;
  readonly entries: readonly string[];
  readonly parameters: readonly ParameterIr[];
};

type Reading = {
  readonly located: Located<Register>;
  readonly desk: Desk;
  readonly figures: RegisterFigures;
  readonly toBase: (value: Ratio) => Ratio;
};

function readFigures(located: Located<Register>, register: number, desk: Desk): Read | undefined {
  const { figures, id, title, entries } = located.value;
  if (!figures) return undefined;
  const unit = parseUnit(figures.unit);
  if (!unit) {
    const holes = unknownUnit(figures.unit);
    return desk.about(located, ["figures", "unit"], { code: "unit_unknown", holes });
  }
  const reading: Reading = { located, desk, figures, toBase: (value) => toBase(value, unit) };
  const ends = readEnds(reading);
  checkKeys(reading);
  if (!ends) return undefined;
  const type: Type = { kind: "number", dimension: unit.dimension };
  const parameter = (name: string, [min, max]: Ends): ParameterIr => ({
    ...{ id: `registers/${id}.${name}`, name, unit: figures.unit, title, register, type },
    values: [{ since: "unknown", until: undefined, min, max }],
  });
  const found = entries.flatMap((entry) => {
    const value = Object.hasOwn(figures.values, entry) && readValue(reading, entry, ends);
    return value ? [{ entry, made: parameter(entry, [value, value]) }] : [];
  });
  const parameters = [...found.map(({ made }) => made), parameter("unknown", ends)];
  return { type, entries: found.map(({ entry }) => entry), parameters };
}

type Ends = readonly [low: Ratio, high: Ratio];

function readEnds(reading: Reading): Ends | undefined {
  const { located, desk, figures } = reading;
  const low = readAt(reading, ["figures", "at_least"], figures.at_least);
  const high = readAt(reading, ["figures", "at_most"], figures.at_most);
  if (!low || !high) return undefined;
  if (!isReversed(low, high)) return [low, high];
  const holes = { low: String(figures.at_least), high: String(figures.at_most) };
  return desk.about(located, ["figures", "at_most"], { code: "range_reversed", holes });
}

function readAt(reading: Reading, path: Path, written: number | string | readonly unknown[]) {
  const value = Array.isArray(written) ? undefined : readFigure(written as number | string);
  if (value) return reading.toBase(value);
  const holes = { text: String(written) };
  return reading.desk.about(reading.located, path, { code: "figure_invalid", holes });
}

function readValue(reading: Reading, entry: string, [low, high]: Ends): Ratio | undefined {
  const { located, desk, figures } = reading;
  const path = ["figures", "values", entry];
  const written = figures.values[entry] ?? "";
  const value = readAt(reading, path, written);
  if (!value) return undefined;
  if (compareRatio(value, low) >= 0 && compareRatio(value, high) <= 0) return value;
  const [least, most] = [figures.at_least, figures.at_most].map(String);
  const holes = { text: String(written), least: least ?? "", most: most ?? "" };
  return desk.about(located, path, { code: "register_figure_outside", holes });
}

/** Each entry has its figure, and each figure its entry. */
function checkKeys({ located, desk, figures }: Reading): void {
  const { entries } = located.value;
  entries.forEach((text, index) => {
    if (Object.hasOwn(figures.values, text)) return;
    desk.about(located, ["entries", index], { code: "register_figure_missing", holes: { text } });
  });
  for (const text of Object.keys(figures.values)) {
    if (entries.includes(text)) continue;
    const path = ["figures", "values", text];
    desk.about(located, path, { code: "register_figure_stray", holes: { text } });
  }
}

/** A fact that a register settles is a yes or no of the project, and the register is there. */
function checkFactsOf(source: PackSource, desk: Desk): void {
  const ids = new Set(source.registers.map(({ value }) => value.id));
  for (const fact of source.facts) {
    const { register: name, type } = fact.value;
    if (name === undefined) continue;
    if (!ids.has(name)) {
      const holes = { name, nearest: nearest(name, ids) };
      desk.about(fact, ["register"], { code: "register_unknown", holes });
    } else if (type !== "boolean" || !fact.value.id.startsWith("project.")) {
      desk.about(fact, ["register"], { code: "register_fact_unfit", holes: {} });
    }
  }
}
