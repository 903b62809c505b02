import { evaluate, nextQuestion, type Case, type Program, type Report } from "../../rules/index.ts";

export type AskOptions = { readonly asOf: string; readonly skip?: readonly string[] };

/** The report of a case together with the question that would settle most. */
export function reportWithQuestion(program: Program, facts: Case, options: AskOptions): Report {
  const report = evaluate(program, facts, { asOf: options.asOf });
  return { ...report, next: nextQuestion(program, facts, { ...options, report }) };
}
