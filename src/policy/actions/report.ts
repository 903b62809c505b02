import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Locale } from "../../base/message.ts";
import { sectionsOf } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { Answers } from "../contract.ts";
import type { Book } from "../model/book.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import type { ImportedClause, ReportGiven } from "../model/report-document.ts";
import { findClause, findEvaluation } from "../store.ts";

type AskedReport = {
  readonly id: string;
  readonly now: Date;
  readonly locale: Locale;
  /** Where users reach the server: the paper says where the report opens. */
  readonly publicUrl: string;
};

/** The imported text of each clause that applies: a report quotes no other. */
async function quotedClauses(tx: Tx, { report }: Answers): Promise<ImportedClause[]> {
  const applying = sectionsOf(report).applies.map(({ first }) => first);
  const cited = new Map(applying.map(({ measure, cite }) => [measure, cite]));
  const clauses: ImportedClause[] = [];
  for (const { document, item } of cited.values()) {
    const clause = await findClause(tx, document, String(item));
    if (clause) clauses.push({ ...clause, document, item: String(item) });
  }
  return clauses;
}

/** All that the paper of a stored evaluation is made of. */
export async function gatherReport(
  tx: Tx,
  book: Book,
  asked: AskedReport,
): Promise<Decision<ReportGiven, PolicyRefusal>> {
  const { id, now, locale, publicUrl } = asked;
  const stored = await findEvaluation(tx, id, now.toISOString());
  if (!stored) return refuse({ code: "evaluation_missing", id });
  const answers = stored.answers as Answers;
  return accept({
    book,
    answers,
    locale,
    createdAt: stored.createdAt,
    kept: { number: id, address: `${publicUrl}/reports/${id}`, until: stored.expiresAt },
    clauses: await quotedClauses(tx, answers),
  });
}
