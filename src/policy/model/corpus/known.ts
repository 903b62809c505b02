import { accept, refuse, type Decision } from "../../../base/decision.ts";
import type { PackSource, PolicyDocument } from "../../../rules/index.ts";
import { normalised, type Clause } from "../clause.ts";
import { miscounted } from "./counts.ts";
import type { ReadText } from "./read-text.ts";
import { readCorpus } from "./read.ts";
import type { CorpusRefusal } from "./refusals.ts";

/** A text, and where the caller says it, which document of the pack it is. */
export type TextFile = { readonly name: string; readonly text: string; readonly document?: string };

/** A document of the pack as its text holds it: whole, as the pack declares it. */
export type KnownDocument = {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
};

type Documents = readonly PolicyDocument[];

const documentsOf = ({ documents }: PackSource): Documents => documents.map(({ value }) => value);

const isTitled = (document: PolicyDocument, title: string): boolean =>
  normalised(document.title.zh) === normalised(title);

/** The pack's document that a text is: told by its title; one without, by its layout. */
function documentOf(documents: Documents, read: ReadText): PolicyDocument | undefined {
  const { title, shape } = read;
  if (title !== undefined) return documents.find((document) => isTitled(document, title));
  const untitled = documents.filter(({ text }) => text?.untitled && text.shape === shape);
  return untitled.length === 1 ? untitled[0] : undefined;
}

const unknown = (documents: Documents, title: string): CorpusRefusal => ({
  code: "document_unknown",
  title,
  known: documents
    .filter(({ text }) => text)
    .map(({ id }) => id)
    .join(", "),
});

/** Makes sure that a text is the document that it says it is, whole. */
function whole(document: PolicyDocument, read: ReadText): Decision<KnownDocument, CorpusRefusal> {
  const { id, text } = document;
  if (!text) return refuse({ code: "document_undeclared", document: id });
  const wrong = miscounted(text.counts, read.clauses);
  if (wrong) return refuse({ code: "document_miscounted", document: id, ...wrong });
  const clauses = read.clauses.map((clause) => ({ ...clause, document: id }));
  return accept({ id, title: read.title ?? document.title.zh, clauses });
}

/** The one document of a text that the caller named, whatever title it bears. */
function named(
  source: PackSource,
  texts: readonly ReadText[],
  id: string,
): Decision<KnownDocument[], CorpusRefusal> {
  const documents = documentsOf(source);
  const document = documents.find((one) => one.id === id);
  if (!document) return refuse(unknown(documents, id));
  const [only, ...others] = texts;
  const read =
    others.length === 0 ? only : texts.find(({ title }) => isTitled(document, title ?? ""));
  if (!read) return refuse(unknown(documents, document.title.zh));
  const known = whole(document, read);
  return known.ok ? accept([known.value]) : known;
}

/** Reads a file into the documents of the pack that it holds. */
export function knownDocuments(
  source: PackSource,
  file: TextFile,
): Decision<KnownDocument[], CorpusRefusal> {
  const read = readCorpus(file.text);
  if (!read.ok) return read;
  if (file.document !== undefined) return named(source, read.value, file.document);
  const documents = documentsOf(source);
  const found: KnownDocument[] = [];
  for (const text of read.value) {
    const document = documentOf(documents, text);
    if (!document) return refuse(unknown(documents, text.title ?? file.name));
    const known = whole(document, text);
    if (!known.ok) return known;
    found.push(known.value);
  }
  return accept(found);
}
