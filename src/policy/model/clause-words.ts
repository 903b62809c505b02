import { clauseWords, type ClauseWord } from "../../rules/index.ts";
import type { Span } from "./numerals.ts";

/** One word of force in a clause, counted among its like. */
export type ForceWord = Span & { readonly word: ClauseWord["word"]; readonly nth: number };

/** Words that hold a word of force and mean something else. */
const wordsOnly = [
  "许可",
  "可持续",
  "认可",
  "可靠",
  "可研",
  "可视",
  "可控",
  "可操作",
  "可复制",
  "可再生",
  "不可移动",
  "尽可能",
  "可能",
  "可行",
  "相应",
  "适应",
  "应用",
  "供应",
  "对应",
  "响应",
  "应急",
  "反应",
  "应对",
  "效应",
  "应保尽保",
];

// Longer words first, so that 应当 is not read as 应.
const longestFirst = [...clauseWords].sort((a, b) => b.length - a.length);
// oxlint-disable-next-line house/patterns-are-literals -- both lists are ours, without signs
const pattern = new RegExp(`${wordsOnly.join("|")}|(${longestFirst.join("|")})`, "g");

/** Every word of force of a clause, in the form in which its figures are looked for. */
export function wordsOf(text: string): ForceWord[] {
  const counts = new Map<string, number>();
  return [...text.matchAll(pattern)].flatMap((match) => {
    const word = match[1] as ClauseWord["word"] | undefined;
    if (word === undefined) return [];
    const nth = (counts.get(word) ?? 0) + 1;
    counts.set(word, nth);
    return [{ word, nth, start: match.index, end: match.index + word.length }];
  });
}
