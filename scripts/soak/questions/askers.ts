import { isListed, stateOf, type Case } from "../../../src/rules/case/model.ts";
import { readsOf, usedFacts } from "../../../src/rules/evaluate/used.ts";
import { editionOn } from "../../../src/rules/evaluate/edition.ts";
import { evaluate } from "../../../src/rules/evaluate/evaluate.ts";
import { variableKey, type Variable } from "../../../src/rules/evaluate/scope.ts";
import type { Program } from "../../../src/rules/ir.ts";
import type { Asking } from "../../../src/rules/ask/answers.ts";
import { isAskable } from "../../../src/rules/ask/candidate.ts";
import type { Asker } from "../../../src/rules/ask/interview.ts";
import { ranked } from "../../../src/rules/ask/question.ts";

/** Asks what shortens the way to all open verdicts most. */
export const bestAsker: Asker = (asking) => ranked(asking, { asOf: asking.asOf })[0]?.variable;

/** Which facts an asker by mention leaves out, having been told ever more of the case. */
export type Mention = "every" | "read" | "open";

/**
 * Asks the fact that most rules of the pack mention: of every fact that nobody has stated, of those
 * that an open rule reads, or of those that could still matter.
 */
export function byMention(program: Program, mention: Mention): Asker {
  const count = program.facts.map(
    (_, fact) => program.rules.filter(({ reads }) => reads.includes(fact)).length,
  );
  return (asking, open) => {
    const among = { every: unstated, read: readByOpen, open: () => open.map(variableOf) }[mention];
    const [first] = [...among(asking)].sort(
      (a, b) =>
        (count[b.fact] ?? 0) - (count[a.fact] ?? 0) || a.fact - b.fact || a.subject - b.subject,
    );
    return first;
  };
}

const variableOf = ({ variable }: { readonly variable: Variable }): Variable => variable;

/** The facts that somebody could be asked and nobody has stated. */
function unstated({ program, facts }: Asking): readonly Variable[] {
  return program.facts.flatMap((fact, index) => {
    if (!isAskable(fact)) return [];
    return facts.subjects[fact.level].flatMap((subject, at): Variable[] => {
      const { state } = stateOf(subject, index);
      const isOpen = state === "unknown" || state === "estimate";
      return isOpen ? [{ fact: index, level: fact.level, subject: at }] : [];
    });
  });
}

/** Of these, what a rule reads that is still open, whether or not it could matter to it. */
function readByOpen(asking: Asking): readonly Variable[] {
  const { program, facts, asOf } = asking;
  const used = usedFacts(editionOn(program, asOf), facts);
  const read = new Set<string>();
  for (const { rule: id, subject, verdict } of evaluate(program, facts, { asOf }).verdicts) {
    const rule = program.rules[program.ruleById.get(id) ?? -1];
    if (!rule || verdict !== "undecided") continue;
    const at = placeOf(facts, rule.level, subject);
    for (const variable of readsOf(rule, at, used)) read.add(variableKey(variable));
  }
  return unstated(asking).filter((variable) => read.has(variableKey(variable)));
}

const placeOf = (facts: Case, level: Variable["level"], id: string): number =>
  isListed(level) ? facts.subjects[level].findIndex((subject) => subject.id === id) : 0;
