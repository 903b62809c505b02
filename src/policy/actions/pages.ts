import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Located, Measure } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { MeasurePage, MeasureProjects } from "../contract.ts";
import { nearestOf, type Book } from "../model/book.ts";
import { concernsOf } from "../model/concerns.ts";
import { measureLines, measurePage } from "../model/measure-pages.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { findClause } from "../store.ts";
import { daily } from "./daily.ts";
import { projectsOfMeasure } from "./projects.ts";

const concerns = daily(concernsOf);

/** Every measure, and what they are about. */
export function listMeasures(book: Book, asOf: string) {
  const catalogue = { book, concerns: concerns(book, asOf) };
  return { measures: measureLines(catalogue), concerns: [...catalogue.concerns.lines] };
}

function findMeasure(book: Book, id: string): Decision<Located<Measure>, PolicyRefusal> {
  const { measures } = book.source;
  const found = measures.find(({ value }) => value.id === id);
  if (found) return accept(found);
  const ids = measures.map(({ value }) => value.id);
  return refuse({ code: "measure_missing", measure: id, nearest: nearestOf(id, ids) });
}

export type Opened = { readonly book: Book; readonly id: string; readonly asOf: string };

/** A measure with its rules beside its clause, where the text has been imported. */
export async function measurePageOf(
  tx: Tx,
  { book, id, asOf }: Opened,
): Promise<Decision<MeasurePage, PolicyRefusal>> {
  const found = findMeasure(book, id);
  if (!found.ok) return found;
  const { document, item } = found.value.value.cite;
  const clause = await findClause(tx, document, String(item));
  const catalogue = { book, concerns: concerns(book, asOf) };
  return accept(measurePage(catalogue, { found: found.value, clause }));
}

/** The named projects that a measure touches, could touch, and does not. */
export function measureProjects({
  book,
  id,
  asOf,
}: Opened): Decision<MeasureProjects, PolicyRefusal> {
  const found = findMeasure(book, id);
  return found.ok ? accept(projectsOfMeasure(book, id, asOf)) : found;
}
