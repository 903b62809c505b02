import type { Case } from "../case/model.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import type { Program } from "../ir.ts";
import { fillBecause } from "./because.ts";
import { combine } from "./combining.ts";
import { contributions } from "./contributions.ts";
import { decide, type Decided } from "./decided.ts";
import { editionOn, type Edition } from "./edition.ts";
import { effectLine } from "./lines.ts";
import { openGenerated } from "./generated.ts";
import { giveWay, overridersOf } from "./overriding.ts";
import { openClosures } from "./closures-session.ts";
import { openReference } from "./reference-session.ts";
import { subjectAt } from "./scope.ts";
import type { OpenSession } from "./session.ts";
import { totals } from "./totals.ts";
import { formOf, useAll, usedFacts, type UsedFacts } from "./used.ts";

/**
 * Counts up whenever an answer could come out otherwise: stored evaluations name the one that made
 * them.
 */
export const engineVersion = "1";

/** All three give the same answer; `generated` makes code, and is for published packs only. */
export type EngineName = "closures" | "generated" | "reference";

export type EvaluateOptions = {
  /** The law date, "YYYY-MM-DD". */
  readonly asOf: string;
  readonly engine?: EngineName;
};

const engines: Record<EngineName, OpenSession> = {
  reference: openReference,
  closures: openClosures,
  generated: openGenerated,
};

type Wanted = (rule: number) => boolean;
type Deciding = Writing & { readonly byRule: readonly (readonly Decided[])[] };

/** Decides the wanted rules for every subject of a case, and lets them give way to one another. */
function decideRules(
  program: Program,
  facts: Case,
  { asOf, engine = "closures", isWanted }: EvaluateOptions & { isWanted: Wanted },
): Deciding {
  const edition = editionOn(program, asOf);
  const used = usedFacts(edition, facts);
  const session = engines[engine](edition, facts);
  const deciding = { edition, facts, session, used, asOf };
  const byRule = program.rules.map((rule, index): Decided[] =>
    isWanted(index)
      ? facts.subjects[rule.level].map((_, subject) => decide(deciding, index, subject))
      : [],
  );
  giveWay(program, byRule);
  return { edition, facts, used, byRule };
}

/** Answers one rule for one subject as the whole report does; undefined where either is missing. */
export function evaluateRule(
  program: Program,
  facts: Case,
  { rule, subject, ...options }: EvaluateOptions & { rule: string; subject: string },
): RuleVerdict | undefined {
  const index = program.ruleById.get(rule);
  if (index === undefined) return undefined;
  const rivals = overridersOf(program, index);
  const isWanted = (other: number) => other === index || rivals.has(other);
  const deciding = decideRules(program, facts, { ...options, isWanted });
  const found = deciding.byRule[index]?.find(
    (one) => subjectAt(facts, one.rule.level, one.subject).id === subject,
  );
  return found && verdictOf(found, deciding);
}

/**
 * Answers the named rules, for every subject of a case, as the whole report does: in the order of
 * the program. A name that no rule bears is left out.
 */
export function evaluateRules(
  program: Program,
  facts: Case,
  { rules, ...options }: EvaluateOptions & { readonly rules: ReadonlySet<string> },
): RuleVerdict[] {
  const named = [...rules].flatMap((id) => program.ruleById.get(id) ?? []);
  const told = new Set(named);
  const wanted = new Set(named.flatMap((index) => [index, ...overridersOf(program, index)]));
  const isWanted = (index: number) => wanted.has(index);
  const deciding = decideRules(program, facts, { ...options, isWanted });
  return deciding.byRule
    .flatMap((decided, index) => (told.has(index) ? decided : []))
    .map((one) => verdictOf(one, deciding));
}

/**
 * Answers every rule of a program for every subject of a case. Throws where the law date is no day
 * of the calendar; amounts are in the unit of their effect.
 */
export function evaluate(program: Program, facts: Case, options: EvaluateOptions): Report {
  const { asOf } = options;
  const deciding = decideRules(program, facts, { ...options, isWanted: () => true });
  const { edition, byRule } = deciding;
  const decided = byRule.flat();
  const combining = { edition, facts, byRule, contributions: contributions(decided) };
  return {
    pack: program.pack,
    encoding: program.encoding,
    engine: engineVersion,
    asOf,
    case: facts.id,
    synthetic: facts.synthetic,
    verdicts: decided.map((one) => verdictOf(one, deciding)),
    combinations: combine(combining),
    totals: totals(combining),
    next: null,
  };
}

type Writing = { readonly edition: Edition; readonly facts: Case; readonly used: UsedFacts };

/** Written without spreading: of a report nothing is made as often as this. */
function verdictOf(decided: Decided, writing: Writing): RuleVerdict {
  const { rule, subject, verdict, condition } = decided;
  const { id, measure, title, addressee, standing } = rule;
  const line: RuleVerdict = {
    rule: id,
    measure,
    title,
    addressee,
    subject: subjectAt(writing.facts, rule.level, subject).id,
    standing,
    in_force: decided.inForce,
    condition,
    verdict,
    effects: decided.effects.map(lineOf),
    missing: decided.missing,
    reasons: decided.reasons,
    used: useAll(writing.used, decided.index, subject),
    cite: formOf(writing.used, decided.index).cite,
  };
  if (rule.unverified) line.unverified = true;
  const because = verdict === "does_not_apply" ? undefined : becauseOf(decided, writing);
  if (because) line.because = because;
  return line;
}

const lineOf = ({ effect, raw }: Decided["effects"][number]) => effectLine(effect, raw);

const becauseOf = ({ rule, subject }: Decided, { edition, facts }: Writing) =>
  rule.because && fillBecause(rule, { edition, facts, subject });
