import { accept } from "../../base/decision.ts";
import { operator, peopleProblem, perform, type NotAllowed } from "../../people/index.ts";
import { refusal, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { raiseAlarms } from "../actions/alarms.ts";
import { importTexts, type FileRefusal } from "../actions/corpus.ts";
import type { CorpusVerification, Moment } from "../model/alarm.ts";
import type { TextFile } from "../model/corpus/known.ts";
import { bookFor, packOption, type CommandContext } from "./context.ts";
import { hashCommand } from "./corpus-hash.ts";
import { corpusSearchCommand } from "./corpus-search.ts";
import { receiptText, verificationText } from "./corpus-text.ts";
import { documentOption, fileRefused, readTextFile } from "./text-file.ts";

/** Alarms are told, and a program that asks hears of them by the exit code. */
const exitOf = ({ alarms }: CorpusVerification) => (alarms.length > 0 ? 2 : 0);

/** A whole corpus is read, written and held against the pack in one transaction. */
const corpusTimeoutMs = 300_000;

const taskOf = <const Act extends "import" | "verify">(act: Act) => ({
  caller: operator(),
  act,
  resource: { kind: "corpus" } as const,
  options: { timeoutMs: corpusTimeoutMs },
});

const refusedOutcome = (reason: FileRefusal | NotAllowed): Outcome =>
  reason.code === "not_allowed"
    ? refusal(reason.code, peopleProblem(reason).message)
    : fileRefused(reason);

const momentOf = (call: Call): Moment => ({
  at: new Date().toISOString(),
  asOf: call.around.today(),
});

async function runImport(context: CommandContext, call: Call): Promise<Outcome> {
  const files: TextFile[] = [];
  for (const path of call.words) {
    const file = await readTextFile(call, path);
    if (!file.ok) return file.refusal;
    files.push(file.value);
  }
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const order = { files, ...momentOf(call) };
  return context.withDb(async (db) => {
    const receipt = await perform(db, taskOf("import"), async (tx, { note }) => {
      const imported = await importTexts(tx, book.value, order);
      if (!imported.ok) return imported;
      note({ id: imported.value.documents.map(({ document }) => document).join(",") });
      return imported;
    });
    if (!receipt.ok) return refusedOutcome(receipt.refusal);
    return {
      exit: exitOf(receipt.value.verification),
      json: receipt.value,
      text: (locale) => receiptText(receipt.value, locale),
    };
  });
}

async function runVerify(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  return context.withDb(async (db) => {
    const verified = await perform(db, taskOf("verify"), async (tx) =>
      accept(await raiseAlarms(tx, book.value, momentOf(call))),
    );
    if (!verified.ok) return refusedOutcome(verified.refusal);
    return {
      exit: exitOf(verified.value),
      json: verified.value,
      text: (locale) => verificationText(verified.value, locale),
    };
  });
}

/** Official texts: in, hashed, held against what cites them, and searched. */
export const corpusCommands = (context: CommandContext): Command[] => [
  {
    name: "corpus import",
    means: {
      zh: "导入官方文本，立即核对哈希",
      en: "import official texts and verify the hashes at once",
    },
    takes: [
      { name: "files", many: true, means: { zh: "文本文件（UTF-8）", en: "text files (UTF-8)" } },
    ],
    options: [documentOption, packOption],
    run: (call) => runImport(context, call),
  },
  hashCommand(context),
  {
    name: "corpus verify",
    means: {
      zh: "用已导入的文本核对政策包的所有引用",
      en: "hold every citation of the pack against the imported texts",
    },
    options: [packOption],
    run: (call) => runVerify(context, call),
  },
  corpusSearchCommand(context),
];
