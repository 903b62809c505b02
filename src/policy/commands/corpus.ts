import { accept } from "../../base/decision.ts";
import { operator, peopleProblem, perform, type NotAllowed } from "../../people/index.ts";
import {
  inputMisuse,
  readInput,
  refusal,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import { importText, verifyCorpus, type ImportReceipt } from "../actions/corpus.ts";
import type { Clause } from "../model/clause.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { readToolbox } from "../model/toolbox.ts";
import type { VerificationLine } from "../model/verification.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

const documentOption = {
  flags: "--document <id>",
  means: {
    zh: "文件在政策包里的编号；不写则按标题辨认",
    en: "the document's id in the pack; told by its title if absent",
  },
} as const;

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const named = (call: Call): { document?: string } =>
  typeof call.options["document"] === "string" ? { document: call.options["document"] } : {};

const states = {
  verified: { zh: "一致", en: "verified" },
  differs: {
    zh: "不一致：文本与编码时不同",
    en: "DIFFERS: the text is not the one that was coded",
  },
  not_imported: { zh: "未导入", en: "not imported" },
} as const;

/** The lines of a verification: those that differ one by one, the rest counted. */
function verificationText(lines: readonly VerificationLine[], locale: "zh" | "en"): string {
  const count = (state: VerificationLine["state"]) =>
    lines.filter((line) => line.state === state).length;
  const total = { zh: `核对 ${lines.length} 条举措的哈希`, en: `${lines.length} hashes held` }[
    locale
  ];
  const sums = (["verified", "differs", "not_imported"] as const)
    .map((state) => `${states[state][locale].split(/[：:]/)[0]} ${count(state)}`)
    .join(" · ");
  const bad = lines
    .filter(({ state }) => state === "differs")
    .map(({ measure, state, expected, found = "" }) =>
      [`  ${measure}  ${states[state][locale]}`, `    ${expected}`, `    ${found}`].join("\n"),
    );
  return [`${total}：${sums}`, ...bad].join("\n");
}

const exitOf = (lines: readonly VerificationLine[]) =>
  lines.some(({ state }) => state === "differs") ? 2 : 0;

function receiptText(receipt: ImportReceipt, locale: "zh" | "en"): string {
  const { title, items, mechanisms, verification } = receipt;
  const parts = mechanisms.join("/");
  const head = {
    zh: `已导入《${title}》：${mechanisms.length} 个机制，${items} 项（${parts}）`,
    en: `Imported "${title}": ${mechanisms.length} mechanisms, ${items} items (${parts})`,
  };
  return [head[locale], verificationText(verification, locale)].join("\n");
}

const taskOf = <const Act extends "import" | "verify">(act: Act) => ({
  caller: operator(),
  act,
  resource: { kind: "corpus" } as const,
});

const refusedOutcome = (reason: PolicyRefusal | NotAllowed): Outcome =>
  reason.code === "not_allowed"
    ? refusal(reason.code, peopleProblem(reason).message)
    : policyRefused(reason);

async function runImport(context: CommandContext, call: Call): Promise<Outcome> {
  const [path = ""] = call.words;
  const input = await readInput(call.around.folder, path);
  if (!input.ok) return inputMisuse(input.refusal);
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const { source } = book.value;
  const file = { name: fileName(path), text: input.value, ...named(call) };
  const at = new Date().toISOString();
  return context.withDb(async (db) => {
    const task = taskOf("import");
    const receipt = await perform(db, task, async (tx, { note }) => {
      const imported = await importText(tx, source, { ...file, at });
      if (imported.ok) note({ id: imported.value.document });
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

/** Every item, or the one asked for. */
function hashOutcome(clauses: readonly Clause[], document: string, item: unknown): Outcome {
  const wanted = clauses.filter((clause) => item === undefined || clause.item === item);
  if (wanted.length === 0) {
    return policyRefused({ code: "clause_missing", document, item: String(item) });
  }
  const lines = wanted.map(({ item: number, sha256 }) => ({ item: number, sha256 }));
  return {
    exit: 0,
    json: lines,
    text: () => lines.map((line) => `${line.item.padStart(3)}  ${line.sha256}`).join("\n"),
  };
}

async function runHash(call: Call): Promise<Outcome> {
  const [path = ""] = call.words;
  const input = await readInput(call.around.folder, path);
  if (!input.ok) return inputMisuse(input.refusal);
  const read = readToolbox(input.value, fileName(path));
  if (!read.ok) return policyRefused(read.refusal);
  return hashOutcome(read.value.clauses, read.value.title, call.options["item"]);
}

async function runVerify(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const { source } = book.value;
  const answer = (lines: VerificationLine[]): Outcome => ({
    exit: exitOf(lines),
    json: lines,
    text: (locale) => verificationText(lines, locale),
  });
  return context.withDb(async (db) => {
    const lines = await perform(db, taskOf("verify"), async (tx) =>
      accept(await verifyCorpus(tx, source)),
    );
    return lines.ok ? answer(lines.value) : refusedOutcome(lines.refusal);
  });
}

/** Official texts: in, hashed, and held against the rules. */
export const corpusCommands = (context: CommandContext): Command[] => [
  {
    name: "corpus import",
    means: {
      zh: "导入官方文本，立即核对哈希",
      en: "import an official text and verify the hashes at once",
    },
    takes: [{ name: "file", means: { zh: "文本文件（UTF-8）", en: "text file (UTF-8)" } }],
    options: [documentOption, packOption],
    run: (call) => runImport(context, call),
  },
  {
    name: "corpus hash",
    means: { zh: "打印条款的哈希", en: "print the hash of a clause" },
    takes: [{ name: "file", means: { zh: "文本文件（UTF-8）", en: "text file (UTF-8)" } }],
    options: [
      {
        flags: "--item <number>",
        means: { zh: "第几项；不写则全部", en: "which item; all if absent" },
      },
    ],
    run: runHash,
  },
  {
    name: "corpus verify",
    means: {
      zh: "用已导入的文本核对所有规则的哈希",
      en: "hold every rule's hash against the imported texts",
    },
    options: [packOption],
    run: (call) => runVerify(context, call),
  },
];
