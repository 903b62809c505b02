import { factAt } from "../../case/dictionary.ts";
import { prove } from "../../evaluate/reference.ts";
import { variableKey } from "../../evaluate/scope.ts";
import { knownOf, quantaOf, reachOf } from "./flip-compare.ts";
import { plansFor } from "./flip.ts";
import { cheapest, isFixed, type Plan, type Step } from "./plan.ts";
import { fewest, type Quest } from "./search.ts";

/** So many other ways are told beside the smallest. */
const toldMax = 2;

/**
 * The ways to what is wanted, the smallest first. The condition's own form suggests some; a search
 * finds whether fewer facts would do.
 */
export function waysTo(quest: Quest): readonly Plan[] {
  const { scope, node } = quest;
  const { program } = scope.edition;
  const suggested = plansFor({ outcome: prove(node, scope), scope, want: "T" })
    .filter((plan) => plan.length > 0 && quest.isDone(plan))
    .map((plan) => needed(plan, quest));
  const least = suggested.map(({ length }) => length);
  const searched = fewest(quest, Math.min(...least));
  const ways = apart(cheapest(program, [...suggested, ...searched]));
  return told(ways, quest).map((plan) => plan.map((step) => widened(step, plan, quest)));
}

/** A plan with nothing in it that is not needed. */
function needed(plan: Plan, { isDone }: Quest): Plan {
  return plan.reduce<Plan>((rest, step) => {
    const without = rest.filter((other) => other !== step);
    return without.length > 0 && isDone(without) ? without : rest;
  }, plan);
}

const keysOf = (plan: Plan): readonly string[] => plan.map(({ variable }) => variableKey(variable));

/** The first of the plans over the same facts, and none that only adds facts to another. */
function apart(plans: readonly Plan[]): readonly Plan[] {
  return plans.reduce<readonly Plan[]>((kept, plan) => {
    const keys = keysOf(plan);
    const isMore = kept.some((other) => keysOf(other).every((key) => keys.includes(key)));
    return isMore ? kept : [...kept, plan];
  }, []);
}

/** The smallest and a few others, among them one that leaves register and map as they are. */
function told(ways: readonly Plan[], { scope }: Quest): readonly Plan[] {
  const { program } = scope.edition;
  const free = ways.find((plan) => !plan.some((step) => isFixed(program, step)));
  const first = ways.slice(0, toldMax + 1);
  if (!free || first.includes(free)) return first;
  return [...ways.slice(0, toldMax), free];
}

/** A step with every other value of its fact that would do as well in its place. */
function widened(step: Step, plan: Plan, quest: Quest): Step {
  const does = (to: Step["to"]) =>
    quest.isDone(plan.map((other) => (other === step ? { ...step, to } : other)));
  const fact = factAt(quest.scope.edition.program, step.variable.fact);
  if (fact.type.kind === "enumeration") {
    return { ...step, options: fact.type.options.filter(does) };
  }
  const { direction } = step;
  if (direction === undefined || direction === "equals") return step;
  const { min, max } = reachOf(fact, { state: "unknown" });
  const [from, end] = [quantaOf(fact, step.to), direction === "at_least" ? max : min];
  if (from === end || does(knownOf(fact, end))) return step;
  const last = lastThat((quanta) => does(knownOf(fact, quanta)), from, end);
  if (last === from) return { ...step, direction: "equals" };
  return { ...step, until: knownOf(fact, last) };
}

/** Goes on from a value that does towards one that does not: the last that still does. */
function lastThat(does: (quanta: number) => boolean, from: number, end: number): number {
  const way = end > from ? 1 : -1;
  let [good, bad] = [from, end];
  for (let step = 1; Math.abs(end - good) > step && does(good + way * step); step *= 2) {
    good += way * step;
  }
  while (Math.abs(bad - good) > 1) {
    const middle = good + Math.trunc((bad - good) / 2);
    if (does(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
