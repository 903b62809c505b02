import { ratioOf, toNumber } from "../../base/ratio.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";
import { factAt, figureOf, textOf } from "./dictionary.ts";
import { isListed, listKeys, type Case, type FactState, type Known } from "./model.ts";
import type { Loser, Provenance, Stated, Subject } from "./model.ts";

/** Facts in the form in which a case is stored: by group, values in the dictionary's unit. */
export type WrittenCase = {
  readonly id: string;
  readonly title?: string;
  readonly synthetic: boolean;
  readonly facts: { readonly [key: string]: unknown };
};

/**
 * A value in the dictionary's unit: a number where a double holds it exactly, else its decimals.
 */
export function writeValue(fact: FactIr, value: Known): unknown {
  if (typeof value !== "number") return value;
  const figure = figureOf(fact, value);
  const double = toNumber(figure);
  const back = ratioOf(double);
  if (back.n === figure.n && back.d === figure.d) return double;
  return textOf(figure);
}

/** One state of a fact in the form of a file of facts, its provenance apart. */
export function writeState(fact: FactIr, state: FactState): { readonly [key: string]: unknown } {
  switch (state.state) {
    case "known":
      return { value: writeValue(fact, state.value) };
    case "estimate":
      return { estimate: [writeValue(fact, state.min), writeValue(fact, state.max)] };
    case "not_applicable":
      return { not_applicable: state.reason };
    case "unknown":
      return { unknown: true };
  }
}

const provenanceOf = ({ source, by, at }: Provenance): Provenance => ({
  ...(source === undefined ? {} : { source }),
  ...(by === undefined ? {} : { by }),
  ...(at === undefined ? {} : { at }),
});

const writeForm = (fact: FactIr, stated: Loser | Stated): { readonly [key: string]: unknown } => ({
  ...writeState(fact, stated),
  ...provenanceOf(stated),
});

function writeStated(fact: FactIr, stated: Stated): unknown {
  if (stated.losers !== undefined) {
    return { sources: [stated, ...stated.losers].map((one) => writeForm(fact, one)) };
  }
  const bare = Object.keys(provenanceOf(stated)).length === 0;
  return bare && stated.state === "known"
    ? writeValue(fact, stated.value)
    : writeForm(fact, stated);
}

/** The groups of a subject, in the dictionary's order. */
function writeGroups(program: Program, subject: Subject): Map<string, Record<string, unknown>> {
  const groups = new Map<string, Record<string, unknown>>();
  for (const index of [...subject.facts.keys()].sort((a, b) => a - b)) {
    const fact = factAt(program, index);
    const stated = subject.facts.get(index);
    if (!stated) continue;
    groups.set(fact.group, {
      ...groups.get(fact.group),
      [fact.name]: writeStated(fact, stated),
    });
  }
  return groups;
}

function writeItem(program: Program, subject: Subject): Record<string, unknown> {
  const groups = writeGroups(program, subject);
  const flat = groups.get(subject.level) ?? {};
  groups.delete(subject.level);
  return { id: subject.id, ...flat, ...Object.fromEntries(groups) };
}

/** What a level adds to the facts: its groups, or its list where the case gives one. */
function writeLevel(
  program: Program,
  one: Case,
  level: Level,
): readonly (readonly [string, unknown])[] {
  const subjects = one.subjects[level];
  if (!isListed(level)) return subjects.flatMap((subject) => [...writeGroups(program, subject)]);
  if (!one.stated[level]) return [];
  return [[listKeys[level], subjects.map((subject) => writeItem(program, subject))]];
}

/** The normal form of a case, provenance kept: reading it gives the same case again. */
export function writeCase(program: Program, one: Case): WrittenCase {
  const facts = Object.fromEntries(levels.flatMap((level) => writeLevel(program, one, level)));
  const { id, title, synthetic } = one;
  return { id, ...(title === undefined ? {} : { title }), synthetic, facts };
}
