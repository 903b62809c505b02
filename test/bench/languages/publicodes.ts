import type { FactIr } from "../../../src/rules/index.ts";
import { say, type Dialect } from "../dialect.ts";
import { nameOf } from "../figures.ts";
import { count, peerProjects, type Answers, type Contest, type Contestant } from "../contestant.ts";

/** What is used of publicodes. */
type Publicodes = { readonly default: new (rules: object, options: object) => Engine };
type Engine = {
  setSituation(situation: object): unknown;
  evaluate(name: string): { readonly nodeValue: unknown };
};

type Said = string | { readonly [mechanism: string]: readonly Said[] };

const all = "toutes ces conditions";
const any = "une de ces conditions";

export const publicodesDialect: Dialect<Said> = {
  all: (parts) => ({ [all]: parts }),
  any: (parts) => ({ [any]: parts }),
  not: (part) => ({ "=": [part, "non"] }),
  isTrue: nameOf,
  among: (fact, options) => ({
    [any]: options.map((option) => `${nameOf(fact)} = ${quoted(option)}`),
  }),
  compare: (fact, comparison, other) =>
    `${nameOf(fact)} ${comparison} ${typeof other === "number" ? other : nameOf(other)}`,
};

const quoted = (text: string): string => `'${text}'`;

function valueOf(value: unknown): unknown {
  if (typeof value === "boolean") return value ? "oui" : "non";
  return typeof value === "string" ? quoted(value) : value;
}

const defaults = (fact: FactIr): unknown =>
  ({ boolean: "non", number: 0 })[fact.type.kind as string] ?? quoted("");

/** Facts are rules, too, whose value the situation gives. */
export function publicodesRules({ subset: { program, facts } }: Pick<Contest, "subset">): object {
  const stated = facts.map((fact) => [nameOf(fact), { "par défaut": defaults(fact) }] as const);
  const rules = program.rules.map(({ condition }, index) => {
    const said = condition ? [say(program, condition, publicodesDialect)] : ["oui"];
    return [`r${index}`, { [all]: said }] as const;
  });
  return Object.fromEntries([...stated, ...rules]);
}

const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** Each value keeps the tree that it follows from: it cannot be run without. */
export function publicodes(contest: Contest, peer: unknown): Contestant[] {
  const Engine = (peer as Publicodes).default;
  const engine = new Engine(publicodesRules(contest), { logger: quiet });
  const names = contest.subset.program.rules.map((_, index) => `r${index}`);
  const situations = contest.contexts.map((context) =>
    Object.fromEntries(Object.entries(context).map(([name, value]) => [name, valueOf(value)])),
  );
  const answersFor = (at: number): Answers => {
    engine.setSituation(situations[at]!);
    return names.map((name) => engine.evaluate(name).nodeValue === true);
  };
  const run = (): number => {
    for (let at = 0; at < peerProjects; at++) count(answersFor(at));
    return peerProjects;
  };
  const named = { name: "publicodes", answersFor, run };
  return [
    { ...named, isTraced: false },
    { ...named, isTraced: true },
  ];
}
