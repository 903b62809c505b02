import type { Known } from "../../case/model.ts";
import { truthOf, type Outcome } from "../../evaluate/outcome.ts";
import { prove } from "../../evaluate/reference.ts";
import {
  factAt,
  isUnlisted,
  stateIn,
  variableIn,
  variableKey,
  within,
} from "../../evaluate/scope.ts";
import type { Scope, Variable } from "../../evaluate/scope.ts";
import type { Node } from "../../ir.ts";
import type { Effort } from "./effort.ts";
import { knownOf, reachOf } from "./flip-compare.ts";
import { changed, released, type Plan } from "./plan.ts";
import type { Trial } from "./trial.ts";
import { valuesOf } from "./values.ts";

/** A condition to turn true, and the whole test that a change of facts has to pass. */
export type Quest = {
  readonly node: Node;
  readonly scope: Scope;
  readonly isDone: Trial;
  /** Whether what is unknown may stay unknown: it is enough that nothing rules the rule out. */
  readonly mayStayOpen: boolean;
  /** What one proof of the condition is charged at. */
  readonly work: number;
  /** What the search may still spend; shared by all that one answer looks for. */
  readonly effort: Effort;
};

/** More facts than these are not searched, nor more of them at once: the time is bounded. */
const variablesMax = 40;
const sizeMax = 6;

/** A fact that may prove to be otherwise yet, and what of that is furthest apart. */
type Doubt = { readonly variable: Variable; readonly extremes: readonly Known[] };

/** A quest, with what a change of facts has to do for whatever it proves to be. */
type Search = Quest & { readonly doubts: readonly Doubt[] };

/**
 * Every change of as few facts as will do, as long as they are fewer than some number: one fact is
 * tried, then two. A set of facts is passed over where the condition stays false with all of them
 * open: then no values of theirs would do.
 */
export function fewest(quest: Quest, than: number): readonly Plan[] {
  if (than <= 1) return [];
  const all = movable(quest);
  if (all.length > variablesMax || !isPossible(quest, { left: all, chosen: [] })) return [];
  const search: Search = { ...quest, doubts: doubtsOf(quest, all) };
  const needed = all.filter((one) => isNeeded(search, all, one));
  const others = all.filter((one) => !needed.includes(one));
  for (let count = Math.max(1, needed.length); count < Math.min(than, sizeMax); count++) {
    const plans = plansWith(search, needed, choices(others, count - needed.length));
    if (plans.length > 0 || quest.effort.left <= 0) return plans;
  }
  return [];
}

type Choices = Iterable<readonly Variable[]>;

/** The plans over what is needed and one choice of the others, as far as the effort goes. */
function plansWith(search: Search, needed: readonly Variable[], extras: Choices): readonly Plan[] {
  const plans: Plan[] = [];
  for (const extra of extras) {
    if (search.effort.left <= 0) return plans;
    const variables = [...needed, ...extra];
    if (!isRefuted(search, variables)) plans.push(...plansOver(search, variables));
  }
  return plans;
}

/**
 * Whether nothing would do without a fact: as it stands, or as what it may yet prove to be, it
 * holds the condition false whatever the others are.
 */
function isNeeded(search: Search, all: readonly Variable[], one: Variable): boolean {
  const left = all.filter((other) => other !== one);
  if (!isPossible(search, { left, chosen: [] })) return true;
  const extremes = search.doubts.find(({ variable }) => variable === one)?.extremes ?? [];
  return extremes.some(
    (to) => !isPossible(search, { left, chosen: [{ variable: one, to, quanta: 0 }] }),
  );
}

/** So many ways are tried in which the facts in doubt may prove to be. */
const mixes = 8;

/**
 * Whether the facts that would stay in doubt may prove to be such that no values of these would do:
 * a change has to do for whatever they are.
 */
function isRefuted(search: Search, variables: readonly Variable[]): boolean {
  const doubts = search.doubts.filter(({ variable }) => !variables.includes(variable));
  const mixed = (mix: number): Plan =>
    doubts.flatMap(({ variable, extremes }, at) => {
      const to = extremes[(mix >> (at % 3)) % extremes.length];
      return to === undefined ? [] : [{ variable, to, quanta: 0 }];
    });
  return (
    doubts.length > 0 &&
    Array.from({ length: mixes }).some(
      (_, mix) => !isPossible(search, { left: variables, chosen: mixed(mix) }),
    )
  );
}

/** Where a rule may stay open, nothing has to do for whatever a fact proves to be. */
function doubtsOf(quest: Quest, all: readonly Variable[]): readonly Doubt[] {
  if (quest.mayStayOpen) return [];
  return all
    .map((variable) => ({ variable, extremes: extremesOf(quest, variable) }))
    .filter(({ extremes }) => extremes.length > 0);
}

/** The values of an unknown fact that are furthest from each other. */
function extremesOf({ scope }: Quest, { fact: index, level, subject }: Variable): Known[] {
  const stated = stateIn(within(scope, level, subject), index);
  if (stated.state !== "unknown") return [];
  const fact = factAt(scope.edition, index);
  if (fact.type.kind === "boolean") return [false, true];
  if (fact.type.kind === "enumeration") return [...fact.type.options];
  if (fact.type.kind !== "number" && fact.type.kind !== "date") return [];
  const { min, max } = reachOf(fact, stated);
  return [knownOf(fact, min), knownOf(fact, max)];
}

/** Every choice of so many of a list. */
function* choices<T>(all: readonly T[], count: number): Generator<readonly T[]> {
  if (count === 0) return yield [];
  for (const [index, first] of all.entries()) {
    for (const rest of choices(all.slice(index + 1), count - 1)) yield [first, ...rest];
  }
}

type Stage = { readonly left: readonly Variable[]; readonly chosen: Plan };

const scopeAt = ({ scope }: Quest, { left, chosen }: Stage): Scope => ({
  ...scope,
  facts: released(changed(scope.facts, chosen), left),
});

function isPossible(quest: Quest, stage: Stage): boolean {
  quest.effort.left -= quest.work;
  const truth = truthOf(prove(quest.node, scopeAt(quest, stage)));
  return truth === "T" || truth === "U";
}

/** Both orders are tried: what the first fact leaves to do differs. */
function plansOver(quest: Quest, variables: readonly Variable[]): readonly Plan[] {
  const plans = assign(quest, { left: variables, chosen: [] });
  return variables.length < 2
    ? plans
    : [...plans, ...assign(quest, { left: [...variables].reverse(), chosen: [] })];
}

function assign(quest: Quest, stage: Stage): readonly Plan[] {
  if (quest.effort.left <= 0 || !isPossible(quest, stage)) return [];
  const [variable, ...left] = stage.left;
  if (!variable) return quest.isDone(stage.chosen) ? [stage.chosen] : [];
  const scope = scopeAt(quest, { left, chosen: stage.chosen });
  return valuesOf({ ...quest, scope, variable, left }).flatMap((step) =>
    assign(quest, { left, chosen: [...stage.chosen, step] }),
  );
}

/** The facts that a condition reads, each once for each subject that the case lists. */
function movable({ node, scope }: Quest): readonly Variable[] {
  const found = new Map<string, Variable>();
  const walk = ({ node: inner, parts, about }: Outcome, at: Scope): void => {
    if (about && isUnlisted(at.facts, about.level)) return;
    const here = about ? within(at, about.level, about.subject) : at;
    if (inner.op === "fact") {
      const variable = variableIn(here, inner.fact);
      found.set(variableKey(variable), variable);
    }
    for (const part of parts) walk(part, here);
  };
  walk(prove(node, scope), scope);
  return [...found.values()];
}
