import { unitSymbol } from "../../../../src/base/unit.ts";
import type { Locale } from "../../../../src/base/message.ts";
import type { Suggestion } from "../../../../src/rules/index.ts";

/** The words of the page for kinds of names and types of facts. */
export type KindWords = {
  readonly kinds: Readonly<Record<Suggestion["kind"], string>>;
  readonly types: Readonly<Record<NonNullable<Suggestion["type"]>, string>>;
};

export type Speech = { readonly locale: Locale; readonly words: KindWords };

/** What a name is: "fact · quantity · m²". */
export function kindText({ kind, type, unit }: Suggestion, { locale, words }: Speech): string {
  const sign = unit === undefined ? "" : unitSymbol(unit)[locale];
  return [words.kinds[kind], type ? words.types[type] : "", sign]
    .filter((part) => part)
    .join(" · ");
}

/** All there is to say of a name, in lines. */
export function linesOf(suggestion: Suggestion, speech: Speech): readonly string[] {
  const { text, label, means } = suggestion;
  const { locale } = speech;
  const lines = [`${text}　${kindText(suggestion, speech)}`, label[locale], means?.[locale] ?? ""];
  return [...new Set(lines)].filter((line) => line !== "" && line !== text);
}
