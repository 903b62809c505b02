import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { PackSource } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { CorpusVerification, Moment } from "../model/alarm.ts";
import type { Book } from "../model/book.ts";
import { clauseHash } from "../model/clause.ts";
import { textChanges, type TextChanges } from "../model/corpus/changes.ts";
import { countClauses, type ClauseCounts } from "../model/corpus/counts.ts";
import { knownDocuments, type KnownDocument, type TextFile } from "../model/corpus/known.ts";
import type { CorpusRefusal } from "../model/corpus/refusals.ts";
import { listClausesOf, putDocument } from "../store/corpus.ts";
import { raiseAlarms } from "./alarms.ts";

/** What an import made of one document. */
export type DocumentReceipt = {
  readonly document: string;
  readonly title: string;
  readonly file: string;
  readonly clauses: number;
  readonly counts: ClauseCounts;
  /** Against what an earlier import left; none where there was none. */
  readonly changes: TextChanges | null;
};

export type ImportReceipt = {
  readonly documents: readonly DocumentReceipt[];
  readonly verification: CorpusVerification;
};

/** A refusal with the file that it is about. */
export type FileRefusal = CorpusRefusal & { readonly file: string };

type Found = KnownDocument & { readonly file: TextFile };

/** Reads all files into the documents of the pack that they hold: each document once. */
export function readDocuments(
  source: PackSource,
  files: readonly TextFile[],
): Decision<Found[], FileRefusal> {
  const found: Found[] = [];
  for (const file of files) {
    const known = knownDocuments(source, file);
    if (!known.ok) return refuse({ ...known.refusal, file: file.name });
    const twice = known.value.find(({ id }) => found.some((one) => one.id === id));
    if (twice) return refuse({ code: "document_twice", document: twice.id, file: file.name });
    found.push(...known.value.map((one) => ({ ...one, file })));
  }
  return accept(found);
}

async function putFound(tx: Tx, found: Found, at: string): Promise<DocumentReceipt> {
  const { id, title, file, clauses } = found;
  const before = await listClausesOf(tx, id);
  const source = { sourceName: file.name, sourceSha256: clauseHash(file.text) };
  const document = { id, title, ...source, items: clauses.length, importedAt: at };
  await putDocument(tx, document, clauses);
  const changes = before.length === 0 ? null : textChanges(before, clauses);
  const counts = countClauses(clauses);
  return { document: id, title, file: file.name, clauses: clauses.length, counts, changes };
}

/** Imports texts whole or not at all, and holds every citation against them at once. */
export async function importTexts(
  tx: Tx,
  book: Book,
  order: { readonly files: readonly TextFile[] } & Moment,
): Promise<Decision<ImportReceipt, FileRefusal>> {
  const found = readDocuments(book.source, order.files);
  if (!found.ok) return found;
  const documents: DocumentReceipt[] = [];
  for (const one of found.value) documents.push(await putFound(tx, one, order.at));
  return accept({ documents, verification: await raiseAlarms(tx, book, order) });
}
