import type { Decision } from "../../base/decision.ts";
import { bilingual, type Bilingual } from "../../base/message.ts";
import { evaluate, type Case } from "../../rules/index.ts";
import { writeWhole } from "../../store/atomic-file.ts";
import { misuse, type Call, type Outcome } from "../../terminal/index.ts";
import { writeReport, type ReportKind } from "../actions/report-file/write.ts";
import type { PlaceLine } from "../contract.ts";
import type { Book } from "../model/book.ts";
import { factRows } from "../model/fact-rows.ts";
import { reportDocument } from "../model/report-document.ts";
import { isRefused } from "../model/tally.ts";

type Reporting = {
  readonly out: { readonly path: string; readonly kind: ReportKind };
  readonly book: Book;
  readonly asOf: string;
  readonly casesOfCall: (book: Book, call: Call) => Promise<Decision<readonly Case[], Outcome>>;
};

/** A named project by its own title in both languages; any other case as its file calls it. */
function titleOf(book: Book, { id, title }: Case): Bilingual {
  const project = book.source.projects.find(({ value }) => value.id === id);
  return project?.value.title ?? { zh: title ?? id, en: title ?? id };
}

const placeOf = (book: Book, facts: Case): PlaceLine => ({
  kind: "none",
  title: titleOf(book, facts),
  synthetic: facts.synthetic,
  path: [],
});

const notOne = (found: number): Outcome =>
  misuse(
    "case_not_one",
    bilingual(
      `一份报告说一个案例，这里有 ${found} 个`,
      `a report is about one case; there are ${found} here`,
    ),
  );

/** Evaluates one case into a report to be signed: Word, or PDF. Nothing is stored. */
export async function evaluateToReport(call: Call, reporting: Reporting): Promise<Outcome> {
  const { out, book, asOf, casesOfCall } = reporting;
  const cases = await casesOfCall(book, call);
  if (!cases.ok) return cases.refusal;
  const [only] = cases.value;
  if (!only || cases.value.length > 1) return notOne(cases.value.length);
  const { program } = book;
  const answers = {
    place: placeOf(book, only),
    facts: factRows(program, only),
    report: evaluate(program, only, { asOf }),
  };
  const { locale, today } = call.around;
  const createdAt = `${today()}T00:00:00.000Z`;
  const report = reportDocument({ book, answers, locale, createdAt, clauses: [] });
  await writeWhole(out.path, await writeReport(out.kind, report));
  return {
    exit: isRefused(answers.report) ? 2 : 0,
    json: { file: out.path, report: answers.report },
    text: (said) => ({ zh: `已写入 ${out.path}`, en: `written to ${out.path}` })[said],
  };
}
