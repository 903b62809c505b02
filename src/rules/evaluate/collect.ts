import { levels } from "../contract/pack.ts";
import { visitAll } from "./closures-over.ts";
import { gauge, gone, type Machine, type NumberRun, type TruthRun } from "./machine.ts";
import type { Relevant } from "./relevance.ts";
import { no, yes } from "./rows.ts";

/** Notes what could still move a value: relevance.ts on whole numbers, for the fast back ends. */
export type Collect = (machine: Machine, into: Relevant) => void;

export const nothing: Collect = () => undefined;

export const collectAll =
  (collectors: readonly Collect[]): Collect =>
  (machine, into) => {
    for (const one of collectors) one(machine, into);
  };

export type At = { readonly level: number; readonly fact: number };

export const collectFact =
  ({ level, fact }: At): Collect =>
  (machine, into) => {
    const subject = machine.current[level]!;
    into.facts.set(`${fact}@${subject}`, { fact, subject });
  };

/** Whether facts can still move a number. */
export function isMovable(run: NumberRun, machine: Machine): boolean {
  const low = run(machine);
  return Number.isNaN(low) ? gauge.high !== gone.notApplicable : low !== gauge.high;
}

/** What is missing inside a fold; of an unlisted level, how many subjects there are as well. */
export const collectOver =
  (level: number, inside: Collect): Collect =>
  (machine, into) => {
    const name = levels[level];
    if (name && !machine.table.listed[level]) into.levels.add(name);
    visitAll(machine, level, () => {
      inside(machine, into);
      return true;
    });
  };

/** A number that may turn out to be the least or the greatest, and what could still move it. */
export type Rival = { readonly run: NumberRun; readonly collect: Collect };

type Ends = { readonly low: number; readonly high: number };

function endsOf(run: NumberRun, machine: Machine): Ends {
  const low = run(machine);
  return { low, high: gauge.high };
}

/** Which of several numbers may still be the least (or the greatest): the others change nothing. */
export function standing(fold: "min" | "max", all: readonly Ends[]): boolean[] {
  return all.map(
    (one, at) =>
      Number.isNaN(one.low) ||
      !all.some(
        (other, index) => index !== at && !Number.isNaN(other.low) && beats(fold, other, one),
      ),
  );
}

const beats = (fold: "min" | "max", by: Ends, one: Ends): boolean =>
  fold === "min" ? one.low >= by.high : one.high <= by.low;

export const collectRivals =
  (fold: "min" | "max", rivals: readonly Rival[]): Collect =>
  (machine, into) => {
    const stands = standing(
      fold,
      rivals.map(({ run }) => endsOf(run, machine)),
    );
    rivals.forEach(({ collect }, at) => {
      if (stands[at]) collect(machine, into);
    });
  };

/** The same among the subjects of a level. */
export function collectRivalSubjects(
  fold: "min" | "max",
  level: number,
  { run, collect }: Rival,
): Collect {
  return (machine, into) => {
    const ends: Ends[] = [];
    visitAll(machine, level, () => ends.push(endsOf(run, machine)) > 0);
    const stands = standing(fold, ends);
    const inside: Collect = (at, found) => {
      if (stands[at.current[level]!]) collect(at, found);
    };
    collectOver(level, inside)(machine, into);
  };
}

/** A condition, and what could still move it. */
export type Passing = { readonly run: TruthRun; readonly collect: Collect };

/** The same among those that pass: only one that certainly passes leaves another behind. */
export function collectFiltered(
  { fold, level }: { readonly fold: "min" | "max"; readonly level: number },
  { run, collect }: Rival,
  filter: Passing,
): Collect {
  return (machine, into) => {
    const all: (Ends & { readonly passes: number })[] = [];
    visitAll(machine, level, () => {
      const passes = filter.run(machine);
      return all.push({ ...endsOf(run, machine), passes }) > 0;
    });
    const isNone = machine.table.listed[level] && all.every(({ passes }) => passes === no);
    if (isNone) into.causes.add("undefined");
    const certain = all.filter(({ passes }) => passes === yes);
    const inside: Collect = (at, found) => {
      const one = all[at.current[level]!]!;
      const [stands] = standing(fold, [one, ...certain.filter((other) => other !== one)]);
      if (one.passes === no || !stands) return;
      collect(at, found);
      filter.collect(at, found);
    };
    collectOver(level, inside)(machine, into);
  };
}
