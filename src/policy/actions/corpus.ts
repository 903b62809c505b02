import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { PackSource } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import { clauseHash, normalised } from "../model/clause.ts";
import { readToolbox, type ReadDocument } from "../model/toolbox.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { verifyMeasures, type VerificationLine } from "../model/verification.ts";
import { listClauses, putDocument } from "../store.ts";

export type TextFile = { readonly name: string; readonly text: string; readonly document?: string };

export type ImportReceipt = {
  readonly document: string;
  readonly title: string;
  readonly items: number;
  readonly mechanisms: readonly number[];
  readonly verification: readonly VerificationLine[];
};

/** The pack's document that a text is: named by the caller, or told by its title. */
function documentOf(
  source: PackSource,
  title: string,
  named: string | undefined,
): Decision<PackSource["documents"][number]["value"], PolicyRefusal> {
  const documents = source.documents.map(({ value }) => value);
  const found = documents.find((document) =>
    named === undefined
      ? normalised(document.title.zh) === normalised(title)
      : document.id === named,
  );
  if (found) return accept(found);
  const known = documents.map(({ id }) => id).join(", ");
  return refuse({ code: "document_unknown", title: named ?? title, known });
}

export type ReadText = { readonly id: string; readonly read: ReadDocument };

/** Reads a text and makes sure that it is the document it says it is, whole. */
export function readText(source: PackSource, file: TextFile): Decision<ReadText, PolicyRefusal> {
  const read = readToolbox(file.text, file.document ?? "");
  if (!read.ok) return read;
  const document = documentOf(source, read.value.title, file.document);
  if (!document.ok) return document;
  const { id, mechanisms } = document.value;
  const expected = mechanisms.map(({ items }) => items).join("/");
  const found = read.value.mechanisms.join("/");
  if (expected !== found) {
    return refuse({ code: "document_miscounted", document: id, expected, found });
  }
  const clauses = read.value.clauses.map((clause) => ({ ...clause, document: id }));
  return accept({ id, read: { ...read.value, clauses } });
}

const measuresOf = (source: PackSource, document: string) =>
  source.measures.map(({ value }) => value).filter(({ cite }) => cite.document === document);

/** Imports a text whole or not at all, and holds the coded measures against it at once. */
export async function importText(
  tx: Tx,
  source: PackSource,
  file: TextFile & { readonly at: string },
): Promise<Decision<ImportReceipt, PolicyRefusal>> {
  const text = readText(source, file);
  if (!text.ok) return text;
  const { id, read } = text.value;
  await putDocument(
    tx,
    {
      id,
      title: read.title,
      sourceName: file.name,
      sourceSha256: clauseHash(file.text),
      items: read.clauses.length,
      importedAt: file.at,
    },
    read.clauses,
  );
  const verification = verifyMeasures(measuresOf(source, id), read.clauses);
  return accept({
    document: id,
    title: read.title,
    items: read.clauses.length,
    mechanisms: read.mechanisms,
    verification,
  });
}

/** Holds every coded measure against what has been imported. */
export async function verifyCorpus(tx: Tx, source: PackSource): Promise<VerificationLine[]> {
  const measures = source.measures.map(({ value }) => value);
  return verifyMeasures(measures, await listClauses(tx));
}
