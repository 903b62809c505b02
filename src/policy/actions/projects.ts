import { invariant } from "../../base/invariant.ts";
import { evaluate, nextQuestion, readCase, type Case, type Report } from "../../rules/index.ts";
import type { MeasureProjects, ProjectLine } from "../contract.ts";
import { citationLabel, type Book } from "../model/book.ts";
import { statedLines } from "../model/stated.ts";
import { tallyRules } from "../model/tally.ts";
import { touchesOf, type Touch } from "../model/touched.ts";
import { daily } from "./daily.ts";

type Project = Book["source"]["projects"][number]["value"];
type Reported = {
  readonly project: Project;
  readonly facts: Case;
  readonly report: Report;
  readonly touches: ReadonlyMap<string, Touch>;
};

/** The report of each named project on the facts that its document states. */
const reports = daily((book, asOf) =>
  book.source.projects.map(({ value: project }): Reported => {
    const { id, synthetic, facts } = project;
    const read = readCase(book.program, { id, synthetic, facts });
    invariant(read.ok, `the facts of the named project ${id} are read`);
    const report = evaluate(book.program, read.value, { asOf });
    return { project, facts: read.value, report, touches: touchesOf(report) };
  }),
);

function lineOf(book: Book, { project, facts, report }: Reported): ProjectLine {
  const { id, title, synthetic, theme = false, cite, note } = project;
  const next = nextQuestion(book.program, facts, { asOf: report.asOf, report });
  return {
    id,
    title,
    synthetic,
    theme,
    cite: {
      document: cite.document,
      item: String(cite.item),
      label: citationLabel(book, cite.document, cite.item),
    },
    stated: statedLines(book, project),
    ...(note ? { note } : {}),
    ...tallyRules(report),
    next: next && { fact: next.fact, label: next.label },
  };
}

/** The named projects: for each how many rules apply, are open and do not, and what to ask next. */
export const listProjects = daily((book, asOf): ProjectLine[] =>
  reports(book, asOf).map((reported) => lineOf(book, reported)),
);

/** What a measure comes to for each named project; one without rules touches none. */
export function projectsOfMeasure(book: Book, measure: string, asOf: string): MeasureProjects {
  const projects = reports(book, asOf).flatMap(({ project: { id, title }, touches }) => {
    const verdict = touches.get(measure);
    return verdict ? [{ id, title, verdict }] : [];
  });
  return { asOf, projects };
}
