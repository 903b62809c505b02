import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { normalised } from "../clause.ts";
import type { CorpusRefusal } from "./refusals.ts";

/**
 * How Chinese is searched: nothing parts its words, so each two neighbouring characters are a
 * token, and a word is looked for as its tokens in a row. Latin words and figures are tokens as
 * they are.
 */
type Token = {
  readonly token: string;
  /** Its place among characters and figures, from 1. */
  readonly place: number;
  /** Where it begins in the normalised text. */
  readonly start: number;
};

/** PostgreSQL does not tell places behind this one apart, nor keeps more places of one token. */
const lastPlace = 16_383;
const placesOfToken = 255;
const wordLimit = 8;

const runs = /[\u3400-\u9fff]+|[a-z]+|[0-9]+(?:\.[0-9]+)*/g;
const han = /^[\u3400-\u9fff]/;

/** The form in which texts are searched. */
const searched = (text: string): string => normalised(text).toLowerCase();

/** Two characters a token; the last character stands alone, so that one character is found too. */
const pairsOf = (run: string): string[] =>
  Array.from({ length: run.length }, (_, index) => run.slice(index, index + 2));

function tokensOf(text: string): Token[] {
  const found: Omit<Token, "place">[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (found.length >= lastPlace) break;
    const tokens = han.test(run) ? pairsOf(run.slice(0, lastPlace)) : [run];
    found.push(...tokens.map((token, offset) => ({ token, start: index + offset })));
  }
  return found.slice(0, lastPlace).map((token, index) => ({ ...token, place: index + 1 }));
}

/** A clause as PostgreSQL searches it: what stands in its heading weighs more. */
export function searchVector(heading: string, text: string): string {
  const end = normalised(heading).length;
  const places = new Map<string, string[]>();
  for (const { token, place, start } of tokensOf(searched(text))) {
    const own = places.get(token) ?? [];
    if (own.length < placesOfToken) own.push(`${place}${start < end ? "A" : ""}`);
    places.set(token, own);
  }
  return [...places].map(([token, own]) => `'${token}':${own.join(",")}`).join(" ");
}

/** What is looked for: each word as PostgreSQL's text search takes it, and as it is marked. */
export type SearchWord = { readonly query: string; readonly word: string };

function wordQuery(word: string): string {
  const tokens = tokensOf(word);
  const isLone = ({ token }: Token) => token.length === 1 && han.test(token);
  const kept = tokens.filter((token, index) => {
    const before = tokens[index - 1];
    return !isLone(token) || !before || before.token.length !== 2 || !han.test(before.token);
  });
  return kept
    .map((token, index) => {
      const distance = token.place - (kept[index - 1]?.place ?? token.place);
      const step = index === 0 ? "" : ` <${distance}> `;
      return `${step}'${token.token}'${isLone(token) ? ":*" : ""}`;
    })
    .join("");
}

/** The words of a search, each once. */
export function searchWords(text: string): Decision<SearchWord[], CorpusRefusal> {
  const parts = text.split(/[\s,，、;；]+/u).map((part) => searched(part));
  const words = [...new Set(parts)]
    .map((word) => ({ word, query: wordQuery(word) }))
    .filter(({ query }) => query !== "");
  if (words.length === 0) return refuse({ code: "search_empty" });
  if (words.length > wordLimit) {
    return refuse({ code: "search_too_wide", words: words.length, limit: wordLimit });
  }
  return accept(words);
}
