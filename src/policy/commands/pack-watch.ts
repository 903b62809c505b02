import { bilingual } from "../../base/message.ts";
import { watchPacks } from "../../packs/index.ts";
import { untilStopped, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { runCheck } from "./pack-check.ts";
import { packArgument, packNamed, type CommandContext } from "./context.ts";

const mark = bilingual("— 文件已改动，重新检查 —", "— files changed, checked again —");

/** `zhibu pack check --watch`: the whole check, again after every change, until it is stopped. */
export async function watchCheck(context: CommandContext, call: Call): Promise<Outcome> {
  const { say, tell } = call.around;
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  say(
    bilingual(
      `正在盯着 ${context.packs}，按 Ctrl+C 结束`,
      `watching ${context.packs}; Ctrl+C ends it`,
    ),
  );
  let checks = 0;
  const check = async () => {
    if (checks++ > 0) say(mark);
    tell(await runCheck(context, call));
  };
  await watchPacks(context.packs, check, stop.signal);
  await stopped;
  return { exit: 0, json: { pack: packNamed(context, call), checks }, text: () => "" };
}

/** `zhibu pack check`. */
export const checkCommand = (context: CommandContext): Command => ({
  name: "pack check",
  means: bilingual("编译政策包，一次列出全部问题", "compile a pack and list all that is wrong"),
  takes: [packArgument],
  options: [
    {
      flags: "--watch",
      means: bilingual(
        "文件一改就重新检查，直到 Ctrl+C",
        "check again upon every change, until Ctrl+C",
      ),
    },
  ],
  run: (call) =>
    call.options["watch"] === true ? watchCheck(context, call) : runCheck(context, call),
});
