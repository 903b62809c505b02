import { invariant } from "../../base/invariant.ts";
import { perLevel, type Case, type Known, type Stated, type Subject } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";
import { dayNumber } from "./days.ts";
import { isUnlisted } from "./scope.ts";
import type { Truth } from "./truth.ts";

/** Doubles side by side: short ones are made fastest as plain arrays, long ones as typed ones. */
export type Cells = { [index: number]: number };

/**
 * The facts of one subject in columns by index into Program.facts. Quantities are whole quanta and
 * dates days, from `low` to `high`; not applicable is a `low` that is no number. Conditions and
 * words
 * are codes in `low`. Texts and lists stand in `words`.
 */
export type Row = {
  readonly low: Cells;
  readonly high: Cells;
  /** Undefined: unknown; null: not applicable. */
  readonly words: (string | readonly string[] | undefined | null)[];
};

/** Codes of a condition. */
export const no = 0;
export const yes = 1;
export const unknown = 2;
export const inapplicable = 3;

export const truths: readonly Truth[] = ["F", "T", "U", "N"];
export const truthCodes: Readonly<Record<Truth, number>> = {
  F: no,
  T: yes,
  U: unknown,
  N: inapplicable,
};

/** Codes of an enumeration other than the position of an option. */
export const unknownWord = -1;
export const inapplicableWord = -2;

/** What a row of one level starts from. */
type Unstated = {
  /** The cells that say that nobody stated a fact, up to the last one of the level. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** By index into Program.facts. */
  readonly cells: readonly Cell[];
};

const unstated = new WeakMap<Program, Readonly<Record<Level, Unstated>>>();

function unstatedIn(program: Program): Readonly<Record<Level, Unstated>> {
  const known = unstated.get(program);
  if (known) return known;
  const ends = program.facts.map(unknownCell);
  const [low, high] = [ends.map(([from]) => from), ends.map(([, to]) => to)];
  const cells = program.facts.map((fact, index): Cell => ({ fact, index }));
  const made = perLevel((level): Unstated => {
    const end = program.facts.findLastIndex((fact) => fact.level === level) + 1;
    return { low: low.slice(0, end), high: high.slice(0, end), cells };
  });
  unstated.set(program, made);
  return made;
}

type Cell = { readonly fact: FactIr; readonly index: number };

function put(row: Row, index: number, [low, high]: readonly [number, number]): void {
  row.low[index] = low;
  row.high[index] = high;
}

function putOne(row: Row, index: number, value: number): void {
  row.low[index] = value;
  row.high[index] = value;
}

function whole(value: number): number {
  const isWhole = Number.isSafeInteger(value);
  if (!isWhole) invariant(isWhole, `a quantity is a whole number of quanta: ${value}`);
  return value;
}

/** Writes what is stated of a fact into its cell. */
export function write(row: Row, { fact, index }: Cell, stated: Stated): void {
  switch (stated.state) {
    case "known":
      return writeKnown(row, { fact, index }, stated.value);
    case "estimate":
      return put(row, index, [whole(stated.min), whole(stated.max)]);
    case "unknown":
      row.words[index] = undefined;
      return put(row, index, unknownCell(fact));
    case "not_applicable":
      row.words[index] = null;
      return put(row, index, inapplicableEnds(fact));
  }
}

function writeKnown(row: Row, { fact, index }: Cell, value: Known): void {
  if (typeof value === "boolean") return putOne(row, index, value ? yes : no);
  if (typeof value === "number") return putOne(row, index, whole(value));
  if (typeof value === "string" && fact.type.kind === "date") {
    return putOne(row, index, dayNumber(value));
  }
  if (fact.type.kind === "enumeration") {
    const option = fact.type.options.indexOf(String(value));
    if (option < 0) invariant(false, `${fact.id} has the option ${String(value)}`);
    return putOne(row, index, option);
  }
  row.words[index] = value;
}

/** Both ends of the cell of a fact that nobody stated: its whole domain. */
export function unknownCell(fact: FactIr): readonly [number, number] {
  switch (fact.type.kind) {
    case "boolean":
      return [unknown, unknown];
    case "enumeration":
      return [unknownWord, unknownWord];
    case "number":
    case "date":
      return [fact.min ?? -Infinity, fact.max ?? Infinity];
    case "text":
    case "list":
      return [0, 0];
  }
}

function inapplicableEnds(fact: FactIr): readonly [number, number] {
  switch (fact.type.kind) {
    case "boolean":
      return [inapplicable, inapplicable];
    case "enumeration":
      return [inapplicableWord, inapplicableWord];
    case "number":
    case "date":
    case "text":
    case "list":
      return [NaN, 0];
  }
}

export const levelNumber = Object.fromEntries(
  levels.map((level, index) => [level, index]),
) as Readonly<Record<Level, number>>;

function rowOf(subject: Subject, { low, high, cells }: Unstated): Row {
  const row: Row = { low: low.slice(), high: high.slice(), words: [] };
  subject.facts.forEach((stated, index) => {
    const cell = cells[index];
    if (cell) write(row, cell, stated);
  });
  return row;
}

/** A case in columns: by level number, the rows of its subjects and whether the case lists them. */
export type Table = {
  readonly rows: readonly (readonly Row[])[];
  readonly listed: readonly boolean[];
};

export function tableOf(program: Program, facts: Case): Table {
  const starts = unstatedIn(program);
  return {
    rows: levels.map((level) =>
      facts.subjects[level].map((subject) => rowOf(subject, starts[level])),
    ),
    listed: levels.map((level) => !isUnlisted(facts, level)),
  };
}
