import type { Case, FactState, Stated } from "../case/model.ts";
import type { UsedFact } from "../contract/report.ts";
import { isListed } from "../case/model.ts";
import type { FactIr, RuleIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { factScale } from "./figures.ts";
import { factAt, subjectAt, type Variable } from "./scope.ts";

/**
 * The facts of one case as reports show them: each is written once and shared by the rules that
 * read it.
 */
export type UsedFacts = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly written: Map<string, UsedFact>;
};

export const usedFacts = (edition: Edition, facts: Case): UsedFacts => ({
  edition,
  facts,
  written: new Map(),
});

const valueOf = (fact: FactIr, value: unknown): unknown =>
  typeof value === "number" ? factScale(fact)(value) : value;

function loserOf(fact: FactIr, state: FactState): unknown {
  switch (state.state) {
    case "known":
      return valueOf(fact, state.value);
    case "estimate":
      return { estimate: [valueOf(fact, state.min), valueOf(fact, state.max)] };
    case "not_applicable":
      return { not_applicable: state.reason };
    case "unknown":
      return { unknown: true };
  }
}

function stateOf(fact: FactIr, stated: Stated): Partial<UsedFact> {
  switch (stated.state) {
    case "known":
      return { value: valueOf(fact, stated.value) };
    case "estimate": {
      const scale = factScale(fact);
      return { min: scale(stated.min), max: scale(stated.max) };
    }
    case "not_applicable":
      return { reason: stated.reason };
    case "unknown":
      return {};
  }
}

function provenanceOf(fact: FactIr, stated: Stated): Partial<UsedFact> {
  const losers = stated.losers?.flatMap((loser) =>
    loser.source ? [{ value: loserOf(fact, loser), source: loser.source }] : [],
  );
  return {
    ...(stated.source && { source: stated.source }),
    ...(stated.by !== undefined && { by: stated.by }),
    ...(stated.at !== undefined && { at: stated.at }),
    ...(losers && losers.length > 0 && { losers }),
  };
}

function write({ edition, facts }: UsedFacts, { fact, level, subject }: Variable): UsedFact {
  const found = factAt(edition, fact);
  const holder = subjectAt(facts, level, subject);
  const stated = holder.facts.get(fact) ?? { state: "unknown" };
  return {
    fact: found.id,
    ...(isListed(level) && { subject: holder.id }),
    state: stated.state,
    ...stateOf(found, stated),
    ...provenanceOf(found, stated),
  };
}

function useOf(all: UsedFacts, variable: Variable): UsedFact {
  const key = `${variable.fact}@${variable.subject}`;
  const known = all.written.get(key);
  if (known) return known;
  const written = write(all, variable);
  all.written.set(key, written);
  return written;
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

/** Every fact that a rule reads, as it entered the verdict. */
export const useAll = (all: UsedFacts, variables: readonly Variable[]): UsedFact[] =>
  variables.map((variable) => useOf(all, variable));
