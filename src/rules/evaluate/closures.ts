import { runCompare, runNot } from "./closures-compare.ts";
import { truthOver } from "./closures-over.ts";
import { isSpelled } from "./compare.ts";
import { anyGone, type Read } from "./gone-facts.ts";
import type { TruthRun } from "./machine.ts";
import type { TruthPlan } from "./plan.ts";
import { inapplicable, inapplicableWord, no, unknown, unknownWord, yes } from "./rows.ts";

/** Turns a condition's plan into closures. No text ever becomes code. */
export function compileTruth(plan: TruthPlan): TruthRun {
  switch (plan.op) {
    case "constant":
      return () => plan.code;
    case "fact":
      return runFact(plan.level, plan.fact);
    case "every":
      return runAll(no, yes, plan.args.map(compileTruth));
    case "some":
      return runAll(yes, no, plan.args.map(compileTruth));
    case "not":
      return runNot(compileTruth(plan.arg));
    case "compare":
      return runCompare(plan, compileTruth);
    case "same":
      return runSame(compileTruth(plan.left), compileTruth(plan.right));
    case "option":
      return runOption(plan);
    case "text":
      return runText(plan);
    case "spelled":
      return runSpelled(plan);
    case "member":
      return runMember(plan);
    case "waiting":
      return runWaiting(plan);
    case "choice": {
      const [then, otherwise] = [compileTruth(plan.then), compileTruth(plan.otherwise)];
      return runChoice({ ...plan, condition: compileTruth(plan.condition), then, otherwise });
    }
    case "over":
      return truthOver(plan.fold, plan.level, compileTruth(plan.body));
    case "exact":
      return (machine) => machine.prove(plan.node);
  }
}

function runFact(level: number, fact: number): TruthRun {
  return (machine) => machine.rows[level]!.low[fact]!;
}

/** `and` and `or` mirror each other: one answer ends them, unknown goes before not applicable. */
function runAll(wins: number, rest: number, args: readonly TruthRun[]): TruthRun {
  return (machine) => {
    let found = rest;
    for (let index = 0; index < args.length; index++) {
      const truth = args[index]!(machine);
      if (truth === wins) return wins;
      if (truth === unknown) found = unknown;
      else if (truth === inapplicable && found === rest) found = inapplicable;
    }
    return found;
  };
}

const runSame =
  (left: TruthRun, right: TruthRun): TruthRun =>
  (machine) => {
    const [a, b] = [left(machine), right(machine)];
    if (a === inapplicable || b === inapplicable) return inapplicable;
    if (a === unknown || b === unknown) return unknown;
    return a === b ? yes : no;
  };

type Choice = {
  readonly condition: TruthRun;
  readonly reads: readonly Read[];
  readonly then: TruthRun;
  readonly otherwise: TruthRun;
};

const runChoice =
  ({ condition, reads, then, otherwise }: Choice): TruthRun =>
  (machine) => {
    const truth = condition(machine);
    if (truth === yes) return then(machine);
    if (truth === no) return otherwise(machine);
    if (truth === inapplicable) return inapplicable;
    const first = then(machine);
    const isCertain = first === inapplicable || !anyGone(machine, reads);
    return first === otherwise(machine) && isCertain ? first : unknown;
  };

function runOption({ level, fact, accepted, unknown: open }: Of<"option">): TruthRun {
  const codes = accepted.map((is) => (is ? yes : no));
  return (machine) => {
    const option = machine.rows[level]!.low[fact]!;
    if (option === unknownWord) return open;
    return option === inapplicableWord ? inapplicable : codes[option]!;
  };
}

type Of<Op extends TruthPlan["op"]> = Extract<TruthPlan, { op: Op }>;

function runText({ level, fact, accepted }: Of<"text">): TruthRun {
  return (machine) => {
    const text = machine.rows[level]!.words[fact];
    if (text === undefined) return unknown;
    if (text === null) return inapplicable;
    return accepted.has(text as string) ? yes : no;
  };
}

function runSpelled(plan: Of<"spelled">): TruthRun {
  const { level, fact } = plan;
  return (machine) => {
    const text = machine.rows[level]!.words[fact];
    if (text === undefined) return unknown;
    if (text === null) return inapplicable;
    return isSpelled(text as string, plan) ? yes : no;
  };
}

function runMember({ level, fact, option, unknown: open }: Of<"member">): TruthRun {
  return (machine) => {
    const members = machine.rows[level]!.words[fact];
    if (members === undefined) return open;
    if (members === null) return inapplicable;
    return members.includes(option) ? yes : no;
  };
}

function runWaiting({ level, fact, isText }: Of<"waiting">): TruthRun {
  return (machine) => {
    const { low, words } = machine.rows[level]!;
    const isGone = isText ? words[fact] === null : low[fact] === inapplicableWord;
    return isGone ? inapplicable : unknown;
  };
}
