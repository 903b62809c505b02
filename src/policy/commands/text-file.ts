import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { inputMisuse, readBytes, refusal, type Call, type Outcome } from "../../terminal/index.ts";
import type { FileRefusal } from "../actions/corpus.ts";
import { textOf } from "../model/corpus/bytes.ts";
import type { TextFile } from "../model/corpus/known.ts";
import { policySentence } from "../problems.ts";

export const documentOption = {
  flags: "--document <id>",
  means: {
    zh: "文件在政策包里的编号；不写则按标题辨认",
    en: "the document's id in the pack; told by its title if absent",
  },
} as const;

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const named = (call: Call): { document?: string } =>
  typeof call.options["document"] === "string" ? { document: call.options["document"] } : {};

/** How a refusal is told that is about one file of several. */
export function fileRefused(reason: FileRefusal): Outcome {
  const { zh, en } = policySentence(reason);
  const said = bilingual(`${reason.file}：${zh}`, `${reason.file}: ${en}`);
  return refusal(reason.code, said, { ...reason });
}

/** Reads an official text that the caller named: UTF-8, of a bounded size, and a text at all. */
export async function readTextFile(call: Call, path: string): Promise<Decision<TextFile, Outcome>> {
  const bytes = await readBytes(call.around.folder, path);
  if (!bytes.ok) return refuse(inputMisuse(bytes.refusal));
  const text = textOf(bytes.value);
  if (!text.ok) return refuse(fileRefused({ ...text.refusal, file: fileName(path) }));
  return accept({ name: fileName(path), text: text.value, ...named(call) });
}
