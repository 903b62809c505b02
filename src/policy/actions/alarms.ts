import type { Tx } from "../../store/db.ts";
import {
  alarmOf,
  restingOn,
  type AlarmTouch,
  type CorpusVerification,
  type Moment,
  type TextAlarm,
} from "../model/alarm.ts";
import type { Book } from "../model/book.ts";
import { citationsOf } from "../model/citations.ts";
import {
  verificationByDocument,
  verifyCitations,
  type VerificationLine,
} from "../model/verification.ts";
import { evaluationsTouched, listAlarms, putAlarms } from "../store/alarms.ts";
import { listClauses } from "../store/corpus.ts";
import { projectsOfMeasure } from "./projects.ts";

type Ground = { readonly tx: Tx; readonly book: Book; readonly asOf: string };

/** Everything that rests on a citation: rules and cases, named projects, stored evaluations. */
async function touchedBy({ tx, book, asOf }: Ground, line: VerificationLine): Promise<AlarmTouch> {
  const { kind, id } = line.citing;
  const resting = restingOn(book, kind, id);
  if (kind === "project") return { ...resting, projects: [id], evaluations: [] };
  if (kind !== "measure") return { ...resting, projects: [], evaluations: [] };
  const { projects } = projectsOfMeasure(book, id, asOf);
  const near = projects.filter(({ verdict }) => verdict !== "does_not_apply");
  const evaluations = await evaluationsTouched(tx, id);
  return { ...resting, projects: near.map((project) => project.id), evaluations };
}

/**
 * Holds every citation of the pack against the texts that were imported, and keeps an alarm for
 * each that is not what it was made from.
 */
export async function raiseAlarms(
  tx: Tx,
  book: Book,
  { at, asOf }: Moment,
): Promise<CorpusVerification> {
  const before = await listAlarms(tx);
  const citations = citationsOf(book.source);
  const lines = verifyCitations(citations, await listClauses(tx));
  const alarms: TextAlarm[] = [];
  for (const line of lines.filter(({ state }) => state === "differs")) {
    alarms.push(alarmOf(line, await touchedBy({ tx, book, asOf }, line), { before, at }));
  }
  await putAlarms(tx, alarms);
  return { citations: citations.length, documents: verificationByDocument(lines), alarms };
}
