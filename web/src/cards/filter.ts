import type { CardLine } from "../../../src/policy/contract.ts";
import { matches } from "../search/matches.ts";

/** What is chosen of the cards, and the stored report that they are to be held against. */
export const noChoice = { words: "", mechanism: "", evaluation: "" };
export type CardChoice = typeof noChoice;
export type CardSearch = Partial<CardChoice>;

const names = Object.keys(noChoice) as (keyof CardChoice)[];

/** What an address chooses; what is no choice of ours is passed over. */
export function readCardSearch(search: Readonly<Record<string, unknown>>): CardSearch {
  const stated = names.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value.slice(0, 100)] as const] : [];
  });
  return Object.fromEntries(stated);
}

/** Which report a card's page is asked with. */
export const readCardPageSearch = (search: Readonly<Record<string, unknown>>) => {
  const { evaluation } = readCardSearch(search);
  return evaluation === undefined ? {} : { evaluation };
};

const textsOf = ({ title, summary, province, city, conditions }: CardLine): string[] =>
  [title, summary, province, ...(city ? [city] : []), ...conditions].flatMap(({ zh, en }) => [
    zh,
    en,
  ]);

/** The cards that the choice lets through. */
export const foundBy = (cards: readonly CardLine[], { words, mechanism }: CardChoice): CardLine[] =>
  cards.filter(
    (card) => (!mechanism || card.mechanism.id === mechanism) && matches(words, textsOf(card)),
  );

/** The number of a stored report, from its link or by itself. */
export const evaluationIn = (text: string): string =>
  text.trim().split(/[?#]/)[0]?.split("/").filter(Boolean).at(-1) ?? "";
