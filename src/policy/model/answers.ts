import type { Answers, PlaceLine } from "../contract.ts";
import {
  evaluate,
  explain,
  plan,
  whyNot,
  type Case,
  type Program,
  type RuleVerdict,
} from "../../rules/index.ts";
import { factRows } from "./fact-rows.ts";

export type AnswerOptions = {
  readonly asOf: string;
  /** Facts that the asker does not know and wants to be asked no more. */
  readonly skip: readonly string[];
  readonly place: PlaceLine;
};

/** At most this many questions stand between a place and its report. */
export const questionsMax = 6;

/** Above so many verdicts, one subject speaks for all of a rule that share its verdict. */
const toldMax = 1_000;

type Said = Pick<RuleVerdict, "rule" | "subject" | "verdict">;

/** The verdicts that are explained: a large area has thousands, and each takes its time. */
export function told(verdicts: readonly Said[], most = toldMax): readonly Said[] {
  if (verdicts.length <= most) return verdicts;
  const first = new Map<string, Said>();
  for (const one of verdicts) {
    const key = `${one.rule} ${one.verdict}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** The whole answer to "what can be done here?": facts, verdicts, reasons, and what to ask next. */
export function answersFor(program: Program, facts: Case, options: AnswerOptions): Answers {
  const { asOf, skip, place } = options;
  const report = evaluate(program, facts, { asOf });
  const questions = [...plan(program, facts, { asOf, skip, report, max: questionsMax })];
  const about = told(report.verdicts);
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
