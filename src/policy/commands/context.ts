import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Locale } from "../../base/message.ts";
import { loadPack, type LoadedPack } from "../../packs/index.ts";
import { renderDiagnostic, type Diagnostic } from "../../rules/index.ts";
import type { Db } from "../../store/db.ts";
import type { Call, Outcome } from "../../terminal/index.ts";
import { refusal } from "../../terminal/index.ts";
import { openBook } from "../actions/book.ts";
import type { Book } from "../model/book.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { policySentence } from "../problems.ts";

/** What the commands of this room are given by the program that they are part of. */
export type CommandContext = {
  /** The folder that holds the packs. */
  readonly packs: string;
  /** The pack in force unless --pack names another. */
  readonly pack: string;
  /** Opens the database for one piece of work, or says why not. */
  readonly withDb: (work: (db: Db) => Promise<Outcome>) => Promise<Outcome>;
};

export const packOption = {
  flags: "--pack <id>",
  means: { zh: "用哪个政策包", en: "which pack to use" },
} as const;

export const asOfOption = {
  flags: "--as-of <date>",
  means: { zh: "法律时点，不写则为今天", en: "the law date; today if absent" },
} as const;

export const projectOption = {
  flags: "--project <id>",
  means: { zh: "用一个具名项目，不用文件", en: "a named project in place of a file" },
} as const;

export const factsArgument = {
  name: "facts",
  optional: true,
  means: {
    zh: "事实文件：yaml、json、jsonl、csv、geojson",
    en: "file of facts: yaml, json, jsonl, csv, geojson",
  },
} as const;

export const packArgument = {
  name: "pack",
  optional: true,
  means: { zh: "政策包，不写则为现行的", en: "the pack; the one in force if absent" },
} as const;

/** The pack that a call names, as its word or by --pack; else the one in force. */
export const packNamed = (context: CommandContext, call: Call): string =>
  call.words[0] ?? (typeof call.options["pack"] === "string" ? call.options["pack"] : context.pack);

/** All findings, one after the other. */
export const renderAll = (diagnostics: readonly Diagnostic[], locale: Locale): string =>
  diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, locale)).join("\n\n");

/** How a pack that does not build is told: every finding with its line and caret. */
export function brokenPack(diagnostics: readonly Diagnostic[]): Outcome {
  return {
    exit: 2,
    json: { diagnostics },
    text: (locale) => renderAll(diagnostics, locale),
  };
}

/** The book that a call works with. */
export async function bookFor(
  context: CommandContext,
  call: Call,
): Promise<Decision<Book, Outcome>> {
  const named = call.options["pack"];
  const book = await openBook(context.packs, typeof named === "string" ? named : context.pack);
  return book.ok ? accept(book.value) : refuse(brokenPack(book.refusal));
}

/** What the pack says, whether or not it compiles: enough to read texts against. */
export async function sourceFor(
  context: CommandContext,
  call: Call,
): Promise<Decision<LoadedPack, Outcome>> {
  const named = call.options["pack"];
  const source = await loadPack(context.packs, typeof named === "string" ? named : context.pack);
  return source.ok ? accept(source.value) : refuse(brokenPack(source.refusal));
}

/** How a refusal of this room is told on the command line. */
export const policyRefused = (reason: PolicyRefusal): Outcome =>
  refusal(reason.code, policySentence(reason), { ...reason });
