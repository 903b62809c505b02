import { invariant } from "../../base/invariant.ts";
import type { Case, Known, Stated, Subject } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";
import { dayNumber } from "./days.ts";
import { isUnlisted } from "./scope.ts";
import type { Truth } from "./truth.ts";

/**
 * The facts of one subject in columns by index into Program.facts. Quantities are whole quanta and
 * dates days, from `low` to `high`; not applicable is a `low` that is no number. Conditions and
 * words
 * are codes in `low`. Texts and lists stand in `words`.
 */
export type Row = {
  readonly low: Float64Array;
  readonly high: Float64Array;
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

const emptyRow = (count: number): Row => ({
  low: new Float64Array(count),
  high: new Float64Array(count),
  words: Array.from({ length: count }, () => undefined),
});

const unknownRows = new WeakMap<Program, Row>();

/** A row of which nothing is known: every fact stands at its whole domain. */
function unknownRow(program: Program): Row {
  const known = unknownRows.get(program);
  if (known) return known;
  const row = emptyRow(program.facts.length);
  program.facts.forEach((fact, index) => write(row, { fact, index }, { state: "unknown" }));
  unknownRows.set(program, row);
  return row;
}

type Cell = { readonly fact: FactIr; readonly index: number };

function put(row: Row, index: number, [low, high]: readonly [number, number]): void {
  row.low[index] = low;
  row.high[index] = high;
}

function whole(value: number): number {
  invariant(Number.isSafeInteger(value), `a quantity is a whole number of quanta: ${value}`);
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
  if (typeof value === "boolean") return put(row, index, value ? [yes, yes] : [no, no]);
  if (typeof value === "number") return put(row, index, [whole(value), value]);
  if (typeof value === "string" && fact.type.kind === "date") {
    const day = dayNumber(value);
    return put(row, index, [day, day]);
  }
  if (fact.type.kind === "enumeration") {
    const option = fact.type.options.indexOf(String(value));
    invariant(option >= 0, `${fact.id} has the option ${String(value)}`);
    return put(row, index, [option, option]);
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

function rowOf(program: Program, subject: Subject): Row {
  const nothing = unknownRow(program);
  const row = {
    low: nothing.low.slice(),
    high: nothing.high.slice(),
    words: nothing.words.slice(),
  };
  for (const [index, stated] of subject.facts) {
    const fact = program.facts[index];
    if (fact) write(row, { fact, index }, stated);
  }
  return row;
}

/** A case in columns: by level number, the rows of its subjects and whether the case lists them. */
export type Table = {
  readonly rows: readonly (readonly Row[])[];
  readonly listed: readonly boolean[];
};

export const tableOf = (program: Program, facts: Case): Table => ({
  rows: levels.map((level) => facts.subjects[level].map((subject) => rowOf(program, subject))),
  listed: levels.map((level) => !isUnlisted(facts, level)),
});
