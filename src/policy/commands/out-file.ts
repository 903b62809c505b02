import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { misuse, type Call, type Outcome } from "../../terminal/index.ts";
import { reportKinds, type ReportKind } from "../actions/report-file/write.ts";
import { verdictKinds, type VerdictKind } from "../actions/verdict-file.ts";

/** What an evaluation is written as: a table of verdicts, or a report to be signed. */
export type OutFile =
  | { readonly path: string; readonly kind: VerdictKind }
  | { readonly path: string; readonly kind: ReportKind };

const kinds = [...verdictKinds, ...reportKinds] as const;

/** A path of a call as the whole machine knows it. */
export const fullPath = (call: Call, path: string): string =>
  isAbsolute(path) ? path : join(call.around.folder, path);

/** Whether it is a report, and no table. */
export const isReport = (out: OutFile): out is Extract<OutFile, { kind: ReportKind }> =>
  reportKinds.some((kind) => kind === out.kind);

/** The file that a call wants written, and in which form. */
export function outOf(call: Call): Decision<OutFile, Outcome> {
  const path = fullPath(call, String(call.options["out"]));
  const kind = kinds.find((known) => path.toLowerCase().endsWith(`.${known}`));
  if (!kind) {
    const known = kinds.join(", ");
    const said = bilingual(
      `--out 的扩展名应是 ${known} 之一`,
      `the file named by --out ends in one of ${known}`,
    );
    return refuse(misuse("file_kind_unknown", said));
  }
  if (existsSync(dirname(path))) return accept({ path, kind } as OutFile);
  const folder = dirname(path);
  const said = bilingual(`没有文件夹 ${folder}`, `there is no folder ${folder}`);
  return refuse(misuse("folder_missing", said));
}
