import { accept, refuse, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import { readCase } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { MeasurePage, ProjectLine } from "../contract.ts";
import { citationLabel, nearestOf, type Book } from "../model/book.ts";
import { measurePage } from "../model/pages.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { statedLines } from "../model/stated.ts";
import { tallyRules } from "../model/tally.ts";
import { findClause } from "../store.ts";
import { reportWithQuestion } from "./ask.ts";

/** A measure with its rules beside its clause, where the text has been imported. */
export async function measurePageOf(
  tx: Tx,
  book: Book,
  id: string,
): Promise<Decision<MeasurePage, PolicyRefusal>> {
  const measures = book.source.measures.map(({ value }) => value);
  const found = measures.find((measure) => measure.id === id);
  if (!found) {
    const ids = measures.map((measure) => measure.id);
    return refuse({ code: "measure_missing", measure: id, nearest: nearestOf(id, ids) });
  }
  const clause = await findClause(tx, found.cite.document, String(found.cite.item));
  return accept(measurePage(book, found, clause));
}

type Lines = { readonly asOf: string; readonly lines: ProjectLine[] };

/** The lines of a book on one day: they change only with the book or the day. */
const made = new WeakMap<Book, Lines>();

function lineOf(book: Book, index: number, asOf: string): ProjectLine {
  const project = book.source.projects[index]?.value;
  invariant(project, `project ${index} is in the pack`);
  const { id, title, synthetic, theme = false, cite, note, facts } = project;
  const read = readCase(book.program, { id, synthetic, facts });
  invariant(read.ok, `the facts of the named project ${id} are read`);
  const report = reportWithQuestion(book.program, read.value, { asOf });
  const { next } = report;
  return {
    id,
    title,
    synthetic,
    theme,
    cite: { ...cite, label: citationLabel(book, cite.document, cite.item) },
    stated: statedLines(book, project),
    ...(note ? { note } : {}),
    ...tallyRules(report),
    next: next && { fact: next.fact, label: next.label },
  };
}

/** The named projects: for each how many rules apply, are open and do not, and what to ask next. */
export function listProjects(book: Book, asOf: string): ProjectLine[] {
  const known = made.get(book);
  if (known?.asOf === asOf) return known.lines;
  const lines = book.source.projects.map((_, index) => lineOf(book, index, asOf));
  made.set(book, { asOf, lines });
  return lines;
}
