import { randomBytes } from "node:crypto";
import { isCivilDate } from "../../base/date.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { evaluate, readCase, writeCase, type Report } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { Answers, AnswersBody, EvaluationPage, EvaluationReceipt } from "../contract.ts";
import { answersFor } from "../model/answers.ts";
import type { Book } from "../model/book.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { differences, replayState, settledSince } from "../model/replay.ts";
import { appendEvaluation, findEvaluation, type StoredEvaluation } from "../store.ts";
import { gatherFacts, type AskRefusal, type Asked } from "./place.ts";

export type Asking = { readonly book: Book; readonly body: AnswersBody; readonly today: string };

/** How long an evaluation that nobody signed for is kept. */
export const keptDays = 90;

/** A question with the facts that answer it: what needs the database is done. */
type AskedPlace = Asked & { readonly asOf: string; readonly skip: readonly string[] };

/** Gathers what is known of a place; the verdicts follow outside the transaction. */
export async function askPlace(tx: Tx, asking: Asking): Promise<Decision<AskedPlace, AskRefusal>> {
  const { asOf = asking.today, skip = [] } = asking.body;
  if (!isCivilDate(asOf)) {
    return refuse({ kind: "policy", refusal: { code: "date_invalid", date: asOf } });
  }
  const asked = await gatherFacts(tx, asking.book, asking.body);
  return asked.ok ? accept({ ...asked.value, asOf, skip }) : asked;
}

/** Answers "what can be done here?" and keeps nothing. */
export const answerQuestion = (book: Book, { facts, ...options }: AskedPlace): Answers =>
  answersFor(book.program, facts, options);

const laterBy = (instant: Date, days: number): string =>
  new Date(instant.getTime() + days * 86_400_000).toISOString();

/** Answers and keeps: the facts as they were, the law date, the pack and the engine. */
export async function storeEvaluation(
  tx: Tx,
  asking: Asking & { readonly now: Date },
): Promise<Decision<EvaluationReceipt, AskRefusal>> {
  const question = await askPlace(tx, asking);
  if (!question.ok) return question;
  const { facts, asOf } = question.value;
  const answers = answerQuestion(asking.book, question.value);
  const stored: StoredEvaluation = {
    // Whoever has the link reads the report, and nobody may guess one.
    id: randomBytes(16).toString("base64url"),
    createdAt: asking.now.toISOString(),
    expiresAt: laterBy(asking.now, keptDays),
    asOf,
    encoding: answers.report.encoding,
    engine: answers.report.engine,
    question: asking.body,
    facts: writeCase(asking.book.program, facts),
    answers,
  };
  await appendEvaluation(tx, stored);
  return accept({ id: stored.id, expiresAt: stored.expiresAt });
}

/**
 * The stored case under the pack and the engine of today; undefined where its facts are no longer
 * read.
 */
function evaluateAgain(book: Book, stored: StoredEvaluation): Report | undefined {
  const facts = readCase(book.program, stored.facts);
  return facts.ok ? evaluate(book.program, facts.value, { asOf: stored.asOf }) : undefined;
}

/** Reopens what was stored, and says whether today's pack and engine still answer the same. */
export async function reopenEvaluation(
  tx: Tx,
  book: Book,
  asked: { readonly id: string; readonly now: Date },
): Promise<Decision<EvaluationPage, PolicyRefusal>> {
  const stored = await findEvaluation(tx, asked.id, asked.now.toISOString());
  if (!stored) return refuse({ code: "evaluation_missing", id: asked.id });
  const answers = stored.answers as Answers;
  const now = evaluateAgain(book, stored);
  const then = answers.report;
  return accept({
    id: stored.id,
    createdAt: stored.createdAt,
    expiresAt: stored.expiresAt,
    answers,
    replay: now
      ? {
          state: replayState(then, now),
          differences: differences(then, now),
          settled: settledSince(then, now),
        }
      : { state: "other_pack", differences: then.verdicts.map(({ rule }) => rule), settled: [] },
    body: stored.question as AnswersBody,
  });
}
