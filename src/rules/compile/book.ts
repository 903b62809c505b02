import type { Bilingual } from "../../base/message.ts";
import type { Scope } from "../resolve/scope.ts";
import type { FactIr, ParameterIr } from "../ir.ts";
import type { PackSource } from "../source.ts";
import { derivations } from "./derived.ts";
import { readRegisters } from "./registers.ts";
import { openDesk, type Desk } from "../resolve/desk.ts";
import { readFacts, readGroups, type Groups } from "../resolve/facts.ts";

/** Everything of a pack that its measures may name. */
export type Book = {
  readonly desk: Desk;
  readonly groups: Groups;
  readonly facts: readonly FactIr[];
  readonly factById: ReadonlyMap<string, number>;
  readonly registers: ReadonlyMap<string, number>;
  /** The registers that are texts, by their ids. */
  readonly texts: ReadonlySet<string>;
  readonly registerFigures: Scope["registerFigures"];
  /** The figures of registers: the first parameters of the program. */
  readonly registerParameters: readonly ParameterIr[];
  readonly terms: ReadonlyMap<string, Bilingual>;
  readonly documents: ReadonlyMap<string, PackSource["documents"][number]["value"]>;
  readonly organisations: ReadonlySet<string>;
  readonly derive: Scope["derive"];
};

export function readBook(source: PackSource): Book {
  const desk = openDesk();
  const groups = readGroups(source);
  const facts = readFacts(source, groups, desk);
  const names = {
    groups,
    facts,
    factById: new Map(facts.map((fact, index) => [fact.id, index])),
    ...readRegisters(source, desk),
  };
  return {
    desk,
    ...names,
    terms: new Map(source.terms.map(({ value }) => [value.id, value.title])),
    documents: new Map(source.documents.map(({ value }) => [value.id, value])),
    organisations: new Set(source.organisations.map(({ value }) => value.id)),
    derive: derivations(source, names, desk),
  };
}

/** The scope of an expression that names facts only. */
export function scopeOf(
  book: Pick<Book, "groups" | "facts" | "factById" | "registers" | "registerFigures" | "derive">,
  level: Scope["level"],
): Scope {
  const { groups, facts, factById, registers, registerFigures, derive } = book;
  return {
    groups,
    facts,
    factById,
    registers,
    registerFigures,
    derive,
    level,
    parameters: [],
    figures: "refused",
    day: "law date",
    names: new Set(),
    lookUp: () => undefined,
  };
}
