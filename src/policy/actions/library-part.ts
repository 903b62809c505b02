import { accept, refuse, type Decision } from "../../base/decision.ts";
import {
  evaluateAll,
  libraryOf,
  mergeSummaries,
  summarize,
  type Case,
  type LibrarySummary,
} from "../../rules/index.ts";
import type { LibraryRefusal } from "../model/refusals.ts";
import { readPart, type CaseReading, type RefusedRows } from "./library-cases.ts";

export type PartOrder = CaseReading & {
  readonly asOf: string;
  /** The fact by which cases are grouped, by its index; all are one group where it is absent. */
  readonly by: number | undefined;
  /** Whether rows that cannot be read are passed over; otherwise they refuse the stretch. */
  readonly keepsGoodRows: boolean;
};

export type PartAnswer = {
  readonly summary: LibrarySummary;
  readonly cases: number;
  readonly refused: RefusedRows;
};

/** So many cases stand in memory at a time, whatever the library's length. */
const casesAtOnce = 2_000;

/** Evaluates a stretch of a library, a few thousand cases at a time, down to its summary. */
export async function evaluatePart(
  order: PartOrder,
  told: (cases: number) => void,
): Promise<Decision<PartAnswer, LibraryRefusal>> {
  const { program } = order.book;
  let waiting: Case[] = [];
  let cases = 0;
  let summary = summaryOf(order, waiting);
  const fold = (): void => {
    summary = mergeSummaries(summary, summaryOf(order, waiting));
    cases += waiting.length;
    waiting = [];
    told(cases);
  };
  const read = await readPart(order, (one) => {
    waiting.push(one);
    if (waiting.length === casesAtOnce) fold();
  });
  if (!read.ok) return read;
  fold();
  const { refused } = read.value;
  if (refused.count > 0 && !order.keepsGoodRows) {
    return refuse({ code: "library_rows_refused", ...refused });
  }
  return accept({ summary, cases, refused });

  function summaryOf({ asOf, by }: PartOrder, stretch: readonly Case[]): LibrarySummary {
    return summarize(evaluateAll(program, libraryOf(program, stretch), { asOf }), by);
  }
}
