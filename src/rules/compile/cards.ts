import type { Diagnostic } from "../contract/diagnostic.ts";
import type { Card, FactDefinition, Measure } from "../contract/pack.ts";
import type { Program } from "../ir.ts";
import type { Located, PackSource } from "../source.ts";
import { readBook, type Book } from "./book.ts";
import { readLaw } from "./law.ts";

export type CardLaws = {
  /** By the card's id: what that place asks, as a program of its own. */
  readonly programs: ReadonlyMap<string, Program>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Each card is the law of another place: it compiles with the dictionary of the pack and its own
 * facts, and never beside the pack's measures.
 */
export function readCards(source: PackSource): CardLaws {
  const { cards } = source;
  if (cards.length === 0) return { programs: new Map(), diagnostics: [] };
  const facts = [...source.facts, ...cards.flatMap(factsOf)];
  const book = readBook({ ...source, facts });
  noteTaken(book, source);
  const programs = cards.map((card) => {
    const law = { ...source, measures: [asMeasure(card)], combinations: [] };
    return [card.value.id, readLaw(book, law)] as const;
  });
  const files = new Set(cards.map(({ file }) => file));
  // What the pack's own dictionary says wrong was told when the pack was read, and a figure of a
  // card may tell what happened without any rule that reads it.
  const diagnostics = book.desk
    .diagnostics()
    .filter(({ file, code }) => files.has(file) && code !== "parameter_unused");
  return { programs: new Map(programs), diagnostics };
}

const factsOf = (card: Located<Card>): Located<FactDefinition>[] =>
  (card.value.facts ?? []).map((value, index) => ({
    value,
    file: card.file,
    at: (path, offset) => card.at(["facts", index, ...path], offset),
  }));

/** A card as the one measure of its law: what the two have in common stands at the same places. */
function asMeasure(card: Located<Card>): Located<Measure> {
  const { id, title, cite, mechanism, summary, addressee = "project" } = card.value;
  const { parameters, rules, figures, words, cases } = card.value;
  const shape = { id, title, cite, mechanism, summary, addressee } as const;
  const law = { parameters, rules, figures, words, cases };
  const given = Object.fromEntries(Object.entries(law).filter(([, part]) => part !== undefined));
  const value = { ...shape, standing: "full", lead: [], since: "unknown", ...given } as const;
  return { ...card, value: { ...value, lead: [] } };
}

/** A card that called its fact as another does would change what that one asks. */
function noteTaken({ desk }: Book, { facts, cards }: PackSource): void {
  const seen = new Set(facts.map(({ value }) => value.id));
  const own = cards.flatMap((card) =>
    (card.value.facts ?? []).map(({ id }, index) => ({ card, id, index })),
  );
  for (const { card, id: name, index } of own) {
    if (seen.has(name)) {
      desk.about(card, ["facts", index, "id"], { code: "card_fact_taken", holes: { name } });
    }
    seen.add(name);
  }
}
