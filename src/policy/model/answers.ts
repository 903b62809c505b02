import type { Answers, PlaceLine } from "../contract.ts";
import { evaluate, explain, plan, whyNot, type Case, type Program } from "../../rules/index.ts";
import { factRows } from "./fact-rows.ts";

export type AnswerOptions = {
  readonly asOf: string;
  /** Facts that the asker does not know and wants to be asked no more. */
  readonly skip: readonly string[];
  readonly place: PlaceLine;
};

/** At most this many questions stand between a place and its report. */
export const questionsMax = 6;

/** The whole answer to "what can be done here?": facts, verdicts, reasons, and what to ask next. */
export function answersFor(program: Program, facts: Case, options: AnswerOptions): Answers {
  const { asOf, skip, place } = options;
  const report = evaluate(program, facts, { asOf });
  const questions = [...plan(program, facts, { asOf, skip, report, max: questionsMax })];
  const about = report.verdicts.map(({ rule, subject, verdict }) => ({ rule, subject, verdict }));
  const missed = about.filter(({ verdict }) => verdict === "does_not_apply");
  const others = about.filter(({ verdict }) => verdict !== "does_not_apply");
  return {
    place,
    facts: factRows(program, facts),
    report: { ...report, next: questions[0] ?? null },
    explanations: others.map(({ rule, subject }) =>
      explain(program, facts, { rule, subject, asOf }),
    ),
    changes: missed.map(({ rule, subject }) => whyNot(program, facts, { rule, subject, asOf })),
    questions,
  };
}
