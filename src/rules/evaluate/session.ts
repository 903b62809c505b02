import type { Case, Known } from "../case/model.ts";
import type { Edition } from "./edition.ts";
import type { RuleRaw } from "./raw.ts";
import type { Relevant } from "./relevance.ts";
import type { Variable } from "./scope.ts";

/** One back end at work on one case under one edition of the law. */
export type Session = {
  /** By index into Program.rules, and into the case's subjects of the rule's level. */
  decide(rule: number, subject: number): RuleRaw;
  /** What could still move the rule. Only asked where it is not settled. */
  relevant(rule: number, subject: number): Relevant;
  /** The values taken for granted at present. */
  readonly assumed: ReadonlyMap<string, Known>;
  /** Takes a value for granted; undefined takes it back. */
  assume(variable: Variable, value: Known | undefined): void;
};

export type OpenSession = (edition: Edition, facts: Case) => Session;
