import type { Locale } from "../../../src/base/message.ts";
import { ProblemError, type Problem } from "../api/problem.ts";

export type ProblemText = { code: string; sentence: string | undefined; details: string[] };

/**
 * Splits a problem into its sentence and the lines about single inputs, in the reader's language.
 */
export function problemText(error: unknown, locale: Locale): ProblemText {
  if (!(error instanceof ProblemError))
    return { code: "page_broken", sentence: undefined, details: [] };
  const { problem } = error;
  return {
    code: problem.code,
    sentence: problem.message?.[locale] ?? problem.detail,
    details: detailsOf(problem, locale),
  };
}

function detailsOf(problem: Problem, locale: Locale): string[] {
  const lines = (problem.errors ?? []).map((error) => error.message?.[locale] ?? error.detail);
  return lines.filter((line) => line !== problem.message?.[locale]).slice(0, 6);
}
