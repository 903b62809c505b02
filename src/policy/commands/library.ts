import { accept, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import {
  operator,
  peopleProblem,
  perform,
  type ActOf,
  type NotAllowed,
} from "../../people/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import { declareQueues } from "../../store/jobs/workers.ts";
import { refusal, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import {
  beginRun,
  cancelRun,
  resumeRun,
  runProgress,
  runResult,
  type RunResult,
} from "../actions/library-runs.ts";
import { libraryJobs } from "../jobs/library.ts";
import { digestOf } from "../model/library-digest.ts";
import type { LibraryRun, RunProgress } from "../model/library-run.ts";
import { progressText, runLine, summaryText } from "../model/library-text.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { policySentence } from "../problems.ts";
import { listRuns } from "../store/library-runs.ts";
import { asOfOption, bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";
import { orderOfCall } from "./library-orders.ts";
import { workCommand } from "./library-work.ts";

/** Hundreds of summaries are read and merged: a run of ten million cases has 400. */
const mergingMs = 120_000;

const runArgument = { name: "run", means: bilingual("测算的编号", "the id of the run") } as const;

type Ask<Value> = {
  readonly act: ActOf<"library_run">;
  readonly id?: string;
  readonly work: (tx: Tx) => Promise<Decision<Value, PolicyRefusal>>;
  /** How long it may take; as long as any other transaction where absent. */
  readonly timeoutMs?: number;
  readonly told: (value: Value) => Outcome;
};

/** One act on runs, by whoever may start the program. */
async function ask<Value>(db: Db, asked: Ask<Value>): Promise<Outcome> {
  const { act, id, work, timeoutMs, told } = asked;
  const options = timeoutMs === undefined ? {} : { options: { timeoutMs } };
  const resource = { kind: "library_run", ...(id === undefined ? {} : { id }) } as const;
  const done = await perform<"library_run", Value, PolicyRefusal>(
    db,
    { caller: operator(), act, resource, ...options },
    async (tx, { note }) => {
      const decision = await work(tx);
      if (decision.ok && isRun(decision.value)) note({ id: decision.value.id });
      return decision;
    },
  );
  return done.ok ? told(done.value) : refused(done.refusal);
}

const isRun = (value: unknown): value is LibraryRun =>
  typeof value === "object" && value !== null && "encoding" in value;

const refused = (reason: PolicyRefusal | NotAllowed): Outcome =>
  reason.code === "not_allowed"
    ? refusal(reason.code, peopleProblem(reason).message)
    : policyRefused(reason);

const runTold = (run: LibraryRun): Outcome => ({
  exit: 0,
  json: run,
  text: (locale) => runLine(run, locale),
});

const progressTold = (progress: RunProgress): Outcome => ({
  exit: progress.run.state === "refused" ? 2 : 0,
  json: progress,
  text: (locale) => progressText(progress, policySentence, locale),
});

async function runRun(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const order = await orderOfCall(book.value, call);
  if (!order.ok) return order.refusal;
  const whole = { ...order.value, createdBy: "operator", at: new Date().toISOString() };
  return context.withDb(async (db) => {
    await declareQueues(db, [libraryJobs(db, { packs: context.packs })]);
    const work = async (tx: Tx) => accept(await beginRun(tx, whole));
    return ask(db, { act: "create", work, told: runTold });
  });
}

const runStatus = (context: CommandContext, call: Call): Promise<Outcome> =>
  context.withDb((db) => {
    const [id] = call.words;
    if (id === undefined) {
      const told = (runs: LibraryRun[]): Outcome => ({
        exit: 0,
        json: runs,
        text: (locale) => runs.map((run) => runLine(run, locale)).join("\n"),
      });
      return ask(db, { act: "list", work: async (tx) => accept(await listRuns(tx)), told });
    }
    return ask(db, { act: "read", id, work: (tx) => runProgress(tx, id), told: progressTold });
  });

const change = (
  context: CommandContext,
  call: Call,
  { act, by }: { readonly act: "cancel" | "resume"; readonly by: typeof cancelRun },
): Promise<Outcome> =>
  context.withDb((db) => {
    const [id = ""] = call.words;
    return ask(db, { act, id, work: (tx) => by(tx, id), told: runTold });
  });

async function runShow(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const { program } = book.value;
  const told = ({ progress, summary, passedOver }: RunResult): Outcome => ({
    ...progressTold(progress),
    json: { progress, passedOver, summary, digest: summary && digestOf(summary) },
    text: (locale) =>
      [
        progressText(progress, policySentence, locale),
        ...(summary ? [summaryText(summary, program, locale), `sha256 ${digestOf(summary)}`] : []),
      ].join("\n"),
  });
  return context.withDb((db) => {
    const [id = ""] = call.words;
    return ask(db, {
      act: "read",
      id,
      work: (tx) => runResult(tx, id),
      timeoutMs: mergingMs,
      told,
    });
  });
}

const beginCommand = (context: CommandContext): Command => ({
  name: "library run",
  means: bilingual(
    "开始测算整个案例库：切成若干份，由各节点分头做",
    "begin a run over a library: it is cut into partitions, which all nodes take up",
  ),
  takes: [
    {
      name: "file",
      optional: true,
      means: bilingual(
        "案例库（jsonl），各节点都读得到",
        "a library (jsonl) that every node can read",
      ),
    },
  ],
  options: [
    {
      flags: "--synthetic <cases>",
      means: bilingual("不读文件，合成这么多个案例", "no file: make so many synthetic cases"),
    },
    {
      flags: "--seed <seed>",
      means: bilingual("合成的种子", "the seed to make them of"),
      fallback: "1",
    },
    { flags: "--partitions <number>", means: bilingual("切成几份", "into how many partitions") },
    { flags: "--by <fact>", means: bilingual("按哪个事实分组", "the fact to group cases by") },
    {
      flags: "--good-rows",
      means: bilingual("跳过不能采用的行，其余照做", "pass over rows that cannot be taken"),
    },
    asOfOption,
    packOption,
  ],
  run: (call) => runRun(context, call),
});

/** `zhibu library`: runs over libraries that are too large for one report after the other. */
export const libraryCommands = (context: CommandContext): Command[] => [
  beginCommand(context),
  workCommand(context),
  {
    name: "library status",
    means: bilingual("列出各次测算，或看一次做到哪里", "list runs, or how far one of them is"),
    takes: [{ ...runArgument, optional: true }],
    run: (call) => runStatus(context, call),
  },
  {
    name: "library cancel",
    means: bilingual("取消一次测算", "cancel a run"),
    takes: [runArgument],
    run: (call) => change(context, call, { act: "cancel", by: cancelRun }),
  },
  {
    name: "library resume",
    means: bilingual("把没做完的接着做", "take up what is left of a run"),
    takes: [runArgument],
    run: (call) => change(context, call, { act: "resume", by: resumeRun }),
  },
  {
    name: "library show",
    means: bilingual("合并各份，看结果", "what the partitions come to together"),
    takes: [runArgument],
    options: [packOption],
    run: (call) => runShow(context, call),
  },
];
