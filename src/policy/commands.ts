import type { Command } from "../terminal/index.ts";
import { runAsk, runExplain } from "./commands/answers.ts";
import { packOption, type CommandContext } from "./commands/context.ts";
import { corpusCommands } from "./commands/corpus.ts";
import { runEvaluate } from "./commands/evaluate.ts";
import { runFacts } from "./commands/facts.ts";
import { runFigures } from "./commands/figures.ts";
import { runCheck, runCoverage, runShow, runTest } from "./commands/pack.ts";

const asOfOption = {
  flags: "--as-of <date>",
  means: { zh: "法律时点，不写则为今天", en: "the law date; today if absent" },
} as const;

const factsArgument = {
  name: "facts",
  means: {
    zh: "事实文件：yaml、json、jsonl、csv、geojson",
    en: "file of facts: yaml, json, jsonl, csv, geojson",
  },
} as const;

const packArgument = {
  name: "pack",
  optional: true,
  means: { zh: "政策包，不写则为现行的", en: "the pack; the one in force if absent" },
} as const;

const answers = (context: CommandContext): Command[] => [
  {
    name: "evaluate",
    means: {
      zh: "测算政策：一个案例得一份报告，多个案例得一张表",
      en: "evaluate policies: one case gives a report, several give a table",
    },
    takes: [{ ...factsArgument, optional: true, many: true }],
    options: [
      { flags: "--projects", means: { zh: "测算具名项目", en: "evaluate the named projects" } },
      asOfOption,
      packOption,
    ],
    run: (call) => runEvaluate(context, call),
  },
  {
    name: "explain",
    means: {
      zh: "一条规则的推理过程，不适用时说明怎样才适用",
      en: "the proof of a rule, and what would change it",
    },
    takes: [factsArgument],
    options: [
      { flags: "--rule <id>", means: { zh: "规则或举措编号", en: "id of a rule or a measure" } },
      asOfOption,
      packOption,
    ],
    run: (call) => runExplain(context, call),
  },
  {
    name: "ask",
    means: { zh: "下一个最该问的问题", en: "the next best question" },
    takes: [factsArgument],
    options: [asOfOption, packOption],
    run: (call) => runAsk(context, call),
  },
  {
    name: "facts",
    means: { zh: "事实字典", en: "the dictionary of facts" },
    options: [
      { flags: "--query <word>", means: { zh: "只看与此有关的", en: "only what speaks of this" } },
      packOption,
    ],
    run: (call) => runFacts(context, call),
  },
];

const packs = (context: CommandContext): Command[] => [
  {
    name: "pack check",
    means: { zh: "编译政策包，一次列出全部问题", en: "compile a pack and list all that is wrong" },
    takes: [packArgument],
    run: (call) => runCheck(context, call),
  },
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
  },
  {
    name: "pack show",
    means: { zh: "看一条举措，或全部举措的目录", en: "show one measure, or a line for each" },
    takes: [{ name: "id", optional: true, means: { zh: "举措编号", en: "id of the measure" } }],
    options: [packOption],
    run: (call) => runShow(context, call),
  },
];

/** The words of this room on the command line. */
export const policyCommands = (context: CommandContext): Command[] => [
  ...answers(context),
  ...packs(context),
  ...corpusCommands(context),
];

export type { CommandContext } from "./commands/context.ts";
