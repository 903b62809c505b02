import type { Node } from "../ir.ts";
import type { Read } from "./gone-facts.ts";
import type { NumberPlan, TruthPlan } from "./plan.ts";
import type { Row } from "./rows.ts";

/** The names under which generated code holds the two ends of a number. */
export type Ends = { readonly low: string; readonly high: string };

/** A fact of the current subject of its level, by positions. */
export type Cell = { readonly level: number; readonly fact: number };

/** What the functions of one rule share: counted names, and the values handed in. */
export type Shared = { count: number; readonly values: (Node | readonly Read[])[] };

/** Writes down statements, under names that nothing else bears. */
export type Sheet = {
  /** Adds a statement. */
  line(text: string): void;
  name(prefix: string): string;
  /** A node, or a list of facts, as a value of the generated code. */
  value(value: Node | readonly Read[]): string;
  text(): string;
};

/** How generated code reaches what is stated, and what it leaves to exact ratios. */
export type Place = {
  /** What stands in one cell. */
  cell(column: keyof Row, cell: Cell): string;
  /** Writes a loop over the subjects of a level, in which they are the current ones. */
  overSubjects(level: number, body: () => void): void;
  /** Whether the case lists the subjects of a level. */
  isListed(level: number): string;
  /** Whether one of the facts does not apply. */
  anyGone(reads: readonly Read[]): string;
  /** The code of a condition that has no whole-number form. */
  prove(node: Node): string;
};

/**
 * Writes the text of a function. Everything in it is our own: names are counted, facts and levels
 * are positions, words pass through JSON, and nodes for exact ratios are handed in as values.
 */
export type Emitter = Sheet &
  Place & {
    /** Writes what decides a condition, and gives the name of its code. */
    truth(plan: TruthPlan): string;
    number(plan: NumberPlan): Ends;
  };

export type Writers = {
  readonly truth: (plan: TruthPlan, emitter: Emitter) => string;
  readonly number: (plan: NumberPlan, emitter: Emitter) => Ends;
};

function sheetOf(shared: Shared): Sheet {
  const lines: string[] = [];
  return {
    line: (text) => void lines.push(text),
    name: (prefix) => `${prefix}${shared.count++}`,
    value: (value) => `values[${shared.values.push(value) - 1}]`,
    text: () => lines.join("\n"),
  };
}

/** An emitter for one function. */
export function emitterOf(
  shared: Shared,
  writers: Writers,
  placeOn: (sheet: Sheet) => Place,
): Emitter {
  const sheet = sheetOf(shared);
  const emitter: Emitter = {
    ...sheet,
    ...placeOn(sheet),
    truth: (plan) => writers.truth(plan, emitter),
    number: (plan) => writers.number(plan, emitter),
  };
  return emitter;
}
