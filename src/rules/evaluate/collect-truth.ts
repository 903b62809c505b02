import { compileTruth } from "./closures.ts";
import { collectAll, collectFact, collectOver, nothing, type Collect } from "./collect.ts";
import { sideCollector, type Conditions } from "./collect-numbers.ts";
import type { TruthPlan } from "./plan.ts";
import { no, unknown, unknownWord, yes } from "./rows.ts";

/** Collects what could still move a condition: nothing once it is decided. */
export function truthCollector(plan: TruthPlan): Collect {
  const inside = partsOf(plan);
  if (inside === nothing) return nothing;
  const run = compileTruth(plan);
  return (machine, into) => {
    if (run(machine) === unknown) inside(machine, into);
  };
}

export const conditions: Conditions = { compile: compileTruth, collect: truthCollector };

function partsOf(plan: TruthPlan): Collect {
  switch (plan.op) {
    case "constant":
      return nothing;
    case "fact":
    case "option":
    case "text":
    case "spelled":
    case "member":
      return collectFact(plan);
    case "waiting":
      return collectWaiting(plan);
    case "every":
    case "some":
      return collectAll(plan.args.map(truthCollector));
    case "not":
      return truthCollector(plan.arg);
    case "same":
      return collectAll([truthCollector(plan.left), truthCollector(plan.right)]);
    case "compare":
      return collectAll([
        sideCollector(plan.left, conditions),
        sideCollector(plan.right, conditions),
      ]);
    case "choice":
      return choiceOf(plan);
    case "over":
      return collectOver(plan.level, truthCollector(plan.body));
    case "exact":
      return (machine, into) => machine.collect(plan.node, into);
  }
}

function choiceOf(plan: Extract<TruthPlan, { op: "choice" }>): Collect {
  const condition = compileTruth(plan.condition);
  const asked = truthCollector(plan.condition);
  const [then, otherwise] = [truthCollector(plan.then), truthCollector(plan.otherwise)];
  return (machine, into) => {
    const truth = condition(machine);
    asked(machine, into);
    if (truth !== no) then(machine, into);
    if (truth !== yes) otherwise(machine, into);
  };
}

/** The register that is empty, and the word itself where nobody knows it either. */
function collectWaiting(plan: Extract<TruthPlan, { op: "waiting" }>): Collect {
  const { level, fact, register, isText } = plan;
  const word = collectFact(plan);
  return (machine, into) => {
    const { low, words } = machine.rows[level]!;
    into.registers.add(register);
    if (isText ? words[fact] === undefined : low[fact] === unknownWord) word(machine, into);
  };
}
