import { invariant } from "../../base/invariant.ts";
import type { Case, FactState, Stated } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { RuleVerdict, UsedFact } from "../contract/report.ts";
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
  readonly levelAt: number;
  /** Whether it is of the level over whose subjects the rule runs. */
  readonly isOwn: boolean;
  /** Among the facts of its level. */
  readonly place: number;
  readonly hasSubjects: boolean;
  readonly scale: Scale;
};

/** What a report says of a rule in every case. */
type RuleForm = {
  readonly cite: RuleVerdict["cite"];
  readonly reads: readonly Reading[];
  /** Of each fact that it reads, it sees one subject only. */
  readonly seesOne: boolean;
};

/**
 * The facts of one case as reports show them: each is written once and shared by the rules that
 * read it.
 */
export type UsedFacts = {
  readonly edition: Edition;
  readonly facts: Case;
  /** By index into Program.rules. */
  readonly forms: readonly RuleForm[];
  /** By level number, subject and place of the fact. */
  readonly written: readonly (UsedFact | undefined)[][][];
};

export const usedFacts = (edition: Edition, facts: Case): UsedFacts => ({
  edition,
  facts,
  forms: formsIn(edition),
  written: levels.map((level) => facts.subjects[level].map(() => [])),
});

const forms = new WeakMap<Program, readonly RuleForm[]>();

function formsIn(edition: Edition): readonly RuleForm[] {
  const { program } = edition;
  const known = forms.get(program);
  if (known) return known;
  const made = program.rules.map((rule): RuleForm => {
    const reads = rule.reads.map((fact) => readingOf(edition, fact, rule));
    const { document, item } = rule.cite;
    const seesOne = reads.every(({ isOwn, hasSubjects }) => isOwn || !hasSubjects);
    return { cite: { document, item }, reads, seesOne };
  });
  forms.set(program, made);
  return made;
}

function readingOf(edition: Edition, fact: number, rule: RuleIr): Reading {
  const found = factAt(edition, fact);
  const { id, level } = found;
  const place = edition.program.facts.filter((one) => one.level === level).indexOf(found);
  const [levelAt, isOwn] = [levelNumber[level], level === rule.level];
  const scale = factScale(found);
  return { fact, id, level, levelAt, isOwn, place, hasSubjects: isListed(level), scale };
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

type Head = Pick<UsedFact, "fact" | "subject">;
type Unknown = Exclude<Stated, { readonly state: "known" }>;

function stateOf(head: Head, scale: Scale, stated: Unknown): UsedFact {
  const { state } = stated;
  switch (state) {
    case "estimate":
      return { ...head, state, min: scale(stated.min), max: scale(stated.max) };
    case "not_applicable":
      return { ...head, state, reason: stated.reason };
    case "unknown":
      return { ...head, state };
  }
}

function write(facts: Case, reading: Reading, subject: number): UsedFact {
  const { fact, id, level, hasSubjects, scale } = reading;
  const holder = subjectAt(facts, level, subject);
  const stated = holder.facts.get(fact) ?? unstated;
  const used =
    stated.state === "known"
      ? known(reading, holder.id, inUnit(scale, stated.value))
      : stateOf(hasSubjects ? { fact: id, subject: holder.id } : { fact: id }, scale, stated);
  writeProvenance(used, scale, stated);
  return used;
}

/** Most facts are known. */
const known = ({ id, hasSubjects }: Reading, subject: string, value: unknown): UsedFact =>
  hasSubjects ? { fact: id, subject, state: "known", value } : { fact: id, state: "known", value };

function useOf({ facts, written }: UsedFacts, reading: Reading, subject: number): UsedFact {
  const bySubject = written[reading.levelAt];
  if (!bySubject) invariant(bySubject, `facts are written by level: ${reading.level}`);
  const sheet = (bySubject[subject] ??= []);
  return (sheet[reading.place] ??= write(facts, reading, subject));
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
  const { reads, seesOne } = formOf(all, index);
  if (seesOne) return reads.map((one) => useOf(all, one, one.isOwn ? subject : 0));
  return reads.flatMap((one) =>
    one.isOwn
      ? [useOf(all, one, subject)]
      : all.facts.subjects[one.level].map((_, other) => useOf(all, one, other)),
  );
}

export function formOf({ forms }: UsedFacts, index: number): RuleForm {
  const form = forms[index];
  if (!form) invariant(form, `rule ${index} is in the program`);
  return form;
}
