import type { Locale } from "../../base/message.ts";
import {
  coverage,
  runCases,
  sentence,
  type CaseFailure,
  type CaseRun,
  type Coverage,
  type Measure,
} from "../../rules/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { citationLabel, nearestOf, rulesNamed, type Book } from "../model/book.ts";
import { programsOf } from "../model/cards.ts";
import { measuresLine, summaries, type DocumentSummary } from "../model/summary.ts";
import { forceWords, signs, standingWords } from "../model/wording.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

const failureText = (failure: CaseFailure, locale: Locale): string =>
  `✗ ${failure.measure}  ${failure.case}\n    ${failure.message[locale]}`;

/** The cases of the pack and those of its cards, run together. */
function runAll(book: Book): CaseRun {
  const runs = programsOf(book).map((program) => runCases(program));
  const sum = (count: (run: CaseRun) => number) =>
    runs.reduce((total, run) => total + count(run), 0);
  return {
    total: sum(({ total }) => total),
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    failures: runs.flatMap(({ failures }) => failures),
  };
}

/** The branches of the pack and those of its cards. */
function coverAll(book: Book): Coverage {
  const parts = programsOf(book).map((program) => coverage(program));
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const reached = parts.reduce((sum, part) => sum + part.reached, 0);
  const unreached = parts.flatMap((part) => part.unreached);
  return { total, reached, unreached, ratio: total === 0 ? 1 : reached / total };
}

/** `zhibu pack test`: every case of every measure, on all three engines. */
export async function runTest(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const result = runAll(book.value);
  const { passed, failed, failures } = result;
  const said = {
    zh: `用例：三种引擎各算一遍，通过 ${passed}，不通过 ${failed}`,
    en: `cases, each on three engines: ${passed} passed, ${failed} failed`,
  };
  return {
    exit: failed > 0 ? 2 : 0,
    json: result,
    text: (locale) => [...failures.map((one) => failureText(one, locale)), said[locale]].join("\n"),
  };
}

const percent = ({ ratio, unreached }: Coverage): string =>
  (Math.floor(1000 * ratio) / 10).toFixed(unreached.length === 0 ? 0 : 1);

/** `zhibu pack coverage`: the branches that no case reaches. */
export async function runCoverage(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const report = coverAll(book.value);
  const { total, reached, unreached } = report;
  const said = {
    zh: `覆盖 ${percent(report)} %：${total} 个分支，${reached} 个有用例到达`,
    en: `coverage ${percent(report)} %: ${reached} of ${total} branches are reached by a case`,
  };
  return {
    exit: unreached.length > 0 ? 2 : 0,
    json: report,
    text: (locale) =>
      [...unreached.map(({ rule, text }) => `✗ ${rule}  ${text[locale]}`), said[locale]].join("\n"),
  };
}

function measureText(book: Book, measure: Measure, locale: Locale): string {
  const { id, title, standing, summary, cite, parameters = {}, cases = [] } = measure;
  const figures = Object.entries(parameters).map(
    ([name, { unit, values }]) =>
      `  ${name} = ${values.map(({ since, value }) => `${String(value)} ${unit} (${since})`).join("; ")}`,
  );
  const rules = rulesNamed(book, id).map(
    (rule) => `  ${rule}\n    ${sentence(book.program, rule)[locale]}`,
  );
  return [
    `${id}  ${title[locale]}  〔${citationLabel(book, cite.document, cite.item)[locale]}〕 ${standingWords[standing][locale]}`,
    `  ${summary[locale]}`,
    ...figures,
    ...rules,
    { zh: `  用例 ${cases.length} 个`, en: `  ${cases.length} cases` }[locale],
  ].join("\n");
}

/** What one document comes to, beside its measures; nothing where there is no more to say. */
function documentText(summary: DocumentSummary, locale: Locale): string {
  const { title, measures, tasks, groups, campaigns, targets, paths, cards, answering } = summary;
  const byGroup = groups.filter((count) => count > 0).join("/");
  const parts = [
    measures > 0 && { zh: `${measures} 条举措`, en: `${measures} measures` },
    tasks > 0 && { zh: `${tasks} 项任务（${byGroup}）`, en: `${tasks} tasks (${byGroup})` },
    campaigns > 0 && {
      zh: `${campaigns} 个专项、${targets} 个指标`,
      en: `${campaigns} campaigns with ${targets} targets`,
    },
    paths > 0 && { zh: `${paths} 条路径`, en: `${paths} paths` },
    cards.length > 0 && {
      zh: `案例卡 ${cards.join("/")}，${answering} 张可以测算`,
      en: `cards ${cards.join("/")}, ${answering} of which answer for a case`,
    },
  ].flatMap((part) => (part === false ? [] : [part[locale]]));
  const { colon, comma } = signs[locale];
  return `${title[locale]}${colon}${parts.join(comma)}`;
}

/** `zhibu pack show --summary`: the measures in one line, and what the other documents come to. */
function summaryOutcome(book: Book): Outcome {
  const documents = summaries(book.source);
  const measures = documents.slice(0, 1).map(measuresLine);
  return {
    exit: 0,
    json: { measures: measures[0] ?? null, documents },
    text: (locale) =>
      [...measures, ...documents.map((one) => documentText(one, locale))].join("\n"),
  };
}

/** `zhibu pack show [id]`: one measure, or a line for each. */
export async function runShow(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  if (call.options["summary"] === true) return summaryOutcome(book.value);
  const measures = book.value.source.measures.map(({ value }) => value);
  const [id] = call.words;
  if (id !== undefined) {
    const found = measures.find((measure) => measure.id === id);
    if (!found) {
      const nearest = nearestOf(
        id,
        measures.map((measure) => measure.id),
      );
      return policyRefused({ code: "measure_missing", measure: id, nearest });
    }
    return { exit: 0, json: found, text: (locale) => measureText(book.value, found, locale) };
  }
  return {
    exit: 0,
    json: measures.map(({ id: measure, title, standing, rules = [] }) => ({
      id: measure,
      title,
      standing,
      rules: rules.map((rule) => ({ id: rule.id, force: rule.force })),
    })),
    text: (locale) => measures.map((measure) => summaryLine(measure, locale)).join("\n"),
  };
}

function summaryLine({ id, title, standing, rules = [], cases = [] }: Measure, locale: Locale) {
  const forces = [
    ...new Set(rules.flatMap(({ force }) => (force ? [forceWords[force][locale]] : []))),
  ];
  const counts = {
    zh: `规则 ${rules.length} · 用例 ${cases.length}`,
    en: `${rules.length} rules · ${cases.length} cases`,
  };
  return `${id}  ${title[locale]}  ${standingWords[standing][locale]}  ${forces.join("/")}  ${counts[locale]}`;
}

/** The words that examine a pack: test, coverage, show. */
export const packCommands = (context: CommandContext): Command[] => [
  {
    name: "pack test",
    means: { zh: "运行全部用例", en: "run every case" },
    options: [packOption],
    run: (call) => runTest(context, call),
  },
  {
    name: "pack coverage",
    means: { zh: "没有用例到达的分支", en: "branches that no case reaches" },
    options: [packOption],
    run: (call) => runCoverage(context, call),
  },
  {
    name: "pack show",
    means: { zh: "看一条举措，或全部举措的目录", en: "show one measure, or a line for each" },
    takes: [{ name: "id", optional: true, means: { zh: "举措编号", en: "id of the measure" } }],
    options: [
      {
        flags: "--summary",
        means: { zh: "各文件有多少条举措、任务、案例卡", en: "how much of each document there is" },
      },
      packOption,
    ],
    run: (call) => runShow(context, call),
  },
];
