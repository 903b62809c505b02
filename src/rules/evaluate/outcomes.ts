import type { Case } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { Node, Program } from "../ir.ts";
import { editionOn, type Edition } from "./edition.ts";
import { proveRule, type RuleOutcomes } from "./reference-session.ts";
import { prove } from "./reference.ts";
import { scopeOf } from "./scope.ts";
import type { Value } from "./value.ts";

export type RuleAt = {
  /** Full ids: of the rule, and of the subject that it speaks to. */
  readonly rule: string;
  readonly subject: string;
  readonly asOf: string;
};

/**
 * What every part of a rule came to for one subject: trees that run parallel to the rule's own, as
 * explanations show them. Undefined where the program has no such rule or the case no such subject.
 */
export function outcomes(program: Program, facts: Case, at: RuleAt): RuleOutcomes | undefined {
  const rule = program.rules[program.ruleById.get(at.rule) ?? -1];
  if (!rule) return undefined;
  const subject = facts.subjects[rule.level].findIndex((one) => one.id === at.subject);
  if (subject < 0) return undefined;
  return proveRule(
    rule,
    scopeOf(editionOn(program, at.asOf), facts, { level: rule.level, subject }),
  );
}

const nobody: Case = {
  id: "",
  synthetic: false,
  subjects: Object.fromEntries(levels.map((level) => [level, []])) as unknown as Record<Level, []>,
  stated: Object.fromEntries(levels.map((level) => [level, true])) as Record<Level, boolean>,
};

const lawless: Edition = {
  program: {
    pack: "",
    version: "",
    encoding: "",
    zone: "UTC",
    facts: [],
    factById: new Map(),
    groups: new Map(),
    parameters: [],
    registers: [],
    rules: [],
    ruleById: new Map(),
    order: [],
    combinations: [],
    measures: new Map(),
    terms: new Map(),
  },
  figures: [],
  stands: [],
};

/**
 * The value of an expression that reads no fact, no figure and no list: exact, so 0.55 − 0.10 =
 * 0.45.
 */
export const evaluateConstant = (node: Node): Value =>
  prove(node, scopeOf(lawless, nobody, { level: "project", subject: 0 })).value;
