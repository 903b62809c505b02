import { setTimeout } from "node:timers/promises";
import { bilingual } from "../../base/message.ts";
import type { Db } from "../../store/db.ts";
import { startWorkers } from "../../store/jobs/workers.ts";
import { onStop, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { libraryJobs } from "../jobs/library.ts";
import { libraryThread } from "../actions/library-thread.ts";
import { runsUnderWay } from "../actions/library-runs.ts";
import type { CommandContext } from "./context.ts";

/** So often a worker looks whether anything is left to do. */
const lookEveryMs = 500;
/** So often it looks for partitions whose worker was lost. */
const superviseSeconds = 5;

/** Works until no run is under way, or until it is told to stop. */
async function work(db: Db, context: CommandContext, call: Call): Promise<Outcome> {
  const thread = libraryThread();
  const { packs } = context;
  const workers = await startWorkers(db, {
    queues: [libraryJobs(db, { packs, thread })],
    failed: (cause) => call.around.say(bilingual(String(cause), String(cause))),
    superviseSeconds,
    stopMs: 1_000,
  });
  const stopped = new AbortController();
  const deafen = onStop(() => stopped.abort());
  const left = await untilDone(db, stopped.signal);
  deafen();
  await thread.stop();
  await workers.stop();
  const said = bilingual(
    left === 0 ? "没有测算在进行" : `停下了，还有 ${left} 次测算在进行`,
    left === 0 ? "no run is under way" : `stopped; ${left} runs are under way`,
  );
  return { exit: 0, json: { left }, text: (locale) => said[locale] };
}

/** How many runs are under way when there is none left, or when the signal comes. */
async function untilDone(db: Db, signal: AbortSignal): Promise<number> {
  for (;;) {
    const left = await runsUnderWay(db);
    if (left === 0 || signal.aborted) return left;
    await setTimeout(lookEveryMs);
  }
}

/** `zhibu library work`: a node that answers nobody and only evaluates. */
export const workCommand = (context: CommandContext): Command => ({
  name: "library work",
  means: bilingual(
    "在本进程里做测算，做完或被叫停为止；服务在运行时不需要它",
    "evaluate in this process until all runs are done; servers do it by themselves",
  ),
  run: (call) => context.withDb((db) => work(db, context, call)),
});
