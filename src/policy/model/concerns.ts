import { invariant } from "../../base/invariant.ts";
import { bilingual } from "../../base/message.ts";
import { evaluate, factAt, listKeys, readCase, type FactIr } from "../../rules/index.ts";
import type { ConcernLine } from "../contract.ts";
import type { Book } from "./book.ts";

/** The facts that say what a project is: a measure may be about some of their options alone. */
const kinds = ["project.category", "building.kind"] as const;

const doing = { id: "topic", title: bilingual("打算做的事", "What is to be done") };

export type Concerns = {
  /** What at least one measure is about, in the order of the dictionary. */
  readonly lines: readonly ConcernLine[];
  readonly byMeasure: ReadonlyMap<string, ReadonlySet<string>>;
};

/** A case in which one fact alone is known. */
function caseOf(fact: FactIr, value: string): Record<string, unknown> {
  const stated = { [fact.name]: value };
  if (fact.level === "building") return { [listKeys.building]: [{ id: "one", ...stated }] };
  return { [fact.group]: stated };
}

/** The rules that a case with this one fact leaves possible. */
function possible({ program }: Book, facts: Record<string, unknown>, asOf: string): Set<string> {
  const read = readCase(program, { id: "concerns", synthetic: false, facts });
  invariant(read.ok, "an option of the dictionary makes a case");
  const { verdicts } = evaluate(program, read.value, { asOf });
  return new Set(
    verdicts.filter(({ verdict }) => verdict !== "does_not_apply").map(({ rule }) => rule),
  );
}

type Found = { readonly line: ConcernLine; readonly measures: ReadonlySet<string> };

/** The options of one fact with the measures that have a rule possible there and not elsewhere. */
function kindsOf(book: Book, fact: FactIr, asOf: string): Found[] {
  const { program } = book;
  const index = program.factById.get(fact.id);
  const readers = program.rules.filter(({ reads }) => reads.some((read) => read === index));
  const heading = { id: fact.id, title: fact.definition.label };
  const options = fact.definition.options ?? [];
  const rules = options.map(({ id }) => possible(book, caseOf(fact, id), asOf));
  return options.map(({ id, label }, at) => {
    const own = readers.filter(
      (rule) => rules[at]?.has(rule.id) && rules.some((other) => !other.has(rule.id)),
    );
    return {
      line: { id: `${fact.id}:${id}`, heading, title: label },
      measures: new Set(own.map(({ measure }) => measure)),
    };
  });
}

/** The groups of facts that a project may leave out, with the measures whose rules read them. */
function topicsOf({ program }: Book): Found[] {
  return [...program.groups.values()].flatMap(({ id, topic }) => {
    if (!topic) return [];
    const own = program.rules.filter(({ reads }) =>
      reads.some((index) => factAt(program, index).group === id),
    );
    const line = { id, heading: doing, title: topic };
    return [{ line, measures: new Set(own.map(({ measure }) => measure)) }];
  });
}

function found(book: Book, asOf: string): Found[] {
  const { program } = book;
  const facts = kinds.flatMap((kind) => {
    const index = program.factById.get(kind);
    return index === undefined ? [] : [factAt(program, index)];
  });
  const all = [...topicsOf(book), ...facts.flatMap((fact) => kindsOf(book, fact, asOf))];
  return all.filter(({ measures }) => measures.size > 0);
}

/**
 * What each measure is about, as its rules say it: the things done whose facts they read, and the
 * kinds of project and building of which some are met and others ruled out.
 */
export function concernsOf(book: Book, asOf: string): Concerns {
  const lines = found(book, asOf);
  const byMeasure = book.source.measures.map(({ value: { id } }) => {
    const own = lines.filter(({ measures }) => measures.has(id));
    return [id, new Set(own.map(({ line }) => line.id))] as const;
  });
  return { lines: lines.map(({ line }) => line), byMeasure: new Map(byMeasure) };
}
