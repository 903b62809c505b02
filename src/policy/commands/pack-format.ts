import { stat } from "node:fs/promises";
import { bilingual } from "../../base/message.ts";
import { formatPack, type FormattedFile } from "../../packs/index.ts";
import { writeWholeBy } from "../../store/atomic-file.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import {
  brokenPack,
  packArgument,
  packNamed,
  policyRefused,
  type CommandContext,
} from "./context.ts";

const forbidden = new Set(["EACCES", "EPERM", "EROFS"]);

/** Writes a file whole, with the rights that it has; false where that is not allowed. */
async function replace({ path, after }: FormattedFile): Promise<boolean> {
  try {
    const { mode } = await stat(path);
    await writeWholeBy(path, async (draft) => {
      await draft.writeFile(after);
      await draft.chmod(mode);
    });
    return true;
  } catch (error) {
    if (!forbidden.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return false;
  }
}

function outcomeOf(changed: readonly FormattedFile[], total: number, isCheck: boolean): Outcome {
  const paths = changed.map(({ path }) => path);
  const count = changed.length;
  const said = isCheck
    ? bilingual(
        `${total} 个文件，${count} 个不合统一格式`,
        `${total} files, ${count} not in the one form`,
      )
    : bilingual(`${total} 个文件，改写 ${count} 个`, `${total} files, ${count} rewritten`);
  return {
    exit: isCheck && count > 0 ? 2 : 0,
    json: { files: total, changed: paths, written: !isCheck },
    text: (locale) => [...paths, said[locale]].join("\n"),
  };
}

/** `zhibu pack fmt`: the one form of a pack's files. Each is written whole, or not at all. */
export async function runFormat(context: CommandContext, call: Call): Promise<Outcome> {
  const formatted = await formatPack(context.packs, packNamed(context, call));
  if (!formatted.ok) return brokenPack(formatted.refusal);
  const changed = formatted.value.filter(({ before, after }) => before !== after);
  const isCheck = call.options["check"] === true;
  if (isCheck) return outcomeOf(changed, formatted.value.length, true);
  for (const file of changed) {
    if (await replace(file)) continue;
    return policyRefused({ code: "pack_read_only", path: file.path });
  }
  return outcomeOf(changed, formatted.value.length, false);
}

/** `zhibu pack fmt`. */
export const formatCommand = (context: CommandContext): Command => ({
  name: "pack fmt",
  means: bilingual(
    "把政策包的文件改写成统一格式，注释保留",
    "write the files of a pack in the one form, comments kept",
  ),
  takes: [packArgument],
  options: [
    {
      flags: "--check",
      means: bilingual("只检查，不改写", "only say which files are not in it"),
    },
  ],
  run: (call) => runFormat(context, call),
});
