import { readCase } from "../case/read.ts";
import type { Case } from "../case/model.ts";
import type { RuleVerdict } from "../contract/report.ts";
import { editionOn } from "../evaluate/edition.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { truthOf, type Outcome } from "../evaluate/outcome.ts";
import { prove } from "../evaluate/reference.ts";
import { scopeOf } from "../evaluate/scope.ts";
import { every, not, some, type Truth } from "../evaluate/truth.ts";
import { excerptOf } from "../explain/excerpt.ts";
import type { Program, RuleIr } from "../ir.ts";
import { branchesOf, branchKey, type Branch } from "./branches.ts";
import { dayOf, expectedRules, isNamed, placedCases, ruleNamed, type Placed } from "./trial.ts";

/** How many branches there are, how many a case reaches, and their quotient from 0 to 1. */
export type Coverage = {
  readonly total: number;
  readonly reached: number;
  readonly ratio: number;
  readonly unreached: readonly Branch[];
};

/** Which branches the cases of a pack reach; a case reaches the rules that it expects. */
export function coverage(program: Program): Coverage {
  const reached = new Set<string>();
  for (const placed of placedCases(program)) {
    for (const answered of answersOf(program, placed)) reach(program, answered, reached);
  }
  const branches = branchesOf(program);
  const unreached = branches.filter((branch) => !reached.has(branchKey(branch)));
  const count = branches.length - unreached.length;
  const ratio = branches.length === 0 ? 1 : count / branches.length;
  return { total: branches.length, reached: count, ratio, unreached };
}

export type Answered = {
  readonly facts: Case;
  readonly asOf: string;
  readonly verdict: RuleVerdict;
};

/** The verdicts that a case expects, on its day; facts that are refused show where cases run. */
export function answersOf(program: Program, placed: Placed): readonly Answered[] {
  const { measure, policyCase } = placed;
  const read = readCase(program, policyCase.facts);
  if (!read.ok) return [];
  const [facts, asOf] = [read.value, dayOf(program, placed)];
  const { verdicts } = evaluate(excerptOf(program, expectedRules(placed)), facts, { asOf });
  const named = Object.keys(policyCase.expect).map((name) => ruleNamed(measure.id, name));
  return verdicts
    .filter((verdict) => named.some((name) => isNamed(verdict, name)))
    .map((verdict) => ({ facts, asOf, verdict }));
}

function reach(program: Program, answered: Answered, reached: Set<string>): void {
  const { verdict } = answered;
  const rule = program.rules[program.ruleById.get(verdict.rule) ?? -1];
  if (!rule) return;
  const mark = (kind: Branch["kind"], id: string, side: string) =>
    reached.add(branchKey({ rule: rule.id, kind, id, side }));
  mark("condition", "", verdict.condition);
  for (const { index, truth } of decisiveAtoms(program, rule, answered)) {
    mark("atom", String(index), truth);
  }
  for (const effect of verdict.effects) {
    for (const { id, answer } of effect.bounds ?? []) mark("bound", id, answer);
    if (effect.binding !== undefined) mark("bound", effect.binding, "binds");
    if (verdict.condition !== "met") continue;
    for (const { id } of effect.requires ?? []) mark("requirement", id, "reached");
  }
}

type Atom = { readonly index: number; readonly truth: "T" | "F" };

/** The atoms whose answer decided: had it been the other, the condition would differ. */
function decisiveAtoms(program: Program, rule: RuleIr, answered: Answered): readonly Atom[] {
  const { facts, asOf, verdict } = answered;
  if (!rule.condition) return [];
  const subject = facts.subjects[rule.level].findIndex(({ id }) => id === verdict.subject);
  const scope = scopeOf(editionOn(program, asOf), facts, { level: rule.level, subject });
  const proof = prove(rule.condition, scope);
  const atoms = atomsIn(proof);
  const whole = truthWith(proof, undefined);
  return atoms.flatMap((atom, index) => {
    const truth = truthOf(atom);
    if (truth !== "T" && truth !== "F") return [];
    return truthWith(proof, atom) === whole ? [] : [{ index, truth }];
  });
}

function atomsIn(outcome: Outcome): readonly Outcome[] {
  const { op } = outcome.node;
  return op === "and" || op === "or" || op === "not" ? outcome.parts.flatMap(atomsIn) : [outcome];
}

/** What a condition comes to with one atom turned around. */
function truthWith(outcome: Outcome, turned: Outcome | undefined): Truth {
  if (outcome === turned) return not(truthOf(outcome));
  const { op } = outcome.node;
  const parts = () => outcome.parts.map((part) => truthWith(part, turned));
  if (op === "and") return every(parts());
  if (op === "or") return some(parts());
  return op === "not" ? not(parts()[0] ?? "U") : truthOf(outcome);
}
