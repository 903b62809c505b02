import { isCivilDate } from "../../base/date.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { evaluate, readCase, type Card } from "../../rules/index.ts";
import type { CardAnswer, CardList, CardPage, CardQuestion } from "../contract.ts";
import { nearestOf, type Book } from "../model/book.ts";
import { cardBooks, cardLine, cardPage } from "../model/cards.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import type { AskRefusal } from "./place.ts";

/** What other places do. */
export const listCards = (book: Book): CardList => ({
  cards: book.source.cards.map(({ value }) => cardLine(book, value)),
});

function findCard({ source }: Book, id: string): Decision<Card, PolicyRefusal> {
  const cards = source.cards.map(({ value }) => value);
  const found = cards.find((card) => card.id === id);
  if (found) return accept(found);
  const ids = cards.map((card) => card.id);
  return refuse({ code: "card_missing", card: id, nearest: nearestOf(id, ids) });
}

/** One card, with its rules and the facts that they ask for. */
export function openCard(book: Book, id: string): Decision<CardPage, PolicyRefusal> {
  const card = findCard(book, id);
  return card.ok ? accept(cardPage(book, card.value)) : card;
}

export type CardAsking = {
  readonly book: Book;
  readonly id: string;
  readonly question: CardQuestion;
  readonly today: string;
};

/** Whether a project meets what that place asked: its own law, and nothing of the city's. */
export function answerCard(asking: CardAsking): Decision<CardAnswer, AskRefusal> {
  const { book, id, question, today } = asking;
  const card = findCard(book, id);
  if (!card.ok) return refuse({ kind: "policy", refusal: card.refusal });
  const { asOf = today, facts } = question;
  if (!isCivilDate(asOf)) {
    return refuse({ kind: "policy", refusal: { code: "date_invalid", date: asOf } });
  }
  const program = cardBooks(book).get(id)?.program ?? book.program;
  const read = readCase(program, facts);
  if (!read.ok) return refuse({ kind: "facts", refusals: read.refusal });
  return accept({
    card: cardLine(book, card.value),
    report: evaluate(program, read.value, { asOf }),
  });
}
