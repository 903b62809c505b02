import type { Known } from "../case/model.ts";
import { truthOf, type Outcome } from "../evaluate/outcome.ts";
import {
  factAt,
  isUnlisted,
  stateIn,
  variableIn,
  variableKey,
  within,
  type Scope,
} from "../evaluate/scope.ts";
import type { Node } from "../ir.ts";

/**
 * What is left to find out of a condition, its negations pushed down to the leaves: what is settled
 * already, and what nobody can be asked, is left out.
 */
export type Rest =
  | { readonly kind: "settled"; readonly truth: boolean }
  | { readonly kind: "all" | "any"; readonly parts: readonly Rest[] }
  | { readonly kind: "choice"; readonly parts: readonly [Rest, Rest, Rest] }
  | Leaf;

/** A comparison that rests on facts that somebody can be asked. */
export type Leaf = {
  readonly kind: "leaf";
  /** The facts that it still waits for, by their keys. */
  readonly waits: readonly string[];
  /** How likely it holds: the share of the possible answers where they can be counted. */
  readonly chance: number;
  /** Of a single yes, no or word: whether it holds with this answer, and every answer there is. */
  readonly holds: ((answer: Known) => boolean) | undefined;
  readonly answers: readonly Known[];
};

type Reading = { readonly scope: Scope; readonly canAsk: (fact: number) => boolean };

/** What is left of a proof; undefined where no answer bears on it. */
export function restOf(outcome: Outcome, reading: Reading, isNegated = false): Rest | undefined {
  const truth = truthOf(outcome);
  if (truth === "N") return undefined;
  if (truth !== "U") return { kind: "settled", truth: (truth === "T") !== isNegated };
  const { node, parts } = outcome;
  const [first] = parts;
  if (node.op === "not") return first && restOf(first, reading, !isNegated);
  if (node.op === "if") return choiceOf(parts, reading, isNegated);
  if (node.op === "and" || node.op === "or") {
    return groupOf(parts, (node.op === "and") !== isNegated, { ...reading, isNegated });
  }
  if (node.op !== "aggregate") return leafOf(outcome, reading, isNegated);
  if (node.fold !== "some" && node.fold !== "every") return undefined;
  if (isUnlisted(reading.scope.facts, node.level)) return undefined;
  return groupOf(parts, (node.fold === "every") !== isNegated, { ...reading, isNegated });
}

type Turned = Reading & { readonly isNegated: boolean };

function groupOf(parts: readonly Outcome[], isAll: boolean, turned: Turned): Rest | undefined {
  const { isNegated, scope } = turned;
  const found = parts.flatMap((part) => {
    const { about } = part;
    const at = about ? within(scope, about.level, about.subject) : scope;
    return restOf(part, { ...turned, scope: at }, isNegated) ?? [];
  });
  // A part that settles nothing here is left out: the others decide.
  const open = found.filter((rest) => rest.kind !== "settled");
  return open.length === 0 ? undefined : { kind: isAll ? "all" : "any", parts: open };
}

function choiceOf(
  parts: readonly Outcome[],
  reading: Reading,
  isNegated: boolean,
): Rest | undefined {
  const [condition, then, otherwise] = parts.map((part, index) =>
    restOf(part, reading, index > 0 && isNegated),
  );
  if (!condition) return undefined;
  const none: Rest = { kind: "settled", truth: true };
  return { kind: "choice", parts: [condition, then ?? none, otherwise ?? none] };
}

/** Where the answers cannot be counted, one of two outcomes is as likely as the other. */
const evenChance = 0.5;

function leafOf(outcome: Outcome, reading: Reading, isNegated: boolean): Rest | undefined {
  const waits = waitsOf(outcome, reading);
  if (waits.length === 0) return undefined;
  const accepts = waits.length === 1 ? acceptsOf(outcome.node) : undefined;
  const holds = accepts && ((answer: Known) => accepts(answer) !== isNegated);
  const answers = holds ? answersOf(outcome.node, reading.scope) : [];
  const chance =
    holds && answers.length > 0 ? answers.filter(holds).length / answers.length : evenChance;
  return { kind: "leaf", waits, chance, holds, answers };
}

/** The unknown facts that a part of a condition reads; none where one of them cannot be asked. */
export function waitsOf(outcome: Outcome, { scope, canAsk }: Reading): readonly string[] {
  const found = new Set<string>();
  let isStuck = false;
  const walk = ({ node, parts, about }: Outcome, at: Scope): void => {
    const here = about ? within(at, about.level, about.subject) : at;
    if (node.op === "aggregate" && isUnlisted(at.facts, node.level)) isStuck = true;
    if (node.op === "fact" && isOpen(here, node.fact)) {
      if (!canAsk(node.fact)) isStuck = true;
      found.add(variableKey(variableIn(here, node.fact)));
    }
    for (const part of parts) walk(part, here);
  };
  walk(outcome, scope);
  return isStuck ? [] : [...found];
}

function isOpen(scope: Scope, fact: number): boolean {
  const { state } = stateIn(scope, fact);
  return state === "unknown" || state === "estimate";
}

/** Of a comparison with one word or one yes: which answers it accepts. */
function acceptsOf(node: Node): ((answer: Known) => boolean) | undefined {
  if (node.op === "fact") return (answer) => answer === true;
  if (node.op === "among") return (answer) => node.options.includes(String(answer));
  if (node.op === "holds") {
    return (answer) => Array.isArray(answer) && answer.includes(node.option);
  }
  if (node.op !== "compare" || node.left.op !== "fact") return undefined;
  const { right } = node;
  if (right.op !== "text" && right.op !== "boolean") return undefined;
  return (answer) => (answer === right.value) === (node.comparison === "=");
}

/** Every answer to the fact that a comparison reads, where there are only so many. */
function answersOf(node: Node, scope: Scope): readonly Known[] {
  const arg = node.op === "among" ? node.arg : node.op === "compare" ? node.left : node;
  if (arg.op !== "fact") return [];
  const { type } = factAt(scope.edition, arg.fact);
  if (type.kind === "boolean") return [true, false];
  return type.kind === "enumeration" ? type.options : [];
}
