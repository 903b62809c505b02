import type { Suggestion } from "../../../../src/rules/index.ts";
import type { Spot } from "./spot.ts";

const names = ["fact", "parameter", "let", "function", "word"];
const namesBelow = /^(?:building|parcel|space)\./;

/** The name that ends a text, or that is being written there. */
export const nameBefore = (before: string): string =>
  /[\p{L}\p{N}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? "";

/** `b.floor_area`: behind a name of their own, facts of many subjects are named without group. */
function behindVariable(words: readonly Suggestion[], name: string): readonly Suggestion[] {
  const [head = "", ...rest] = name.split(".");
  const isGroup = words.some(({ kind, text }) => kind === "fact" && text.startsWith(`${head}.`));
  if (rest.length === 0 || isGroup) return [];
  return words
    .filter(({ kind, text }) => kind === "fact" && namesBelow.test(text))
    .map((fact) => ({ ...fact, text: fact.text.replace(namesBelow, `${head}.`) }));
}

/** The options of the facts that an expression names so far; of every fact where it names none. */
function optionsIn(words: readonly Suggestion[], expression: string): readonly Suggestion[] {
  const options = words.filter(({ kind }) => kind === "option" || kind === "register");
  const named = options.filter(({ of }) => of !== undefined && expression.includes(of));
  return named.length > 0 ? named : options;
}

/** What may be written at a place, before what is typed there narrows it. */
export function offeredAt(
  words: readonly Suggestion[],
  spot: Spot,
  name: string,
): readonly Suggestion[] {
  if (spot.kind === "unit") return words.filter(({ kind }) => kind === "unit");
  if (spot.kind === "text") return optionsIn(words, spot.expression);
  const below = behindVariable(words, name);
  return below.length > 0 ? below : words.filter(({ kind }) => names.includes(kind));
}

export type Named = {
  readonly from: number;
  readonly to: number;
  readonly suggestion: Suggestion;
};

const rank = (kind: Suggestion["kind"]): number => {
  const place = ["let", "parameter", "fact", "function", "word"].indexOf(kind);
  return place < 0 ? names.length + 1 : place;
};

/** The known name at a place of a line: of several, the longest, and what the draft names first. */
export function nameAt(words: readonly Suggestion[], line: string, at: number): Named | undefined {
  const found = words
    .filter(({ kind }) => kind !== "option")
    .flatMap((suggestion): Named[] => {
      const from = placeIn(line, suggestion.text, at);
      return from < 0 ? [] : [{ from, to: from + suggestion.text.length, suggestion }];
    });
  return found.sort(
    (a, b) => b.to - b.from - (a.to - a.from) || rank(a.suggestion.kind) - rank(b.suggestion.kind),
  )[0];
}

/** Where a name stands whole in a line so that a place lies in it; −1 where it does not. */
function placeIn(line: string, name: string, at: number): number {
  const from = line.lastIndexOf(name, at);
  const isWhole = !/[\p{L}\p{N}_.]/u.test(
    (line[from - 1] ?? "") + (line[from + name.length] ?? ""),
  );
  return from >= 0 && from + name.length >= at && isWhole ? from : -1;
}
