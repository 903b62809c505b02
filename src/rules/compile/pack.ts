import type { Diagnostic } from "../contract/diagnostic.ts";
import type { Program } from "../ir.ts";
import type { PackSource } from "../source.ts";
import { readBook } from "./book.ts";
import { checkCalendars } from "./calendars.ts";
import { readLaw } from "./law.ts";
import { checkDocument } from "./named.ts";
import { checkStated } from "./projects.ts";
import { checkTasks } from "./tasks.ts";

/** Resolves and checks a whole pack: the program that it would be, and all that was found. */
export function readPack(source: PackSource): {
  program: Program;
  diagnostics: readonly Diagnostic[];
} {
  const book = readBook(source);
  for (const located of source.projects) {
    checkDocument({ book, located, path: ["cite", "document"] }, located.value.cite.document);
  }
  checkStated(source, book.desk);
  checkCalendars(source, book.desk);
  checkTasks(book, source);
  const program = readLaw(book, source);
  return { program, diagnostics: book.desk.diagnostics() };
}
