import type { Case, FactState, Subject } from "../case/model.ts";
import type { Level } from "../contract/pack.ts";
import type { FactIr, Program } from "../ir.ts";

/** A fact of one subject of a case, put into another state. */
export type Variation = {
  readonly level: Level;
  readonly subject: number;
  readonly fact: number;
  readonly state: FactState;
};

/** The same case with one fact in another state. */
export function varied(facts: Case, { level, subject, fact, state }: Variation): Case {
  const change = (one: Subject, at: number): Subject =>
    at === subject ? { ...one, facts: new Map(one.facts).set(fact, state) } : one;
  const subjects = { ...facts.subjects, [level]: facts.subjects[level].map(change) };
  return { ...facts, subjects, stated: { ...facts.stated, [level]: true } };
}

const unknown: FactState = { state: "unknown" };
const notApplicable: FactState = { state: "not_applicable", reason: "—" };
const known = (value: boolean | number | string): FactState => ({ state: "known", value });

/** What else the cases of a measure say of a fact, and what lies one step beside it. */
function figuresOf(fact: FactIr, index: number, cases: readonly Case[]): readonly number[] {
  const stated = cases.flatMap((one) =>
    one.subjects[fact.level].flatMap(({ facts }) => {
      const state = facts.get(index);
      return state?.state === "known" && typeof state.value === "number" ? [state.value] : [];
    }),
  );
  const beside = [0, ...stated].flatMap((value) => [value - 1, value, value + 1]);
  const [min, max] = [fact.min ?? -Infinity, fact.max ?? Infinity];
  return [...new Set(beside)].filter((value) => value >= min && value <= max);
}

function statesOf(fact: FactIr, index: number, cases: readonly Case[]): readonly FactState[] {
  switch (fact.type.kind) {
    case "boolean":
      return [known(true), known(false), unknown, notApplicable];
    case "enumeration":
      return [...fact.type.options.map(known), unknown, notApplicable];
    case "number": {
      const figures = figuresOf(fact, index, cases);
      const [least, most] = [Math.min(...figures), Math.max(...figures)];
      const estimate: FactState = { state: "estimate", min: least, max: most };
      return [...figures.map(known), estimate, unknown, notApplicable];
    }
    case "text":
    case "date":
    case "list":
      return [unknown, notApplicable];
  }
}

/** Every way of putting one fact that a part of the law reads into another state. */
export function variationsOf(
  part: Program,
  facts: Case,
  cases: readonly Case[],
): readonly Variation[] {
  const reads = [...new Set(part.rules.flatMap((rule) => rule.reads))];
  return reads.flatMap((index) => {
    const fact = part.facts[index];
    if (!fact) return [];
    const states = statesOf(fact, index, cases);
    return facts.subjects[fact.level].flatMap((_, subject) =>
      states.map((state) => ({ level: fact.level, subject, fact: index, state })),
    );
  });
}
