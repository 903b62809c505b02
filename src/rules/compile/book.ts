import type { Bilingual } from "../../base/message.ts";
import type { Scope } from "../resolve/scope.ts";
import type { FactIr } from "../ir.ts";
import type { PackSource } from "../source.ts";
import { derivations } from "./derived.ts";
import { openDesk, type Desk } from "../resolve/desk.ts";
import { readFacts, readGroups, type Groups } from "../resolve/facts.ts";

/** Everything of a pack that its measures may name. */
export type Book = {
  readonly desk: Desk;
  readonly groups: Groups;
  readonly facts: readonly FactIr[];
  readonly factById: ReadonlyMap<string, number>;
  readonly registers: ReadonlyMap<string, number>;
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
    registers: new Map(source.registers.map((register, index) => [register.value.id, index])),
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
  book: Pick<Book, "groups" | "facts" | "factById" | "registers" | "derive">,
  level: Scope["level"],
): Scope {
  const { groups, facts, factById, registers, derive } = book;
  return {
    groups,
    facts,
    factById,
    registers,
    derive,
    level,
    parameters: [],
    figures: "refused",
    day: "law date",
    names: new Set(),
    lookUp: () => undefined,
  };
}
