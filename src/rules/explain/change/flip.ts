import { factAt } from "../../case/dictionary.ts";
import type { Known } from "../../case/model.ts";
import { isArithmetic, isLeaf } from "../../evaluate/kinds.ts";
import { truthOf, type Outcome } from "../../evaluate/outcome.ts";
import { stateIn, variableIn, within, type Scope } from "../../evaluate/scope.ts";
import type { Node } from "../../ir.ts";
import { comparePlans } from "./flip-compare.ts";
import { both, cheapest, type Plan, type Step } from "./plan.ts";

/** A part of a condition, proved, and what it should come to. */
export type Wanted = { readonly outcome: Outcome; readonly scope: Scope; readonly want: "T" | "F" };

const reversed = { T: "F", F: "T" } as const;

/** The cheapest changes of facts that bring a part of a condition to what is wanted. */
export function plansFor(wanted: Wanted): readonly Plan[] {
  const { outcome, scope, want } = wanted;
  if (truthOf(outcome) === want) return [[]];
  return cheapest(scope.edition.program, plansOf(wanted));
}

function plansOf(wanted: Wanted): readonly Plan[] {
  const { outcome, scope, want } = wanted;
  const { node, parts } = outcome;
  const [first] = parts;
  if (isArithmetic(node)) return [];
  if (isLeaf(node)) {
    return node.op === "fact" ? [[stepTo(node.fact, scope, { to: want === "T" })]] : [];
  }
  switch (node.op) {
    case "and":
    case "or":
      return groupPlans(wanted);
    case "not":
      return first ? plansFor({ outcome: first, scope, want: reversed[want] }) : [];
    case "compare":
      return comparing(wanted);
    case "among":
      return wordPlans(node.arg, scope, { options: node.options, isIn: want === "T" });
    case "listed":
      return listedPlans(wanted);
    case "spelled":
      // What another text should be nobody can say.
      return [];
    case "holds":
      return memberPlans(wanted);
    case "if":
      return choicePlans(wanted);
    case "aggregate":
      return aggregatePlans(wanted);
  }
}

/** Every part that fails has to turn, or any one of them. */
function groupPlans({ outcome: { node, parts }, scope, want }: Wanted): readonly Plan[] {
  const all = parts.map((part) => ({ outcome: part, scope, want }));
  return (node.op === "and") === (want === "T") ? allOf(all, scope) : all.flatMap(plansFor);
}

function allOf(all: readonly Wanted[], scope: Scope): readonly Plan[] {
  let plans: readonly Plan[] = [[]];
  for (const wanted of all) {
    const more = plansFor(wanted);
    const joint = plans.flatMap((plan) => more.flatMap((other) => jointly(plan, other)));
    plans = cheapest(scope.edition.program, joint);
  }
  return plans;
}

function jointly(a: Plan, b: Plan): readonly Plan[] {
  const joint = both(a, b);
  return joint ? [joint] : [];
}

type Aim = Pick<Step, "to" | "options">;

function stepTo(fact: number, scope: Scope, aim: Aim): Step {
  const { state } = stateIn(scope, fact);
  return { variable: variableIn(scope, fact), ...aim, quanta: state === "unknown" ? 0 : 1 };
}

function comparing(wanted: Wanted): readonly Plan[] {
  const { node } = wanted.outcome;
  if (node.op !== "compare") return [];
  const { left, right, comparison } = node;
  const isIn = (comparison === "=") === (wanted.want === "T");
  if (right.op === "text") {
    return wordPlans(left, wanted.scope, { options: [right.value], isIn });
  }
  if (left.op === "fact" && right.op === "boolean") {
    return [[stepTo(left.fact, wanted.scope, { to: right.value === isIn })]];
  }
  return comparePlans(wanted);
}

type Choice = { readonly options: readonly string[]; readonly isIn: boolean };

/** A word becomes one of the options, or one of the dictionary's others. */
function wordPlans(arg: Node, scope: Scope, { options, isIn }: Choice): readonly Plan[] {
  if (arg.op !== "fact") return [];
  const known = factAt(scope.edition.program, arg.fact).definition.options?.map(({ id }) => id);
  const wanted = isIn
    ? options.filter((option) => known?.includes(option) ?? true)
    : (known ?? []).filter((option) => !options.includes(option));
  const [to] = wanted;
  return to === undefined ? [] : [[stepTo(arg.fact, scope, { to, options: wanted })]];
}

function listedPlans({ outcome, scope, want }: Wanted): readonly Plan[] {
  const { node } = outcome;
  if (node.op !== "listed") return [];
  const register = scope.edition.program.registers[node.register];
  if (!register) return [];
  // No fact moves an empty list; whoever may leave it open needs no change for it.
  if (register.state === "empty") return [[]];
  return wordPlans(node.arg, scope, { options: register.entries, isIn: want === "T" });
}

function memberPlans({ outcome, scope, want }: Wanted): readonly Plan[] {
  const { node } = outcome;
  if (node.op !== "holds" || node.list.op !== "fact") return [];
  const stated = stateIn(scope, node.list.fact);
  const value = stated.state === "known" ? stated.value : [];
  const members: readonly string[] = Array.isArray(value) ? (value as readonly string[]) : [];
  const without = members.filter((member) => member !== node.option);
  const to: Known = want === "T" ? [...without, node.option] : without;
  return [[stepTo(node.list.fact, scope, { to })]];
}

function choicePlans({ outcome, scope, want }: Wanted): readonly Plan[] {
  const [condition, then, otherwise] = outcome.parts;
  if (!condition || !then || !otherwise) return [];
  const arm = (part: Outcome, truth: "T" | "F") =>
    allOf(
      [
        { outcome: condition, scope, want: truth },
        { outcome: part, scope, want },
      ],
      scope,
    );
  return [...arm(then, "T"), ...arm(otherwise, "F")];
}

/** More subjects than this are not searched one by one. */
const subjectsMax = 200;

function aggregatePlans({ outcome, scope, want }: Wanted): readonly Plan[] {
  const { node, parts } = outcome;
  if (node.op !== "aggregate" || (node.fold !== "some" && node.fold !== "every")) return [];
  if (!scope.facts.stated[node.level] || parts.length > subjectsMax) return [];
  const all = parts.flatMap((part) =>
    part.about
      ? [{ outcome: part, scope: within(scope, part.about.level, part.about.subject), want }]
      : [],
  );
  return (node.fold === "every") === (want === "T") ? allOf(all, scope) : all.flatMap(plansFor);
}
