import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { readDocuments } from "../actions/corpus.ts";
import type { ReadClause } from "../model/clause.ts";
import type { TextFile } from "../model/corpus/known.ts";
import { readCorpus } from "../model/corpus/read.ts";
import { packOption, policyRefused, sourceFor, type CommandContext } from "./context.ts";
import { documentOption, fileRefused, readTextFile } from "./text-file.ts";

/** A clause, and what its document is called: by the pack, or by itself. */
type Named = { readonly document: string; readonly clause: ReadClause };

/** What a text holds, whoever cites it: a document is hashed before a pack has heard of it. */
function asItStands(file: TextFile): Decision<Named[], Outcome> {
  const read = readCorpus(file.text);
  if (!read.ok) return refuse(fileRefused({ ...read.refusal, file: file.name }));
  return accept(
    read.value.flatMap(({ title = file.name, clauses }) =>
      clauses.map((clause) => ({ document: title, clause })),
    ),
  );
}

/** The clauses under the ids of the pack where it knows the text, which is whole then. */
async function clausesOf(
  context: CommandContext,
  call: Call,
  file: TextFile,
): Promise<Decision<Named[], Outcome>> {
  const source = await sourceFor(context, call);
  if (!source.ok) return file.document === undefined ? asItStands(file) : source;
  const read = readDocuments(source.value, [file]);
  if (read.ok) {
    return accept(
      read.value.flatMap(({ id, clauses }) => clauses.map((clause) => ({ document: id, clause }))),
    );
  }
  const isNew = read.refusal.code === "document_unknown" && file.document === undefined;
  return isNew ? asItStands(file) : refuse(fileRefused(read.refusal));
}

/** The hash of every clause of a text, or of the one asked for. */
async function runHash(context: CommandContext, call: Call): Promise<Outcome> {
  const [path = ""] = call.words;
  const file = await readTextFile(call, path);
  if (!file.ok) return file.refusal;
  const all = await clausesOf(context, call, file.value);
  if (!all.ok) return all.refusal;
  const item = call.options["item"];
  const found = all.value.filter(({ clause }) => item === undefined || clause.item === item);
  if (found.length === 0) {
    const document = [...new Set(all.value.map((one) => one.document))].join(", ");
    return policyRefused({ code: "clause_missing", document, item: String(item) });
  }
  return {
    exit: 0,
    json: found.map(({ document, clause }) => ({
      ...{ document, item: clause.item, sha256: clause.sha256 },
    })),
    text: () =>
      found
        .map(({ document, clause: { item: at, sha256 } }) =>
          [document, at.padEnd(8), sha256].join("  "),
        )
        .join("\n"),
  };
}

/** `zhibu corpus hash`. */
export const hashCommand = (context: CommandContext): Command => ({
  name: "corpus hash",
  means: { zh: "打印条款的哈希", en: "print the hash of a clause" },
  takes: [{ name: "file", means: { zh: "文本文件（UTF-8）", en: "text file (UTF-8)" } }],
  options: [
    {
      flags: "--item <address>",
      means: { zh: "哪一条；不写则全部", en: "which clause; all if absent" },
    },
    documentOption,
    packOption,
  ],
  run: (call) => runHash(context, call),
});
