import type { Comparison } from "../../../src/rules/index.ts";
import { say, type Dialect } from "../dialect.ts";
import { nameOf } from "../figures.ts";
import { count, peerProjects, type Answers, type Contest, type Contestant } from "../contestant.ts";

/** What is used of json-rules-engine. */
type JsonRules = { readonly Engine: new (rules: readonly object[]) => Engine };
type Engine = { run(facts: object): Promise<{ readonly results: readonly Result[] }> };
type Result = { readonly name: string };

const operators: Record<Comparison, string> = {
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
  "=": "equal",
  "!=": "notEqual",
};

export const jsonDialect: Dialect<object> = {
  all: (all) => ({ all }),
  any: (any) => ({ any }),
  not: (not) => ({ not }),
  isTrue: (fact) => ({ fact: nameOf(fact), operator: "equal", value: true }),
  among: (fact, options) => ({ fact: nameOf(fact), operator: "in", value: options }),
  compare: (fact, comparison, other) => ({
    fact: nameOf(fact),
    operator: operators[comparison],
    value: typeof other === "number" ? other : { fact: nameOf(other) },
  }),
};

/** At the top of a rule stands all or any. */
export const jsonRules = ({ subset: { program } }: Pick<Contest, "subset">): object[] =>
  program.rules.map(({ condition }, index) => {
    const said = condition ? [say(program, condition, jsonDialect)] : [];
    return { name: `r${index}`, conditions: { all: said }, event: { type: `r${index}` } };
  });

/** Its results always hold every condition with what it came to: it cannot be run without. */
export function jsonRulesEngine(contest: Contest, peer: unknown): Contestant[] {
  const engine = new (peer as JsonRules).Engine(jsonRules(contest));
  const { rules } = contest.subset.program;
  const answersFor = async (at: number): Promise<Answers> => {
    const { results } = await engine.run(contest.contexts[at]!);
    const met = new Set(results.map(({ name }) => name));
    return rules.map((_, index) => met.has(`r${index}`));
  };
  const run = async (): Promise<number> => {
    for (let at = 0; at < peerProjects; at++) count(await answersFor(at));
    return peerProjects;
  };
  const named = { name: "json-rules-engine", answersFor, run };
  return [
    { ...named, isTraced: false },
    { ...named, isTraced: true },
  ];
}
