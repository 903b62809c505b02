import type { Case, Known } from "../case/model.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { variableKey, type Variable } from "../evaluate/scope.ts";
import { changed } from "../explain/change/plan.ts";
import type { Node, Program } from "../ir.ts";
import { operands } from "../evaluate/kinds.ts";
import { possibleAnswers, type Asking } from "./answers.ts";
import { candidates, type Candidate } from "./candidate.ts";

/** Chooses the next fact to ask; undefined ends the interview. */
export type Asker = (asking: Asking, open: readonly Candidate[]) => Variable | undefined;

/** What can still be asked and could still matter. */
export function openQuestions({ program, facts, asOf }: Asking): readonly Candidate[] {
  return candidates(program, { facts, report: evaluate(program, facts, { asOf }) }, {});
}

export const answered = (facts: Case, variable: Variable, to: Known): Case =>
  changed(facts, [{ variable, to, quanta: 0 }]);

/** How many questions an asker needs until nothing is open that an answer could settle. */
export function interview(
  asking: Asking,
  asker: Asker,
  answer: (variable: Variable) => Known,
): number {
  let { facts } = asking;
  for (let count = 0; ; count++) {
    const now = { ...asking, facts };
    const open = openQuestions(now);
    const next = open.length === 0 ? undefined : asker(now, open);
    if (!next) return count;
    facts = answered(facts, next, answer(next));
  }
}

/** More states than this are not searched through. */
const statesMax = 60_000;

type Tree = { readonly values: Map<string, number>; left: number };

type Choose = (asking: Asking, open: readonly Candidate[]) => readonly Candidate[];

/**
 * The questions that are needed on average where every answer is as likely as the others: the least
 * that any order of asking needs, or what an asker needs. Undefined where there are too many ways.
 */
export function meanQuestions(asking: Asking, asker?: Asker): number | undefined {
  const choose: Choose = (now, open) => {
    const next = asker?.(now, open);
    const key = next && variableKey(next);
    return asker ? open.filter(({ variable }) => variableKey(variable) === key) : open;
  };
  const tree = { values: new Map<string, number>(), left: statesMax };
  const mean = meanFrom({ asking, choose, tree }, []);
  return tree.left > 0 ? mean : undefined;
}

type Walk = { readonly asking: Asking; readonly choose: Choose; readonly tree: Tree };
type Given = readonly (readonly [key: string, value: Known])[];

function meanFrom(walk: Walk, given: Given): number {
  const { asking, choose, tree } = walk;
  const key = given
    .map((pair) => JSON.stringify(pair))
    .sort()
    .join();
  const known = tree.values.get(key);
  if (known !== undefined) return known;
  tree.left -= 1;
  if (tree.left <= 0) return 0;
  const open = openQuestions(asking);
  const chosen = open.length === 0 ? [] : choose(asking, open);
  const costs = chosen.map((candidate) => 1 + meanAfter(walk, given, candidate));
  const least = costs.length === 0 ? 0 : Math.min(...costs);
  tree.values.set(key, least);
  return least;
}

function meanAfter(walk: Walk, given: Given, candidate: Candidate): number {
  const { asking } = walk;
  const { variable } = candidate;
  const answers = alike(asking.program, candidate, possibleAnswers(asking, candidate));
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  return answers.reduce((sum, { value, weight }) => {
    const facts = answered(asking.facts, variable, value);
    const next = { ...walk, asking: { ...asking, facts } };
    return sum + (weight / total) * meanFrom(next, [...given, [variableKey(variable), value]]);
  }, 0);
}

type Weighed = { readonly value: Known; readonly weight: number };

/** Words that no rule tells apart are answered once, with the weight of them all. */
function alike(
  program: Program,
  { fact, variable }: Candidate,
  answers: readonly { readonly value: Known }[],
): readonly Weighed[] {
  if (fact.type.kind !== "enumeration") return answers.map(({ value }) => ({ value, weight: 1 }));
  const lists = program.rules.flatMap(({ condition }) =>
    condition ? wordLists(condition, variable.fact) : [],
  );
  const groups = new Map<string, Weighed>();
  for (const { value } of answers) {
    const key = lists.map((list) => Number(list.includes(String(value)))).join("");
    const found = groups.get(key) ?? { value, weight: 0 };
    groups.set(key, { ...found, weight: found.weight + 1 });
  }
  return [...groups.values()];
}

function wordLists(node: Node, fact: number): readonly (readonly string[])[] {
  const reads = (arg: Node) => arg.op === "fact" && arg.fact === fact;
  if (node.op === "among" && reads(node.arg)) return [node.options];
  if (node.op === "compare" && reads(node.left) && node.right.op === "text") {
    return [[node.right.value]];
  }
  const inside = node.op === "aggregate" ? [node.body] : operands(node);
  return inside.flatMap((inner) => wordLists(inner, fact));
}
