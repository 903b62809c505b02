import { invariant } from "../../base/invariant.ts";
import { isListed, type Case, type Subject } from "../case/model.ts";
import { levels } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";
import { levelNumber, unknownCell, write, type Row } from "../evaluate/rows.ts";
import { isUnlisted } from "../evaluate/scope.ts";

/** The subjects of one level in all cases, those of a case side by side. */
export type LevelColumns = {
  readonly size: number;
  /** By case, and once more at the end: the position of its first subject. */
  readonly starts: Int32Array;
  /** By subject: the position of its case. */
  readonly cases: Int32Array;
  /** By subject: no number. It stands for amounts that a rule has not, and nobody writes to it. */
  readonly nothing: Float64Array;
  /** By case: 1 where it lists the subjects of the level, or where the level needs no list. */
  readonly listed: Uint8Array;
};

/** One fact of every subject of its level; see `Row` for what stands in a cell. */
export type FactColumn = {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly words: Row["words"] | undefined;
};

/**
 * A library in columns: one table per level, a column per fact. Quantities are whole quanta and
 * dates days; missing and ranged values stand as they are.
 */
export type Library = {
  /** The dictionary whose facts the columns are; a reform of the rules leaves it as it is. */
  readonly facts: Program["facts"];
  readonly cases: readonly Case[];
  /** By level number. */
  readonly levels: readonly LevelColumns[];
  /** By index into Program.facts. A column that no case states is made when it is first read. */
  readonly column: (fact: number) => FactColumn;
};

/** Brings cases into columns. The cases are kept, for what has no whole-number form. */
export function libraryOf({ facts }: Program, cases: readonly Case[]): Library {
  const tables = levels.map((level) => levelColumns(cases, level));
  const columns = new Map<number, FactColumn>();
  const column = (index: number): FactColumn => {
    const fact = factOf(facts, index);
    const known = columns.get(index) ?? unknownColumn(fact, sizeOf(tables, fact));
    columns.set(index, known);
    return known;
  };
  for (const level of levels)
    fill(
      cases.flatMap((one) => one.subjects[level]),
      (index) => (facts[index] ? { fact: facts[index], row: rowsOf(column(index)) } : undefined),
    );
  return { facts, cases, levels: tables, column };
}

type Filling = { readonly fact: FactIr; readonly row: Row };

type Fillings = (index: number) => Filling | undefined;

/** Writes what is stated of the subjects of one level, in their order. */
function fill(subjects: readonly Subject[], columnOf: Fillings): void {
  subjects.forEach((subject, at) => {
    for (const [index, stated] of subject.facts) {
      const to = columnOf(index);
      if (to) write(to.row, { fact: to.fact, index: at }, stated);
    }
  });
}

function factOf(facts: Program["facts"], index: number): FactIr {
  const fact = facts[index];
  invariant(fact, `fact ${index} is in the program`);
  return fact;
}

const sizeOf = (tables: readonly LevelColumns[], { level }: FactIr): number =>
  tables[levelNumber[level]]!.size;

/** A column as `write` fills it: there each cell is that of a row. */
const rowsOf = ({ low, high, words }: FactColumn): Row => ({ low, high, words: words ?? [] });

function levelColumns(cases: readonly Case[], level: (typeof levels)[number]): LevelColumns {
  const counts = cases.map((one) => one.subjects[level].length);
  const starts = new Int32Array(cases.length + 1);
  counts.forEach((count, at) => (starts[at + 1] = starts[at]! + count));
  const size = starts[cases.length]!;
  const owners = new Int32Array(size);
  counts.forEach((_, at) => owners.fill(at, starts[at], starts[at + 1]));
  const isOne = !isListed(level);
  invariant(!isOne || counts.every((count) => count === 1), `a case has exactly one ${level}`);
  const listed = Uint8Array.from(cases, (one) => (isUnlisted(one, level) ? 0 : 1));
  const nothing = new Float64Array(size).fill(NaN);
  return { size, starts, cases: owners, nothing, listed };
}

function unknownColumn(fact: FactIr, size: number): FactColumn {
  const [low, high] = unknownCell(fact);
  const hasWords = fact.type.kind === "text" || fact.type.kind === "list";
  return {
    low: new Float64Array(size).fill(low),
    high: new Float64Array(size).fill(high),
    words: hasWords ? Array.from({ length: size }, () => undefined) : undefined,
  };
}
