import type { FactIr } from "../../src/rules/index.ts";
import type { Project } from "./cases.ts";
import { nameOf } from "./figures.ts";
import type { Subset } from "./subset.ts";

/** Whether each rule of the set is met, in their order. */
export type Answers = readonly boolean[];

/** One way to answer the set of rules. */
export type Contestant = {
  readonly name: string;
  /** Whether it says how it came to its answers. */
  readonly isTraced: boolean;
  /** The answers for one project, for the comparison before anything is timed. */
  readonly answersFor: (at: number) => Answers | Promise<Answers>;
  /** The answers for all projects at once, where one after another would take too long. */
  readonly answersAll?: () => readonly Answers[];
  /** Answers a number of projects, which it returns: what is timed. */
  readonly run: () => number | Promise<number>;
};

export type Contest = {
  readonly subset: Subset;
  readonly projects: readonly Project[];
  /** Of each project the facts that the rules read, flat and by name: what peers are given. */
  readonly contexts: readonly Readonly<Record<string, unknown>>[];
};

export function contestOf(subset: Subset, projects: readonly Project[]): Contest {
  const valueIn = ({ plain }: Project, fact: FactIr): unknown =>
    plain[fact.level]?.[0]?.facts[nameOf(fact)];
  const contexts = projects.map((project) =>
    Object.fromEntries(subset.facts.map((fact) => [nameOf(fact), valueIn(project, fact)])),
  );
  return { subset, projects, contexts: JSON.parse(JSON.stringify(contexts)) as typeof contexts };
}

/** What peers are timed on: a part of the projects, since they take long. */
export const peerProjects = 20;

/** What was answered is counted, so that no engine of the runtime leaves the work out. */
export const counted = { met: 0 };

export function count(answers: Answers): void {
  for (const isMet of answers) if (isMet) counted.met += 1;
}
