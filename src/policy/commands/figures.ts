import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Locale } from "../../base/message.ts";
import { system } from "../../base/actor.ts";
import {
  inputMisuse,
  readInput,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import { citedClauses, type CitedClause } from "../model/accounts.ts";
import type { Book } from "../model/book.ts";
import type { Clause } from "../model/clause.ts";
import { knownDocuments } from "../model/corpus/known.ts";
import { checkClause, type FigureFinding, type FigureReport } from "../model/figures.ts";
import { listClauses } from "../store.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

type ClauseFigures = {
  readonly document: string;
  readonly item: string;
  /** What of the pack rests on the clause. */
  readonly cited: readonly string[];
  readonly report: FigureReport | undefined;
};

function sayFinding(finding: FigureFinding, locale: Locale): string {
  switch (finding.code) {
    case "numeral_unaccounted":
    case "word_unaccounted":
      return sayOpen(finding, locale);
    case "figure_not_in_clause":
      return { zh: `条款里没有“${finding.figure}”`, en: `the clause holds no "${finding.figure}"` }[
        locale
      ];
    case "figure_without_purpose":
      return {
        zh: `“${finding.figure}”没有对应参数，也没有说明理由`,
        en: `"${finding.figure}" is neither mapped nor excused`,
      }[locale];
    case "figure_names_nothing":
      return { zh: `没有叫 ${finding.name} 的参数或指标`, en: `nothing is named ${finding.name}` }[
        locale
      ];
    case "figure_differs": {
      const { figure, name } = finding;
      return { zh: `${name} 与“${figure}”不同`, en: `${name} differs from "${figure}"` }[locale];
    }
    case "word_not_in_clause": {
      const { word, nth } = finding;
      return { zh: `条款里没有第 ${nth} 个“${word}”`, en: `the clause holds no "${word}" ${nth}` }[
        locale
      ];
    }
    case "word_accounted_twice": {
      const { word, nth } = finding;
      return { zh: `第 ${nth} 个“${word}”说了两次`, en: `"${word}" ${nth} is told twice` }[locale];
    }
  }
}

type Open = Extract<FigureFinding, { readonly around: string }>;

function sayOpen(finding: Open, locale: Locale): string {
  const what =
    finding.code === "numeral_unaccounted"
      ? { zh: `“${finding.numeral}”`, en: `"${finding.numeral}"` }
      : {
          zh: `第 ${finding.nth} 个“${finding.word}”`,
          en: `"${finding.word}" ${finding.nth}`,
        };
  return {
    zh: `${what.zh}（…${finding.around}…）没有说明`,
    en: `${what.en} (…${finding.around}…) is not accounted for`,
  }[locale];
}

const excused = { zh: "已说明", en: "excused" };
const missing = { zh: "文本未导入", en: "text not imported" };

function lines({ document, item, cited, report }: ClauseFigures, locale: Locale): string[] {
  const head = `${document} ${item}  ${cited.join(" ")}`;
  if (!report) return [`${head}  ${missing[locale]}`];
  const counts = {
    zh: `数字 ${report.numerals}，力度词 ${report.words}`,
    en: `${report.numerals} numerals, ${report.words} words of force`,
  }[locale];
  const told = report.lines.map(({ text, by }) => `${text} → ${by ?? excused[locale]}`);
  return [
    `${head}  ${counts}${told.length > 0 ? `：${told.join("；")}` : ""}`,
    ...report.findings.map((finding) => `    ✗ ${sayFinding(finding, locale)}`),
  ];
}

type DocumentCount = {
  readonly document: string;
  readonly clauses: number;
  readonly numerals: number;
  readonly words: number;
  readonly open: number;
  readonly findings: number;
  readonly absent: number;
};

function countOf(document: string, all: readonly ClauseFigures[]): DocumentCount {
  const own = all.filter((one) => one.document === document);
  const sum = (count: (report: FigureReport) => number) =>
    own.reduce((total, { report }) => total + (report ? count(report) : 0), 0);
  return {
    document,
    clauses: own.length,
    numerals: sum(({ numerals }) => numerals),
    words: sum(({ words }) => words),
    open: sum(({ findings }) => findings.filter((one) => "around" in one).length),
    findings: sum(({ findings }) => findings.length),
    absent: own.filter(({ report }) => !report).length,
  };
}

/** Of the numerals and words of a document, how much is accounted for, in whole percent below. */
function documentLine(count: DocumentCount, locale: Locale): string {
  const { document, clauses, numerals, words, open, findings, absent } = count;
  const all = numerals + words;
  const share = all === 0 ? 100 : Math.floor((100 * (all - open)) / all);
  return {
    zh:
      `${document}：${clauses} 条，${numerals} 个数字，${words} 个力度词，` +
      `已列 ${share} %，${findings} 处不符，${absent} 条缺文本`,
    en:
      `${document}: ${clauses} clauses, ${numerals} numerals, ${words} words of force, ` +
      `${share} % listed, ${findings} findings, ${absent} without text`,
  }[locale];
}

function reportOf(
  { document, item, accounts }: CitedClause,
  clauses: readonly Clause[],
): ClauseFigures {
  const clause = clauses.find((one) => one.document === document && one.item === item);
  const cited = accounts.map(({ id }) => id);
  return { document, item, cited, report: clause && checkClause(clause.text, accounts) };
}

/** Holds all that the pack cites against its clauses. */
function figuresOutcome(book: Book, clauses: readonly Clause[]): Outcome {
  const reports = citedClauses(book.source).map((one) => reportOf(one, clauses));
  const documents = [...new Set(reports.map(({ document }) => document))].map((document) =>
    countOf(document, reports),
  );
  const isWhole = documents.every(({ findings, absent }) => findings + absent === 0);
  return {
    exit: isWhole ? 0 : 2,
    json: { documents, clauses: reports },
    text: (locale) =>
      [
        ...reports.flatMap((one) => lines(one, locale)),
        ...documents.map((one) => documentLine(one, locale)),
      ].join("\n"),
  };
}

/** The clauses of the texts that the call names; nothing where it names none. */
async function clausesNamed(book: Book, call: Call): Promise<Decision<Clause[], Outcome>> {
  const option = call.options["text"];
  const paths = [...call.words, ...(typeof option === "string" ? [option] : [])];
  const clauses: Clause[] = [];
  for (const path of paths) {
    const input = await readInput(call.around.folder, path);
    if (!input.ok) return refuse(inputMisuse(input.refusal));
    const known = knownDocuments(book.source, { name: path, text: input.value });
    if (!known.ok) return refuse(policyRefused(known.refusal));
    clauses.push(...known.value.flatMap((document) => document.clauses));
  }
  return accept(clauses);
}

/** `zhibu pack figures`: every numeral and every word of force of every cited clause. */
export async function runFigures(context: CommandContext, call: Call): Promise<Outcome> {
  const opened = await bookFor(context, call);
  if (!opened.ok) return opened.refusal;
  const book = opened.value;
  const named = await clausesNamed(book, call);
  if (!named.ok) return named.refusal;
  if (named.value.length > 0) return figuresOutcome(book, named.value);
  return context.withDb(async (db) => {
    const clauses = await db.transaction(system("figures"), (tx) => listClauses(tx));
    return figuresOutcome(book, clauses);
  });
}

/** `zhibu pack figures`. */
export const figuresCommand = (context: CommandContext): Command => ({
  name: "pack figures",
  means: {
    zh: "条款里的每个数字和力度词：对应到哪里，或说明理由",
    en: "every numeral and word of force of every cited clause, mapped or excused",
  },
  takes: [
    {
      name: "texts",
      optional: true,
      many: true,
      means: {
        zh: "用这些文本，不用已导入的",
        en: "hold against these texts instead of the imported ones",
      },
    },
  ],
  options: [
    {
      flags: "--text <file>",
      means: { zh: "用此文本，不用已导入的", en: "hold against this text" },
    },
    packOption,
  ],
  run: (call) => runFigures(context, call),
});
