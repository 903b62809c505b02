import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Case } from "../case/model.ts";
import { editionOn } from "../evaluate/edition.ts";
import { truthOf } from "../evaluate/outcome.ts";
import { prove } from "../evaluate/reference.ts";
import { factAt, scopeOf, stateIn, variableKey, within } from "../evaluate/scope.ts";
import type { Scope, Variable } from "../evaluate/scope.ts";
import type { BoundIr, Comparison, Node, Program, RuleIr } from "../ir.ts";
import { comparisonsIn, figuresIn, proveAt, reachOf } from "../explain/change/flip-compare.ts";
import { ruleNamed } from "../explain/sentence.ts";
import { comparison, factNode } from "../explain/change/gaps.ts";
import type { Candidate } from "./candidate.ts";
import { readsFact } from "./reading.ts";

/** A figure at which something turns: from it on, another answer holds than below. */
export type Turning = {
  /** The first whole quantum (or day) of the new answer. */
  readonly at: number;
  readonly below: Bilingual | undefined;
  readonly from: Bilingual | undefined;
};

type Compare = Extract<Node, { op: "compare" }>;
type Question = {
  readonly node: Compare;
  readonly bound: BoundIr | undefined;
  readonly scope: Scope;
};

/** More figures than this tell nobody anything. */
const turningsMax = 8;

/** The figures of a fact at which the rules that wait for it turn, by working their comparisons. */
export function turningsOf(
  program: Program,
  { facts, asOf }: { readonly facts: Case; readonly asOf: string },
  { variable, fact, waiting }: Candidate,
): readonly Turning[] {
  const edition = editionOn(program, asOf);
  const turnings = waiting.flatMap(({ rule: id, subject: name }) => {
    const rule = ruleNamed(program, id);
    const subject = facts.subjects[rule.level].findIndex((one) => one.id === name);
    const scope = scopeOf(edition, facts, { level: rule.level, subject: Math.max(0, subject) });
    return comparisonsOf(rule, scope)
      .filter(({ node }) => readsFact(node, variable.fact))
      .flatMap((question) => turns(question, variable));
  });
  const found = new Map(turnings.reverse().map((turning) => [turning.at, turning]));
  const { min, max } = reachOf(fact, { state: "unknown" });
  return [...found.values()]
    .filter(({ at }) => at > min && at <= max)
    .sort((a, b) => a.at - b.at)
    .slice(0, turningsMax);
}

/**
 * The comparisons of a rule: those of its condition, and what is given or wanted against each
 * bound.
 */
function comparisonsOf(rule: RuleIr, scope: Scope): readonly Question[] {
  const inside = rule.condition ? comparisonsIn(prove(rule.condition, scope), scope) : [];
  const bounds = rule.effects.flatMap((effect) => {
    const wish = effect.wish === undefined ? [] : [factNode(effect.wish, scope)];
    const sides = [...(effect.amount ? [effect.amount] : []), ...wish];
    return effect.bounds.flatMap((bound) =>
      sides.map((side) => ({ node: comparison(side, bound.direction, bound.limit), bound, scope })),
    );
  });
  return [
    ...inside.map(({ node, scope: at }) => ({ node, bound: undefined, scope: at })),
    ...bounds.flatMap(({ node, ...rest }) => (node.op === "compare" ? [{ node, ...rest }] : [])),
  ];
}

/** An equality turns twice: where the figure is reached, and just beyond it. */
const sides: Partial<Record<Comparison, readonly Comparison[]>> = {
  "=": [">=", ">"],
  "!=": [">=", ">"],
};

/**
 * Where a comparison turns, going up from the least that the fact can be. Where another figure in
 * it is unknown it turns nowhere yet: only the ends of domains would speak.
 */
function turns(question: Question, variable: Variable): readonly Turning[] {
  return isDecidedBy(variable, question) ? everyTurn(question, variable) : [];
}

function everyTurn({ node, scope, bound }: Question, variable: Variable): readonly Turning[] {
  const comparisons = sides[node.comparison] ?? [node.comparison];
  return comparisons.flatMap((comparison) =>
    turningsIn({ node: { ...node, comparison }, bound, scope }, variable),
  );
}

/** The quanta, or days, from which a comparison comes out otherwise with the rest as it is. */
export const crossingsOf = ({ variable, ...asked }: Crossed): readonly number[] =>
  everyTurn({ ...asked, bound: undefined }, variable).map(({ at }) => at);

type Crossed = Omit<Question, "bound"> & { readonly variable: Variable };

function isDecidedBy(variable: Variable, { node, scope }: Question): boolean {
  const key = variableKey(variable);
  return figuresIn(prove(node, scope), scope).every((one) => {
    const { state } = stateIn(within(scope, one.level, one.subject), one.fact);
    return variableKey(one) === key || state === "known";
  });
}

/** From yes to no a figure that the law leaves open may stand between. */
const changesMax = 2;

function turningsIn({ node, bound, scope }: Question, variable: Variable): readonly Turning[] {
  const { min, max } = reachOf(factAt(scope.edition, variable.fact), { state: "unknown" });
  const truthAt = (quanta: number) => truthOf(proveAt({ node, scope, variable }, quanta));
  const found: Turning[] = [];
  let [last, truth] = [min, truthAt(min)];
  while (found.length < changesMax) {
    const at = firstOther(last, max, (quanta) => truthAt(quanta) !== truth);
    if (at === undefined) return found;
    const next = truthAt(at);
    found.push({ at, below: saidOf(bound, truth), from: saidOf(bound, next) });
    [last, truth] = [at, next];
  }
  return found;
}

function firstOther(min: number, max: number, isOther: (q: number) => boolean): number | undefined {
  let [last, step] = [min, 1];
  while (last < max) {
    const next = max - last <= step ? max : last + step;
    if (isOther(next)) return between(last, next, isOther);
    [last, step] = [next, step * 2];
  }
  return undefined;
}

function between(same: number, other: number, isOther: (q: number) => boolean): number {
  let [low, high] = [same, other];
  while (high - low > 1) {
    const middle = low + Math.trunc((high - low) / 2);
    if (isOther(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function saidOf(bound: BoundIr | undefined, truth: string): Bilingual | undefined {
  if (!bound || (truth !== "T" && truth !== "F")) return undefined;
  const isCap = bound.direction === "at_most";
  const name =
    bound.title ?? (isCap ? bilingual("上限", "the cap") : bilingual("下限", "the floor"));
  return truth === "T"
    ? bilingual(`不受“${name.zh}”限制`, `not limited by "${name.en}"`)
    : bilingual(`受“${name.zh}”限制`, `limited by "${name.en}"`);
}
