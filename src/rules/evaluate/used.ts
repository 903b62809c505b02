import { invariant } from "../../base/invariant.ts";
import type { Case, FactState, Stated } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { UsedFact } from "../contract/report.ts";
import { isListed } from "../case/model.ts";
import type { Program, RuleIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { factScale, type Scale } from "./figures.ts";
import { levelNumber } from "./rows.ts";
import { factAt, subjectAt, type Variable } from "./scope.ts";

/** A fact that a rule reads, with all that is the same for every case. */
type Reading = {
  readonly fact: number;
  readonly id: string;
  readonly level: Level;
  readonly hasSubjects: boolean;
  readonly scale: Scale;
};

/** By index into Program.rules. */
type Readings = readonly (readonly Reading[])[];

/**
 * The facts of one case as reports show them: each is written once and shared by the rules that
 * read it.
 */
export type UsedFacts = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly readings: Readings;
  /** By level number, subject and index into Program.facts. */
  readonly written: readonly (UsedFact | undefined)[][][];
};

export const usedFacts = (edition: Edition, facts: Case): UsedFacts => ({
  edition,
  facts,
  readings: readingsIn(edition),
  written: levels.map(() => []),
});

const readings = new WeakMap<Program, Readings>();

function readingsIn(edition: Edition): Readings {
  const { program } = edition;
  const known = readings.get(program);
  if (known) return known;
  const readingOf = (fact: number): Reading => {
    const found = factAt(edition, fact);
    const { id, level } = found;
    return { fact, id, level, hasSubjects: isListed(level), scale: factScale(found) };
  };
  const made = program.rules.map((rule) => rule.reads.map(readingOf));
  readings.set(program, made);
  return made;
}

const inUnit = (scale: Scale, value: unknown): unknown =>
  typeof value === "number" ? scale(value) : value;

function loserOf(scale: Scale, state: FactState): unknown {
  switch (state.state) {
    case "known":
      return inUnit(scale, state.value);
    case "estimate":
      return { estimate: [scale(state.min), scale(state.max)] };
    case "not_applicable":
      return { not_applicable: state.reason };
    case "unknown":
      return { unknown: true };
  }
}

function writeState(used: UsedFact, scale: Scale, stated: Stated): void {
  switch (stated.state) {
    case "known":
      used.value = inUnit(scale, stated.value);
      return;
    case "estimate":
      used.min = scale(stated.min);
      used.max = scale(stated.max);
      return;
    case "not_applicable":
      used.reason = stated.reason;
      return;
    case "unknown":
      return;
  }
}

function writeProvenance(used: UsedFact, scale: Scale, stated: Stated): void {
  if (stated.source) used.source = stated.source;
  if (stated.by !== undefined) used.by = stated.by;
  if (stated.at !== undefined) used.at = stated.at;
  const losers = stated.losers?.flatMap((loser) =>
    loser.source ? [{ value: loserOf(scale, loser), source: loser.source }] : [],
  );
  if (losers && losers.length > 0) used.losers = losers;
}

const unstated: Stated = { state: "unknown" };

function write(facts: Case, reading: Reading, subject: number): UsedFact {
  const { fact, id, level, hasSubjects, scale } = reading;
  const holder = subjectAt(facts, level, subject);
  const stated = holder.facts.get(fact) ?? unstated;
  const { state } = stated;
  const used: UsedFact = hasSubjects
    ? { fact: id, subject: holder.id, state }
    : { fact: id, state };
  writeState(used, scale, stated);
  writeProvenance(used, scale, stated);
  return used;
}

function useOf({ facts, written }: UsedFacts, reading: Reading, subject: number): UsedFact {
  const bySubject = written[levelNumber[reading.level]];
  invariant(bySubject, `facts are written by level: ${reading.level}`);
  const sheet = (bySubject[subject] ??= []);
  return (sheet[reading.fact] ??= write(facts, reading, subject));
}

/**
 * The variables that a rule reads for a subject: of a lower level, those of every subject there.
 */
export function readsOf(rule: RuleIr, subject: number, { edition, facts }: UsedFacts): Variable[] {
  return rule.reads.flatMap((fact): Variable[] => {
    const { level } = factAt(edition, fact);
    if (level === rule.level) return [{ fact, level, subject }];
    return facts.subjects[level].map((_, index) => ({ fact, level, subject: index }));
  });
}

/** Every fact that a rule reads for a subject, as it entered the verdict. */
export function useAll(all: UsedFacts, index: number, subject: number): UsedFact[] {
  const used: UsedFact[] = [];
  const own = all.edition.program.rules[index]?.level;
  for (const reading of all.readings[index] ?? []) {
    if (reading.level === own) {
      used.push(useOf(all, reading, subject));
      continue;
    }
    const { length } = all.facts.subjects[reading.level];
    for (let other = 0; other < length; other++) used.push(useOf(all, reading, other));
  }
  return used;
}
