import type { Bilingual } from "../../base/message.ts";
import type { FactRow } from "../contract.ts";
import {
  factAt,
  levels,
  stateOf,
  writeState,
  type Case,
  type FactIr,
  type Program,
  type Stated,
  type Subject,
} from "../../rules/index.ts";

const optionText = (fact: FactIr, value: unknown): Bilingual | undefined =>
  fact.definition.options?.find(({ id }) => id === value)?.label;

/** What the row says beyond its state: the value in the dictionary's unit, and who stated it. */
function stateParts(fact: FactIr, stated: Stated): Partial<FactRow> {
  const written = writeState(fact, stated) as { value?: unknown; estimate?: [number, number] };
  const text = optionText(fact, written.value);
  const [min, max] = written.estimate ?? [];
  return {
    ...(stated.state === "known" ? { value: written.value } : {}),
    ...(text ? { text } : {}),
    ...(min === undefined || max === undefined ? {} : { min: Number(min), max: Number(max) }),
    ...(stated.state === "not_applicable" ? { reason: stated.reason } : {}),
    ...(stated.source ? { source: stated.source } : {}),
    ...(stated.by ? { by: stated.by } : {}),
    ...(stated.at ? { at: stated.at } : {}),
  };
}

function losersOf(fact: FactIr, stated: Stated): Partial<FactRow> {
  const losers = (stated.losers ?? []).flatMap((loser) =>
    loser.source ? [{ value: writeState(fact, loser)["value"] ?? null, source: loser.source }] : [],
  );
  return losers.length > 0 ? { losers } : {};
}

function rowOf(fact: FactIr, subject: Subject, index: number): Omit<FactRow, "readBy"> {
  const stated = stateOf(subject, index);
  const { id, definition } = fact;
  return {
    fact: id,
    subject: subject.id,
    label: definition.label,
    ...(definition.unit === undefined ? {} : { unit: definition.unit }),
    state: stated.state,
    ...stateParts(fact, stated),
    ...losersOf(fact, stated),
  };
}

/** How many rules read each fact, by its index. */
function readers(program: Program): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { reads } of program.rules) {
    for (const fact of reads) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  }
  return counts;
}

/** Every fact that the case states, in the dictionary's order, then by subject. */
export function factRows(program: Program, facts: Case): FactRow[] {
  const counts = readers(program);
  return levels.flatMap((level) =>
    facts.subjects[level].flatMap((subject) =>
      [...subject.facts.keys()]
        .sort((a, b) => a - b)
        .map((index) => ({
          ...rowOf(factAt(program, index), subject, index),
          readBy: counts.get(index) ?? 0,
        })),
    ),
  );
}
