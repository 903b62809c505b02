import { childrenOf } from "../check/tree.ts";
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

/**
 * A fact that a condition reads: of the current subject of its level, or of every one. Inside a
 * fold it is read once for each subject, and not at all where there is none.
 */
export type Read = {
  readonly level: number;
  readonly fact: number;
  /** The levels over whose subjects the folds around it run. */
  readonly folded: readonly number[];
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
  return { level, fact, code, folded };
}

/** Every fact that a condition reads. */
export function readsIn(node: Node, edition: Edition, folded: readonly number[] = []): Read[] {
  if (node.op === "fact") return [readOf(node.fact, edition, folded)];
  if (node.op === "aggregate") {
    const inside = [...folded, levelNumber[node.level]];
    return childrenOf(node).flatMap((part) => readsIn(part, edition, inside));
  }
  return operands(node).flatMap((operand) => readsIn(operand, edition, folded));
}

const isGone = ({ low }: Row, { fact, code }: Read): boolean =>
  code === undefined ? Number.isNaN(low[fact]) : low[fact] === code;

/** Whether one of the facts does not apply. */
export const anyGone = (machine: Machine, reads: readonly Read[]): boolean =>
  reads.some((read) => isReadGone(machine, read));

function isReadGone({ table, rows }: Machine, read: Read): boolean {
  const { level, folded } = read;
  if (folded.includes(level)) return table.rows[level]!.some((row) => isGone(row, read));
  return isGone(rows[level]!, read) && folded.every((fold) => table.rows[fold]!.length > 0);
}
