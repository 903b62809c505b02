import type { Bilingual } from "../../../src/base/message.ts";

/**
 * RFC 9457 as the server writes it: the message stands in both languages, so that the reader
 * chooses.
 */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  code: string;
  message?: Bilingual;
  requestId?: string;
  /** The refusal's own figures. */
  refusal?: unknown;
  errors?: { pointer: string; detail: string; message?: Bilingual }[];
};

export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem, options: { cause?: unknown } = {}) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "status" in value;
}

/** What the server said; or, where it did not speak in problems, its status in our own words. */
export function problemOf(status: number, body: unknown): Problem {
  if (isProblem(body)) return body;
  return {
    type: "about:blank",
    title: `HTTP ${status}`,
    status,
    code: status >= 500 ? "server_silent" : "answer_unread",
  };
}

/** The network gave no answer at all. */
export const unreachable: Problem = {
  type: "about:blank",
  title: "unreachable",
  status: 0,
  code: "source_unreachable",
};

/** A figure that the refusal names, such as the seconds of a delay. */
export function figureOf(error: unknown, name: string): unknown {
  if (!(error instanceof ProblemError)) return undefined;
  const { refusal } = error.problem;
  if (typeof refusal !== "object" || refusal === null) return undefined;
  return (refusal as Readonly<Record<string, unknown>>)[name];
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.code : undefined;
