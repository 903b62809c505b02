import { isCivilDate } from "../../base/date.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import {
  readCase,
  readCaseText,
  withoutEmptyCeilings,
  type Case,
  type CaseRefusal,
  type TextKind,
} from "../../rules/index.ts";
import {
  inputMisuse,
  misuse,
  readInput,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import { reportWithQuestion } from "../actions/ask.ts";
import { dictionaryOf, nearestOf, titlesOf, type Book } from "../model/book.ts";
import { reportText } from "../model/report-text.ts";
import { tableRow, tableText } from "../model/table.ts";
import { isRefused } from "../model/tally.ts";
import {
  asOfOption,
  bookFor,
  factsArgument,
  packOption,
  policyRefused,
  projectOption,
  type CommandContext,
} from "./context.ts";
import { evaluateToFile } from "./evaluate-to-file.ts";
import { evaluateToReport } from "./evaluate-to-report.ts";
import { isReport, outOf } from "./out-file.ts";

const kinds: Readonly<Record<string, TextKind>> = {
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  jsonl: "jsonl",
  csv: "csv",
  geojson: "geojson",
};

const refusedFacts = (path: string, refusals: readonly CaseRefusal[]): Outcome => ({
  exit: 2,
  json: { problem: { code: "facts_refused", file: path }, errors: refusals },
  text: (locale) =>
    refusals
      .map(({ row, pointer, code, message }) => {
        const place = [path, row === undefined ? "" : `#${row}`, pointer].join("");
        return `${place}: ${code}: ${message[locale]}`;
      })
      .join("\n"),
});

/** The law date of a call: what it says, or today in the city. */
export function asOfCall(call: Call): Decision<string, Outcome> {
  const said = call.options["asOf"];
  if (typeof said !== "string") return accept(call.around.today());
  if (isCivilDate(said)) return accept(said);
  return refuse(policyRefused({ code: "date_invalid", date: said }));
}

async function casesOfFile(
  book: Book,
  call: Call,
  path: string,
): Promise<Decision<readonly Case[], Outcome>> {
  const kind = kinds[path.split(".").at(-1)?.toLowerCase() ?? ""];
  if (!kind) {
    const known = Object.keys(kinds).join(", ");
    const zh = `${path}：事实文件的扩展名应是 ${known} 之一`;
    const en = `${path}: a file of facts ends in one of ${known}`;
    return refuse(misuse("file_kind_unknown", { zh, en }));
  }
  const input = await readInput(call.around.folder, path);
  if (!input.ok) return refuse(inputMisuse(input.refusal));
  const cases = readCaseText(book.program, input.value, kind);
  return cases.ok ? cases : refuse(refusedFacts(path, cases.refusal));
}

/** The named projects of the pack, as cases; one of them where it is asked for. */
function namedCases(book: Book, only?: string): Decision<readonly Case[], Outcome> {
  const { projects } = book.source;
  const wanted = projects.filter(({ value }) => only === undefined || value.id === only);
  if (only !== undefined && wanted.length === 0) {
    const ids = projects.map(({ value }) => value.id);
    return refuse(projectMissing(only, nearestOf(only, ids)));
  }
  const cases: Case[] = [];
  for (const { value, file } of wanted) {
    const { id, title, synthetic, facts } = value;
    const read = readCase(book.program, { id, title: title.zh, synthetic, facts });
    if (!read.ok) return refuse(refusedFacts(file, read.refusal));
    cases.push(read.value);
  }
  return accept(cases);
}

function projectMissing(id: string, near: string): Outcome {
  const [zh, en] = near ? [`，是不是 ${near}`, `; is it ${near}?`] : ["", ""];
  return misuse(
    "project_unknown",
    bilingual(`没有具名项目 ${id}${zh}`, `no named project is called ${id}${en}`),
  );
}

/** Every case that the call names, in its order. */
export async function casesOfCall(
  book: Book,
  call: Call,
): Promise<Decision<readonly Case[], Outcome>> {
  if (call.options["projects"] === true) return namedCases(book);
  const { project } = call.options;
  if (typeof project === "string") return namedCases(book, project);
  if (call.words.length === 0) {
    const zh = "要给出事实文件，或用 --project、--projects 说明用哪个具名项目";
    const en = "name a file of facts, or a named project by --project or --projects";
    return refuse(misuse("facts_missing", { zh, en }));
  }
  const cases: Case[] = [];
  for (const path of call.words) {
    const read = await casesOfFile(book, call, path);
    if (!read.ok) return read;
    cases.push(...read.value);
  }
  return accept(cases);
}

/** One case gives a report; several give a table. Exit code 2 where a bottom line is broken. */
export async function runEvaluate(context: CommandContext, call: Call): Promise<Outcome> {
  const asOf = asOfCall(call);
  if (!asOf.ok) return asOf.refusal;
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  if (typeof call.options["out"] === "string") {
    const out = outOf(call);
    if (!out.ok) return out.refusal;
    const asked = { book: book.value, asOf: asOf.value, casesOfCall };
    return isReport(out.value)
      ? evaluateToReport(call, { ...asked, out: out.value })
      : evaluateToFile(context, call, { ...asked, out: out.value });
  }
  const cases = await casesOfCall(book.value, call);
  if (!cases.ok) return cases.refusal;

  const { program } = book.value;
  const reports = cases.value.map((facts) =>
    reportWithQuestion(program, facts, { asOf: asOf.value }),
  );
  const exit = reports.some(isRefused) ? 2 : 0;
  const [only] = reports;
  if (only && reports.length === 1) {
    const titles = titlesOf(book.value);
    const shown = withoutEmptyCeilings(only, dictionaryOf(book.value));
    return { exit, json: only, text: (locale) => reportText(shown, titles, locale) };
  }
  const rows = reports.map((report, index) => tableRow(report, cases.value[index]?.title));
  return {
    exit,
    json: { asOf: asOf.value, rows, reports },
    text: (locale) => tableText(rows, locale),
  };
}

/** `zhibu evaluate`. */
export const evaluateCommand = (context: CommandContext): Command => ({
  name: "evaluate",
  means: {
    zh: "测算政策：一个案例得一份报告，多个案例得一张表",
    en: "evaluate policies: one case gives a report, several give a table",
  },
  takes: [{ ...factsArgument, many: true }],
  options: [
    { flags: "--projects", means: { zh: "测算具名项目", en: "evaluate the named projects" } },
    projectOption,
    {
      flags: "--out <file>",
      means: {
        zh: "写成文件：逐条结论的表（.csv、.parquet），或一个案例的报告（.docx、.pdf）",
        en: "write a table of verdicts (.csv, .parquet), or the report on one case (.docx, .pdf)",
      },
    },
    asOfOption,
    packOption,
  ],
  run: (call) => runEvaluate(context, call),
});
