import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/db.ts";
import type { ClauseLine, ClausePage, CorpusPage, DocumentPage } from "../contract.ts";
import type { Book } from "../model/book.ts";
import { citationsOf, type Citing } from "../model/citations.ts";
import type { Clause } from "../model/clause.ts";
import type { CorpusRefusal } from "../model/corpus/refusals.ts";
import { verificationByDocument, verifyCitations } from "../model/verification.ts";
import { listAlarms } from "../store/alarms.ts";
import { listClauses, listClausesOf, listDocuments } from "../store/corpus.ts";

/** The documents of the pack that have a text, and how what cites them stands. */
export async function corpusPage(tx: Tx, book: Book): Promise<CorpusPage> {
  const imported = new Map((await listDocuments(tx)).map((one) => [one.id, one]));
  const lines = verifyCitations(citationsOf(book.source), await listClauses(tx));
  const stands = new Map(verificationByDocument(lines).map((one) => [one.document, one]));
  const documents = book.source.documents.filter(({ value }) => value.text);
  return {
    documents: documents.map(({ value: { id } }) => {
      const text = imported.get(id);
      const { verified = 0, differs = 0, not_imported: notImported = 0 } = stands.get(id) ?? {};
      return {
        document: id,
        ...(text ? { importedAt: text.importedAt } : {}),
        clauses: text?.items ?? 0,
        ...{ verified, differs, notImported },
      };
    }),
    alarms: (await listAlarms(tx)).map((alarm) => ({
      ...alarm,
      rules: [...alarm.rules],
      cases: [...alarm.cases],
      projects: [...alarm.projects],
      evaluations: alarm.evaluations.length,
    })),
  };
}

/** The text of a document of the pack, once somebody imported it. */
async function textOf(
  tx: Tx,
  book: Book,
  id: string,
): Promise<Decision<readonly Clause[], CorpusRefusal>> {
  const documents = book.source.documents.map(({ value }) => value);
  if (!documents.some((document) => document.id === id)) {
    const known = documents.map((document) => document.id).join(", ");
    return refuse({ code: "document_unknown", title: id, known });
  }
  const clauses = await listClausesOf(tx, id);
  return clauses.length > 0
    ? accept(clauses)
    : refuse({ code: "document_not_imported", document: id });
}

const citingOf = (book: Book, document: string): Citing[] =>
  citationsOf(book.source).filter((citing) => citing.document === document);

/** The lines of clauses, each with how much rests on it. */
function linesOf(clauses: readonly Clause[], citations: readonly Citing[]): ClauseLine[] {
  return clauses.map(({ item, parent, kind, ordinal, heading }) => {
    const cited = citations.filter((citing) => citing.item === item).length;
    return { item, parent, kind, ordinal, heading, cited };
  });
}

/** A document as the tree of its clauses, without their texts. */
export async function documentPage(
  tx: Tx,
  book: Book,
  id: string,
): Promise<Decision<DocumentPage, CorpusRefusal>> {
  const clauses = await textOf(tx, book, id);
  if (!clauses.ok) return clauses;
  const document = (await listDocuments(tx)).find((one) => one.id === id);
  return accept({
    document: id,
    title: document?.title ?? "",
    importedAt: document?.importedAt ?? "",
    clauses: linesOf(clauses.value, citingOf(book, id)),
  });
}

/** What a clause stands in, from the outermost on. */
function aboveOf(clauses: readonly Clause[], { parent }: Clause): ClausePage["above"] {
  const found = clauses.find(({ item }) => item === parent);
  if (!found) return [];
  return [...aboveOf(clauses, found), { item: found.item, heading: found.heading }];
}

/** A clause with its words, where it stands in its document, and what rests on it. */
export async function clausePage(
  tx: Tx,
  book: Book,
  { document, item }: { readonly document: string; readonly item: string },
): Promise<Decision<ClausePage, CorpusRefusal>> {
  const clauses = await textOf(tx, book, document);
  if (!clauses.ok) return clauses;
  const clause = clauses.value.find((one) => one.item === item);
  if (!clause) return refuse({ code: "clause_missing", document, item });
  const citations = citingOf(book, document);
  const own = citations.filter((citing) => citing.item === item);
  const { parent: _parent, cells, ...words } = clause;
  return accept({
    ...words,
    cells: [...cells],
    above: aboveOf(clauses.value, clause),
    below: linesOf(
      clauses.value.filter(({ parent }) => parent === item),
      citations,
    ),
    citing: own.map(({ kind, id, title, sha256 }) => ({
      ...{ kind, id, title },
      state: sha256 === clause.sha256 ? "verified" : "differs",
    })),
  });
}
