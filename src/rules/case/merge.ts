import type { Level, Source } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";
import { factAt, statingSources } from "./dictionary.ts";
import {
  anonymous,
  isListed,
  perLevel,
  type Case,
  type Loser,
  type Stated,
  type Subject,
} from "./model.ts";

/** The order of precedence of a fact's sources; what bears no source comes last. */
function rank(fact: FactIr, source: Source | undefined): number {
  const order = statingSources(fact);
  const place = source === undefined ? -1 : order.indexOf(source);
  return place < 0 ? order.length : place;
}

const without = ({ losers: _kept, ...state }: Stated): Loser => state;

/**
 * The statement that wins among several of one fact, with the others kept as its losers.
 * Whoever says that it is unknown says nothing, and wins only where nobody says more.
 */
export function precede(fact: FactIr, statements: readonly Stated[]): Stated | undefined {
  const all = statements.flatMap((stated) => [without(stated), ...(stated.losers ?? [])]);
  const saying = all.filter(({ state }) => state !== "unknown");
  const ordered = [...(saying.length > 0 ? saying : all.slice(0, 1))].sort(
    (a, b) => rank(fact, a.source) - rank(fact, b.source),
  );
  const [winner, ...losers] = ordered;
  if (!winner) return undefined;
  return losers.length > 0 ? { ...winner, losers } : winner;
}

function mergeSubjects(program: Program, subjects: readonly Subject[], first: Subject): Subject {
  const indices = new Set(subjects.flatMap((subject) => [...subject.facts.keys()]));
  const facts = new Map<number, Stated>();
  for (const index of indices) {
    const stated = subjects.flatMap((subject) => subject.facts.get(index) ?? []);
    const winner = precede(factAt(program, index), stated);
    if (winner) facts.set(index, winner);
  }
  return { id: first.id, level: first.level, facts };
}

function mergeLevel(program: Program, cases: readonly Case[], level: Level): readonly Subject[] {
  const all = cases.flatMap((one) => one.subjects[level]);
  const listed = cases.some((one) => one.stated[level]);
  const byId = new Map<string, Subject[]>();
  for (const subject of all) {
    if (listed && isListed(level) && subject.id === anonymous) continue;
    byId.set(subject.id, [...(byId.get(subject.id) ?? []), subject]);
  }
  return [...byId.values()].flatMap((same) =>
    same[0] ? [mergeSubjects(program, same, same[0])] : [],
  );
}

/** Brings what several sources say together into one case, named like the first. */
export function mergeCases(program: Program, first: Case, ...others: readonly Case[]): Case {
  const cases = [first, ...others];
  return {
    ...first,
    synthetic: cases.some(({ synthetic }) => synthetic),
    subjects: perLevel((level) => mergeLevel(program, cases, level)),
    stated: perLevel((level) => cases.some((one) => one.stated[level])),
  };
}
