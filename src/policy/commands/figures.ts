import type { Locale } from "../../base/message.ts";
import { system } from "../../base/actor.ts";
import {
  inputMisuse,
  readInput,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import { readText } from "../actions/corpus.ts";
import type { Book } from "../model/book.ts";
import type { Clause } from "../model/clause.ts";
import { checkFigures, type FigureFinding, type FigureReport } from "../model/figures.ts";
import { listClauses } from "../store.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

type MeasureFigures = { measure: string; item: string; report: FigureReport | undefined };

function sayFinding(finding: FigureFinding, locale: Locale): string {
  switch (finding.code) {
    case "numeral_unaccounted": {
      const { numeral, around } = finding;
      return {
        zh: `“${numeral}”（…${around}…）没有说明`,
        en: `"${numeral}" (…${around}…) is not accounted for`,
      }[locale];
    }
    case "figure_not_in_clause":
      return { zh: `条款里没有“${finding.figure}”`, en: `the clause holds no "${finding.figure}"` }[
        locale
      ];
    case "figure_without_purpose":
      return {
        zh: `“${finding.figure}”没有对应参数，也没有说明理由`,
        en: `"${finding.figure}" is neither mapped nor excused`,
      }[locale];
    case "figure_names_no_parameter":
      return {
        zh: `没有参数 ${finding.parameter}`,
        en: `there is no parameter ${finding.parameter}`,
      }[locale];
    case "figure_differs": {
      const { figure, parameter } = finding;
      return {
        zh: `参数 ${parameter} 与“${figure}”不同`,
        en: `parameter ${parameter} differs from "${figure}"`,
      }[locale];
    }
  }
}

function lines({ measure, report }: MeasureFigures, locale: Locale): string[] {
  const missing = { zh: "文本未导入", en: "text not imported" }[locale];
  if (!report) return [`${measure}  ${missing}`];
  const mapped = report.lines.map(
    ({ figure, parameter }) => `${figure} → ${parameter ?? excused[locale]}`,
  );
  return [
    `${measure}  ${numerals[locale]} ${report.numerals}${mapped.length > 0 ? `：${mapped.join("；")}` : ""}`,
    ...report.findings.map((finding) => `    ✗ ${sayFinding(finding, locale)}`),
  ];
}

const excused = { zh: "已说明", en: "excused" };
const numerals = { zh: "数字", en: "numerals" };

/** Holds every coded measure against its clause. */
function figuresOutcome(book: Book, clauses: readonly Clause[]): Outcome {
  const reports = book.source.measures.map(({ value }): MeasureFigures => {
    const item = String(value.cite.item);
    const clause = clauses.find((one) => one.document === value.cite.document && one.item === item);
    return { measure: value.id, item, report: clause && checkFigures(value, clause.text) };
  });
  const findings = reports.flatMap(({ report }) => report?.findings ?? []).length;
  const absent = reports.filter(({ report }) => !report).length;
  const count = reports.reduce((sum, { report }) => sum + (report?.numerals ?? 0), 0);
  const total = {
    zh: `${reports.length} 条举措，${count} 个数字，${findings} 处不符，${absent} 条缺文本`,
    en:
      `${reports.length} measures, ${count} numerals, ` +
      `${findings} findings, ${absent} without text`,
  };
  return {
    exit: findings + absent > 0 ? 2 : 0,
    json: { numerals: count, findings, absent, measures: reports },
    text: (locale) => [...reports.flatMap((one) => lines(one, locale)), total[locale]].join("\n"),
  };
}

/** `zhibu pack figures`: every numeral of every cited clause, mapped to a parameter or excused. */
export async function runFigures(context: CommandContext, call: Call): Promise<Outcome> {
  const opened = await bookFor(context, call);
  if (!opened.ok) return opened.refusal;
  const book = opened.value;
  const path = call.options["text"];
  if (typeof path !== "string") {
    return context.withDb(async (db) => {
      const clauses = await db.transaction(system("figures"), (tx) => listClauses(tx));
      return figuresOutcome(book, clauses);
    });
  }
  const input = await readInput(call.around.folder, path);
  if (!input.ok) return inputMisuse(input.refusal);
  const read = readText(book.source, { name: path, text: input.value });
  return read.ok ? figuresOutcome(book, read.value.read.clauses) : policyRefused(read.refusal);
}

/** `zhibu pack figures`. */
export const figuresCommand = (context: CommandContext): Command => ({
  name: "pack figures",
  means: {
    zh: "条款里的每个数字：对应参数或说明理由",
    en: "every numeral of every clause, mapped or excused",
  },
  options: [
    {
      flags: "--text <file>",
      means: {
        zh: "用此文本，不用已导入的",
        en: "hold against this text instead of the imported one",
      },
    },
    packOption,
  ],
  run: (call) => runFigures(context, call),
});
