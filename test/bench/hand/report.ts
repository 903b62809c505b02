import {
  engineVersion,
  isListed,
  type Level,
  type Program,
  type Report,
  type RuleVerdict,
  type UsedFact,
} from "../../../src/rules/index.ts";
import type { PlainSubject, Project } from "../cases.ts";
import { nameOf } from "../figures.ts";
import { asOf } from "../pack.ts";
import type { At } from "./javascript.ts";
import { handRule } from "./rules.ts";
import { summerByHand } from "./sums.ts";
import { giveWay, tell, type Look, type Told } from "./tell.ts";

type Known = { readonly id: string; readonly name: string };

const isPiece = (level: Level): boolean => isListed(level);

function useOf({ id, name }: Known, subject: PlainSubject, level: Level): UsedFact {
  const value = subject.facts[name];
  return isPiece(level)
    ? { fact: id, subject: subject.id, state: "known", value }
    : { fact: id, state: "known", value };
}

type Looks = Readonly<Record<string, readonly Look[]>>;

function usedBy({ rule, look }: Told, looks: Looks): UsedFact[] {
  const used: UsedFact[] = [];
  for (const { level, place } of rule.reads) {
    if (level === rule.level) used.push(look.used[place]!);
    else pushAll(looks[level]!, place, used);
  }
  return used;
}

function pushAll(looks: readonly Look[], place: number, into: UsedFact[]): void {
  for (const { used } of looks) into.push(used[place]!);
}

function verdictOf(told: Told, looks: Looks): RuleVerdict {
  const { rule, look, condition, verdict, effects } = told;
  const used = usedBy(told, looks);
  const because = rule.because && verdict !== "does_not_apply" ? rule.because(look.at) : undefined;
  const { head } = rule;
  const line: RuleVerdict = {
    rule: head.rule,
    measure: head.measure,
    title: head.title,
    addressee: head.addressee,
    subject: look.id,
    standing: head.standing,
    in_force: head.in_force,
    condition,
    verdict,
    effects,
    missing: told.missing.slice(),
    reasons: told.reasons.slice(),
    used,
    cite: head.cite,
  };
  if (because) line.because = because;
  if (rule.isUnverified) line.unverified = true;
  return line;
}

/** One level, and the facts that it has. */
type Sight = { readonly level: Level; readonly facts: readonly Known[] };

/** Everything of a project that rules look at, each fact written down once. */
function lookerAt(program: Program): (project: Project) => Looks {
  const levels = [...new Set(program.facts.map(({ level }) => level))];
  const sights = levels.map((level): Sight => {
    const facts = program.facts.filter((fact) => fact.level === level);
    return { level, facts: facts.map((fact) => ({ id: fact.id, name: nameOf(fact) })) };
  });
  return ({ plain }) => {
    const first: Record<string, At[string]> = {};
    for (const level of levels) first[level] = plain[level]?.[0]?.facts ?? {};
    const looks: Record<string, readonly Look[]> = {};
    for (const sight of sights) looks[sight.level] = looksAt(sight, plain[sight.level]!, first);
    return looks;
  };
}

function looksAt({ level, facts }: Sight, subjects: readonly PlainSubject[], first: At): Look[] {
  const hasMany = isPiece(level);
  return subjects.map((subject, number) => ({
    id: subject.id,
    number,
    at: hasMany ? { ...first, [level]: subject.facts } : first,
    used: facts.map((fact) => useOf(fact, subject, level)),
  }));
}

/**
 * The whole report of a project of which every fact is known, by a loop as one writes it by hand:
 * conditions and figures in plain JavaScript over plain objects, and all that is constant written
 * down once. It knows nothing of ranges and completions: with all facts known there are none.
 */
export function reporterByHand(program: Program): (project: Project) => Report {
  const rules = program.rules.map((rule, index) => handRule(program, rule, index));
  const sum = summerByHand(program);
  const looksOf = lookerAt(program);
  return (project) => {
    const looks = looksOf(project);
    const told = rules.map((rule) => looks[rule.level]!.map((look) => tell(rule, look)));
    giveWay(rules, told);
    const { combinations, totals } = sum(told);
    return {
      pack: program.pack,
      encoding: program.encoding,
      engine: engineVersion,
      asOf,
      case: project.facts.id,
      synthetic: project.facts.synthetic,
      verdicts: told.flat().map((one) => verdictOf(one, looks)),
      combinations,
      totals,
      next: null,
    };
  };
}
