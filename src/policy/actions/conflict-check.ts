import { isCivilDate } from "../../base/date.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import { findPlace, surveyPlace, type PlaceSurvey } from "../../land/index.ts";
import { evaluateRules, mergeCases, readCase, type Case, type Source } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { ConflictBody, ConflictReport } from "../contract.ts";
import type { Book } from "../model/book.ts";
import { conflictsOf, precedencesOf } from "../model/conflicts.ts";
import { placeRules } from "../model/conflicts/speaking.ts";
import { askedOfMap, mapFacts, type AskRefusal } from "./place.ts";

/** What is asked, under which law and on which day. */
export type Checking = {
  readonly book: Book;
  readonly body: ConflictBody;
  readonly today: string;
};

/** A check with all that the database says: the verdicts follow outside the transaction. */
export type SurveyedConflict = {
  readonly facts: Case;
  readonly asOf: string;
  readonly title: ConflictReport["title"];
  readonly synthetic: boolean;
  /** Undefined of a project: it names no place. */
  readonly survey: PlaceSurvey | undefined;
};

type Part = { readonly facts: unknown; readonly source: Source };
type Surveyed = Omit<SurveyedConflict, "facts" | "asOf"> & { readonly known: Part };

async function surveyOf(tx: Tx, { book, body }: Checking): Promise<Decision<Surveyed, AskRefusal>> {
  const { place } = body;
  if ("project" in place) return surveyProject(book, place.project);
  const found = await findPlace(tx, place);
  if (!found.ok) return refuse({ kind: "place", refusal: found.refusal });
  const asked = askedOfMap(book.program, placeRules(book.program));
  const measures = asked.map(({ measure }) => measure);
  const survey = await surveyPlace(tx, found.value, { measures, pairs: precedencesOf(book) });
  return accept({
    title: found.value.title,
    synthetic: survey.report.place.synthetic,
    survey,
    known: { facts: mapFacts(asked, survey.measured), source: "map" },
  });
}

function surveyProject(book: Book, id: string): Decision<Surveyed, AskRefusal> {
  const project = book.source.projects.find(({ value }) => value.id === id)?.value;
  if (!project) {
    return refuse({ kind: "policy", refusal: { code: "project_missing", project: id } });
  }
  const { title, synthetic, facts } = project;
  return accept({ title, synthetic, survey: undefined, known: { facts, source: "reported" } });
}

/** Gathers what the map and the asker say of a place that is to be checked. */
export async function surveyConflict(
  tx: Tx,
  checking: Checking,
): Promise<Decision<SurveyedConflict, AskRefusal>> {
  const { book, body, today } = checking;
  const { asOf = today, facts = {} } = body;
  if (!isCivilDate(asOf)) {
    return refuse({ kind: "policy", refusal: { code: "date_invalid", date: asOf } });
  }
  const surveyed = await surveyOf(tx, checking);
  if (!surveyed.ok) return surveyed;
  const { known, ...survey } = surveyed.value;
  const cases: Case[] = [];
  for (const { facts: stated, source } of [known, { facts, source: "asked" } as const]) {
    const raw = { id: "place", synthetic: survey.synthetic, facts: stated };
    const read = readCase(book.program, raw, { provenance: { source } });
    if (!read.ok) return refuse({ kind: "facts", refusals: read.refusal });
    cases.push(read.value);
  }
  const [first, ...others] = cases;
  invariant(first, "what the map says is always read");
  return accept({ ...survey, asOf, facts: mergeCases(book.program, first, ...others) });
}

/** The rules that speak of what the map told, the stricter first. */
export function checkConflict(book: Book, surveyed: SurveyedConflict): ConflictReport {
  const { facts, asOf, title, synthetic, survey } = surveyed;
  const { program } = book;
  const verdicts = evaluateRules(program, facts, { asOf, rules: placeRules(program) });
  const overlaps = survey?.report.overlaps ?? [];
  return {
    place: survey?.report.place ?? null,
    title,
    asOf,
    pack: program.pack,
    encoding: program.encoding,
    synthetic: synthetic || overlaps.some((one) => one.synthetic && one.relation !== "unknown"),
    ...conflictsOf({ book, verdicts, survey: { overlaps, shared: survey?.shared ?? [] } }),
  };
}
