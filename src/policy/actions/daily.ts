import type { Book } from "../model/book.ts";

/** Makes something of a book once a day: it changes only with the book or the day. */
export function daily<T>(make: (book: Book, asOf: string) => T): (book: Book, asOf: string) => T {
  const made = new WeakMap<Book, { readonly asOf: string; readonly value: T }>();
  return (book, asOf) => {
    const known = made.get(book);
    if (known?.asOf === asOf) return known.value;
    const value = make(book, asOf);
    made.set(book, { asOf, value });
    return value;
  };
}
