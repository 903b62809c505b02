import type { PolicyDocument } from "../contract/pack.ts";
import type { Path } from "../resolve/desk.ts";
import { nearest } from "../resolve/nearest.ts";
import type { Located } from "../source.ts";
import type { Book } from "./book.ts";

/** What is named at one place of an object, and the book that it must stand in. */
export type NamePlace = {
  readonly book: Book;
  readonly located: Located<unknown>;
  readonly path: Path;
};

/** The document that something rests on. */
export function checkDocument(place: NamePlace, name: string): PolicyDocument | undefined {
  const { book, located, path } = place;
  const document = book.documents.get(name);
  if (document) return document;
  const holes = { name, nearest: nearest(name, book.documents.keys()) };
  return book.desk.about(located, path, { code: "document_unknown", holes });
}

/** The part of a document that something belongs to. */
export function checkMechanism(
  { book, located, path }: NamePlace,
  name: string,
  document: PolicyDocument | undefined,
): void {
  const mechanisms = document?.mechanisms.map((one) => one.id);
  if (!mechanisms || mechanisms.includes(name)) return;
  const holes = { name, nearest: nearest(name, mechanisms) };
  book.desk.about(located, path, { code: "mechanism_unknown", holes });
}

/** Those who owe, lead or make something. */
export function checkOrganisations(place: NamePlace, names: readonly string[]): void {
  const { book, located, path } = place;
  names.forEach((name, index) => {
    if (book.organisations.has(name)) return;
    const holes = { name, nearest: nearest(name, book.organisations) };
    book.desk.about(located, [...path, index], { code: "organisation_unknown", holes });
  });
}
