import { accept, refuse, type Decision } from "../../base/decision.ts";
import {
  evaluateAll,
  libraryOf,
  mergeSummaries,
  summarize,
  type Case,
  type LibrarySummary,
  type Program,
} from "../../rules/index.ts";
import type { LibraryRefusal } from "../model/refusals.ts";
import { appendVerdicts, emptyRows, type VerdictRows } from "../model/verdict-rows.ts";
import { readPart, type CaseReading, type RefusedRows } from "./library-cases.ts";

export type PartOrder = CaseReading & {
  readonly asOf: string;
  /** The fact by which cases are grouped, by its index; all are one group where it is absent. */
  readonly by: number | undefined;
  /** Whether rows that cannot be read are passed over; otherwise they refuse the stretch. */
  readonly keepsGoodRows: boolean;
  /** Whether the verdicts themselves are wanted, too. */
  readonly wantsRows: boolean;
};

export type PartAnswer = {
  readonly summary: LibrarySummary;
  readonly cases: number;
  readonly refused: RefusedRows;
  /** Empty unless they are wanted. */
  readonly rows: VerdictRows;
};

/** So many cases stand in memory at a time, whatever the library's length. */
const casesAtOnce = 2_000;

/** Folds cases into a summary, a few thousand at a time. */
export function foldCases(of: Folding, told: (cases: number) => void): Fold {
  const { program, asOf, by, wantsRows } = of;
  const rows = emptyRows();
  let waiting: Case[] = [];
  let cases = 0;
  let summary: LibrarySummary | undefined;
  const fold = (): LibrarySummary => {
    const verdicts = evaluateAll(program, libraryOf(program, waiting), { asOf });
    if (wantsRows) appendVerdicts(rows, verdicts);
    const own = summarize(verdicts, by);
    summary = summary ? mergeSummaries(summary, own) : own;
    cases += waiting.length;
    waiting = [];
    told(cases);
    return summary;
  };
  return {
    take(one) {
      waiting.push(one);
      if (waiting.length === casesAtOnce) fold();
    },
    end: () => ({ summary: fold(), cases, rows }),
  };
}

type Folding = Pick<PartOrder, "asOf" | "by" | "wantsRows"> & { readonly program: Program };

type Fold = {
  readonly take: (one: Case) => void;
  readonly end: () => Omit<PartAnswer, "refused">;
};

/** Evaluates a stretch of a library down to its summary. */
export async function evaluatePart(
  order: PartOrder,
  told: (cases: number) => void,
): Promise<Decision<PartAnswer, LibraryRefusal>> {
  const fold = foldCases({ ...order, program: order.book.program }, told);
  const read = await readPart(order, fold.take);
  if (!read.ok) return read;
  const { refused } = read.value;
  if (refused.count > 0 && !order.keepsGoodRows) {
    return refuse({ code: "library_rows_refused", ...refused });
  }
  return accept({ ...fold.end(), refused });
}
