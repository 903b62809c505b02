import { say } from "../dialect.ts";
import { count, peerProjects, type Answers, type Contest, type Contestant } from "../contestant.ts";
import { quote, textDialect } from "./texts.ts";

/** What is used of feelin. */
type Feelin = {
  evaluate(text: string, context: object): { readonly value: Readonly<Record<string, boolean>> };
};

const dialect = textDialect({
  not: (part) => `not(${part})`,
  signs: { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "=", "!=": "!=" },
  among: (name, options) => `(${name} in (${options.map(quote).join(", ")}))`,
});

/** One context with an entry for each rule, so that feelin reads one text for a project. */
export function feelText({ subset: { program } }: Pick<Contest, "subset">): string {
  const entries = program.rules.map(({ condition }, index) => {
    const said = condition ? say(program, condition, dialect) : "true";
    return `r${index}: ${said}`;
  });
  return `{ ${entries.join(", ")} }`;
}

/** It has no form that is read once, and no trace. */
export function feelin(contest: Contest, peer: unknown): Contestant[] {
  const { evaluate } = peer as Feelin;
  const text = feelText(contest);
  const { rules } = contest.subset.program;
  const answersFor = (at: number): Answers => {
    const { value } = evaluate(text, contest.contexts[at]!);
    return rules.map((_, index) => value[`r${index}`] === true);
  };
  const run = (): number => {
    for (let at = 0; at < peerProjects; at++) count(answersFor(at));
    return peerProjects;
  };
  return [{ name: "feelin", isTraced: false, answersFor, run }];
}
