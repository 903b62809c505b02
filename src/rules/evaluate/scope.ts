import { invariant } from "../../base/invariant.ts";
import type { Case, Known, Stated, Subject } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { FactIr } from "../ir.ts";
import type { Edition } from "./edition.ts";

/**
 * A fact of one subject, by indices into Program.facts and into the case's subjects of its level.
 */
export type Variable = { readonly fact: number; readonly level: Level; readonly subject: number };

/** What an expression sees: the law of a day, a case, and one subject of each level. */
export type Scope = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly current: Readonly<Record<Level, number>>;
  /** Values taken for granted while the completions of unknown facts are tried out. */
  readonly assumed: ReadonlyMap<string, Known>;
};

export const variableKey = (variable: Variable): string => `${variable.fact}@${variable.subject}`;

/** The scope of a rule that runs at a level, for one subject of it. */
export function scopeOf(edition: Edition, facts: Case, at: Omit<Variable, "fact">): Scope {
  const first = Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>;
  return { edition, facts, current: { ...first, [at.level]: at.subject }, assumed: new Map() };
}

export const within = (scope: Scope, level: Level, subject: number): Scope => ({
  ...scope,
  current: { ...scope.current, [level]: subject },
});

/**
 * A level that the case does not list has one subject of which nothing is known: unknown is not
 * none.
 */
export const isUnlisted = (facts: Case, level: Level): boolean =>
  (level === "building" || level === "parcel" || level === "space") && !facts.stated[level];

export function factAt(edition: Edition, fact: number): FactIr {
  const found = edition.program.facts[fact];
  // Asked of every fact of every report: the promise is put into words only where it is broken.
  if (!found) invariant(found, `fact ${fact} is in the program`);
  return found;
}

export function subjectAt(facts: Case, level: Level, index: number): Subject {
  const found = facts.subjects[level][index];
  if (!found) invariant(found, `the case has a ${level} at ${index}`);
  return found;
}

export const variableIn = (scope: Scope, fact: number): Variable => {
  const level = factAt(scope.edition, fact).level;
  return { fact, level, subject: scope.current[level] };
};

/** What is stated or assumed of a fact for the current subject of its level. */
export function stateIn(scope: Scope, fact: number): Stated {
  const variable = variableIn(scope, fact);
  const taken = scope.assumed.size > 0 ? scope.assumed.get(variableKey(variable)) : undefined;
  if (taken !== undefined) return { state: "known", value: taken };
  const stated = subjectAt(scope.facts, variable.level, variable.subject).facts.get(fact);
  return stated ?? { state: "unknown" };
}
