import type { Bilingual, Locale } from "../../base/message.ts";
import type { LoadedPack } from "../../packs/index.ts";
import {
  nearest,
  textTitle,
  type FactDefinition,
  type Missing,
  type Program,
} from "../../rules/index.ts";
import type { Titles } from "./report-text.ts";
import { signs } from "./wording.ts";

/** The law in force: what the pack's files say, and the program that they compile to. */
export type Book = { readonly source: LoadedPack; readonly program: Program };

/** A citation as the gazette brackets show it: the document's short title and the item. */
export function citationLabel(book: Book, document: string, item: string | number): Bilingual {
  const found = book.source.documents.find(({ value }) => value.id === document)?.value.short;
  const { zh, en } = found ?? { zh: document, en: document };
  return { zh: `${zh}·${item}`, en: `${en}·${item}` };
}

function missingTitle(book: Book, missing: Missing, locale: Locale): string {
  const { program } = book;
  switch (missing.kind) {
    case "fact": {
      const index = program.factById.get(missing.id);
      const label = index === undefined ? undefined : program.facts[index]?.definition.label;
      const { open, close } = signs[locale];
      return label ? `${label[locale]}${open}${missing.id}${close}` : missing.id;
    }
    case "text": {
      const title = textTitle(program, missing.id)[locale];
      return { zh: `《${title}》`, en: `text "${title}"` }[locale];
    }
    case "list": {
      const register = program.registers.find(({ id }) => id === missing.id);
      const title = register?.title[locale] ?? missing.id;
      return { zh: `清单“${title}”`, en: `list "${title}"` }[locale];
    }
  }
}

/** The words that a text report needs of the book. */
export const titlesOf = (book: Book): Titles => ({
  citation: ({ document, item }, locale) => citationLabel(book, document, item)[locale],
  missing: (missing, locale) => missingTitle(book, missing, locale),
});

/** The rules that a caller means: one by its full id, or all of a measure. */
export function rulesNamed(book: Book, name: string): string[] {
  const ids = book.program.rules.map(({ id }) => id);
  if (ids.includes(name)) return [name];
  return ids.filter((id) => id.startsWith(`${name}/`));
}

/** The id that a mistyped one most likely meant; empty where none is near. */
export const nearestOf = (name: string, ids: readonly string[]): string => nearest(name, ids) ?? "";

/** The definitions of the dictionary by their ids. */
export const dictionaryOf = ({ source }: Book): ReadonlyMap<string, FactDefinition> =>
  new Map(source.facts.map(({ value }) => [value.id, value]));
