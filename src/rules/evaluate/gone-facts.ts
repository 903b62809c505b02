import type { Node } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { operands } from "./kinds.ts";
import type { Machine } from "./machine.ts";
import type { Outcome } from "./outcome.ts";
import { inapplicable, inapplicableWord, levelNumber, type Row } from "./rows.ts";
import { factAt } from "./scope.ts";

/**
 * An undecided condition that reads what does not apply may still come out as not applicable, and
 * with it every figure that it chooses. What it chooses is therefore open, and not one of its arms:
 * otherwise more facts could take back what was certain.
 */
export function restsOnGone({ node, value, parts }: Outcome): boolean {
  if (node.op !== "fact") return parts.some(restsOnGone);
  return value.kind === "truth" ? value.truth === "N" : value.kind === "not_applicable";
}

/** A fact that a condition reads: of the current subject of its level, or of every one. */
export type Read = {
  readonly level: number;
  readonly fact: number;
  readonly isFolded: boolean;
  /** What the cell holds where the fact does not apply; undefined: no number. */
  readonly code: number | undefined;
};

function readOf(fact: number, edition: Edition, folded: readonly number[]): Read {
  const { type, level: name } = factAt(edition, fact);
  const level = levelNumber[name];
  const code =
    type.kind === "boolean"
      ? inapplicable
      : type.kind === "enumeration"
        ? inapplicableWord
        : undefined;
  return { level, fact, code, isFolded: folded.includes(level) };
}

/** Every fact that a condition reads. */
export function readsIn(node: Node, edition: Edition, folded: readonly number[] = []): Read[] {
  if (node.op === "fact") return [readOf(node.fact, edition, folded)];
  if (node.op === "aggregate") {
    return readsIn(node.body, edition, [...folded, levelNumber[node.level]]);
  }
  return operands(node).flatMap((operand) => readsIn(operand, edition, folded));
}

const isGone = ({ low }: Row, { fact, code }: Read): boolean =>
  code === undefined ? Number.isNaN(low[fact]) : low[fact] === code;

/** Whether one of the facts does not apply. */
export function anyGone(machine: Machine, reads: readonly Read[]): boolean {
  return reads.some((read) =>
    read.isFolded
      ? machine.table.rows[read.level]!.some((row) => isGone(row, read))
      : isGone(machine.rows[read.level]!, read),
  );
}
