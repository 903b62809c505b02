import { invariant } from "../../base/invariant.ts";
import { compileCards, type Card, type Measure, type Program } from "../../rules/index.ts";
import type { CardLine, CardPage } from "../contract.ts";
import { citationLabel, type Book } from "./book.ts";
import { parameterLines, ruleLine } from "./measure-pages.ts";

const made = new WeakMap<Book, ReadonlyMap<string, Book>>();

/** Each card as a book of its own: the law of another place beside the dictionary of the pack. */
export function cardBooks(book: Book): ReadonlyMap<string, Book> {
  const known = made.get(book);
  if (known) return known;
  const compiled = compileCards(book.source);
  invariant(compiled.ok, "a pack that compiles has cards that compile");
  const { source } = book;
  const books = new Map([...compiled.value].map(([id, program]) => [id, { source, program }]));
  made.set(book, books);
  return books;
}

/** The book in which a name is looked for: the card's own where it names one, else the pack's. */
export function bookNaming(book: Book, name: string | undefined): Book {
  const cards = [...cardBooks(book)];
  const card = cards.find(([id]) => name === id || name?.startsWith(`${id}/`));
  return card?.[1] ?? book;
}

/** The pack, and each card that answers for a case. */
export const answering = (book: Book): Book[] => [
  book,
  ...[...cardBooks(book).values()].filter(({ program }) => program.rules.length > 0),
];

/** The program of the pack, and those of the cards that answer for a case. */
export const programsOf = (book: Book): Program[] => answering(book).map(({ program }) => program);

/** The measure that a card is in its own book. */
function lawOf(book: Book, card: Card): { readonly own: Book; readonly law: Measure } {
  const own = cardBooks(book).get(card.id);
  const law = own?.program.measures.get(card.id);
  invariant(own && law, "every card has a program, and that has the card");
  return { own, law };
}

export function cardLine(book: Book, card: Card): CardLine {
  const { id, title, cite, mechanism, place, summary, conditions = [] } = card;
  const document = book.source.documents.find(({ value }) => value.id === cite.document)?.value;
  const part = document?.mechanisms.find((one) => one.id === mechanism);
  return {
    id,
    title,
    cite: { ...cite, label: citationLabel(book, cite.document, cite.item) },
    mechanism: { id: mechanism, title: part?.title ?? { zh: mechanism, en: mechanism } },
    province: place.province,
    city: place.city ?? null,
    summary,
    conditions,
    figures: parameterLines(card),
    rules: card.rules?.length ?? 0,
    cases: card.cases?.length ?? 0,
  };
}

/** The facts that the rules of a card read, in the order of the dictionary. */
function factsRead({ program }: Book): CardPage["facts"] {
  const read = new Set(program.rules.flatMap(({ reads }) => [...reads]));
  return program.facts.flatMap(({ definition }, index) => (read.has(index) ? [definition] : []));
}

/** One card with its rules as sentences, and what to state for an answer. */
export function cardPage(book: Book, card: Card): CardPage {
  const { own, law } = lawOf(book, card);
  return {
    card: cardLine(book, card),
    rules: (law.rules ?? []).map((rule) => ruleLine(own, law, rule)),
    facts: factsRead(own),
    cases: (card.cases ?? []).map(({ name }) => ({ name })),
  };
}
