import type { WorkCalendar } from "../../base/working-days.ts";
import type { Node } from "../ir.ts";
import type { Relevant } from "./relevance.ts";
import type { Row, Table } from "./rows.ts";

/** What compiled expressions run on: a case in columns, and the current subject of each level. */
export type Machine = {
  readonly table: Table;
  /** By level number: the row of the current subject, and its position. */
  readonly rows: Row[];
  readonly current: number[];
  /** The law date, in days since 1970-01-01. */
  readonly day: number;
  readonly calendar: WorkCalendar;
  /** Decides a node on exact ratios, for what has no whole-number form: a code of rows.ts. */
  prove(node: Node): number;
  /** Notes what could still move such a node. */
  collect(node: Node, into: Relevant): void;
  /** Whether nothing is stated or assumed of a fact of the current subject. */
  isUnknown(fact: number): boolean;
};

/** A condition: one of the codes of rows.ts. */
export type TruthRun = (machine: Machine) => number;

/**
 * A number: its lower end, in steps. The upper end stands in `gauge.high` when the call returns.
 * Where there is no number the lower end is NaN, and `gauge.high` says why: one of `gone`.
 */
export type NumberRun = (machine: Machine) => number;

/** Registers that stand beside the stack, so that a number of two ends costs no object. */
export const gauge = {
  high: 0,
  /** Set where a magnitude leaves what doubles hold exactly: the answer is then not used. */
  isBroken: false,
};

/** Why there is no number. Of several reasons the least goes before the others. */
export const gone = { notApplicable: 0, open: 1, undefined: 2 } as const;

/** Goes after every reason. */
export const none = 3;

/** Checks that a product or sum of whole numbers stayed exact. */
export function exact(value: number): number {
  const isSafe = value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
  if (!isSafe && Number.isFinite(value)) gauge.isBroken = true;
  return value;
}

/** The product of two ends: nothing times an infinite end is nothing. */
export function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** No number: keeps the reason, and returns the NaN that stands for it. */
export function noNumber(reason: number): number {
  gauge.high = reason;
  return NaN;
}
