import { availableParallelism } from "node:os";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { mergeSummaries, type Case, type LibrarySummary } from "../../rules/index.ts";
import { writeWholeBy } from "../../store/atomic-file.ts";
import { onStop, type Call, type Outcome } from "../../terminal/index.ts";
import { cutFile } from "../actions/cut-file.ts";
import { answersInOrder, answersOfCases } from "../actions/library-answers.ts";
import type { ThreadAnswer, ThreadOrder } from "../actions/library-orders.ts";
import { libraryThread, type LibraryThread } from "../actions/library-thread.ts";
import { verdictWriter, type VerdictKind } from "../actions/verdict-file.ts";
import type { Book } from "../model/book.ts";
import { summaryText } from "../model/library-text.ts";
import type { LibraryRefusal } from "../model/refusals.ts";
import { policyRefused, type CommandContext } from "./context.ts";
import { fullPath } from "./out-file.ts";

/** About a thousand cases: what is read, evaluated and written at a time. */
const partBytes = 2 * 1024 * 1024;
const threadsMax = 4;

type Evaluating = {
  readonly out: { readonly path: string; readonly kind: VerdictKind };
  readonly book: Book;
  readonly asOf: string;
  /** Every case that the call names, where they do not come as lines. */
  readonly casesOfCall: (book: Book, call: Call) => Promise<Decision<readonly Case[], Outcome>>;
};

/** Where verdicts come from, and who is to be stopped when they are no longer wanted. */
type Answers = {
  readonly answers: AsyncIterable<ThreadAnswer>;
  readonly stretches: number;
  readonly threads: readonly LibraryThread[];
};

/** A library of lines is read by threads, a stretch each; anything else is read whole, as ever. */
async function answersOf(
  { packs }: CommandContext,
  call: Call,
  { book, asOf, casesOfCall, signal }: Evaluating & { readonly signal: AbortSignal },
): Promise<Decision<Answers, Outcome>> {
  const [path = ""] = call.words;
  if (call.words.length !== 1 || !path.toLowerCase().endsWith(".jsonl")) {
    const cases = await casesOfCall(book, call);
    if (!cases.ok) return cases;
    const answers = answersOfCases(book.program, cases.value, { asOf, signal });
    return accept({ answers, stretches: 1, threads: [] });
  }
  const file = fullPath(call, path);
  const cut = await cutFile(file, { bytes: partBytes });
  if (!cut.ok) return refuse(policyRefused(cut.refusal));
  const { bytes, parts } = cut.value;
  const source = { kind: "file", path: file, bytes } as const;
  const law = { packs, pack: book.source.manifest.id, encoding: book.program.encoding, asOf };
  const asked = { by: null, keepsGoodRows: false, wantsRows: true, node: "zhibu" };
  const orders = parts.map((part): ThreadOrder => ({ ...law, ...asked, source, part }));
  const count = Math.min(threadsMax, availableParallelism(), parts.length);
  const threads = Array.from({ length: count }, () => libraryThread());
  const answers = answersInOrder(orders, threads, signal);
  return accept({ answers, stretches: parts.length, threads });
}

class Refused extends Error {
  readonly refusal: LibraryRefusal;

  constructor(refusal: LibraryRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

type Written = { readonly rows: number; readonly summary: LibrarySummary };

/** Writes what is answered; the file is there when all of it is, and not before. */
async function writeAnswers(
  { answers, stretches }: Answers,
  { path, kind }: { readonly path: string; readonly kind: VerdictKind },
  call: Call,
): Promise<Written> {
  let summary: LibrarySummary | undefined;
  let rows = 0;
  let done = 0;
  await writeWholeBy(path, async (file) => {
    const writer = verdictWriter(kind, file);
    for await (const answer of answers) {
      if (!answer.ok) throw new Refused(answer.refusal);
      await writer.put(answer.value.rows);
      rows += answer.value.rows.case.length;
      summary = summary ? mergeSummaries(summary, answer.value.summary) : answer.value.summary;
      done += 1;
      sayProgress(call, { done, stretches, rows });
    }
    if (!summary) throw new Refused({ code: "library_without_cases", path });
    await writer.end();
  });
  return { rows, summary: summary! };
}

const tenths = 10;

/** Ten words at most, however long it takes. */
function sayProgress(
  { around }: Call,
  { done, stretches, rows }: { done: number; stretches: number; rows: number },
): void {
  const tenth = (count: number): number => Math.floor((count * tenths) / stretches);
  if (stretches === 1 || tenth(done) === tenth(done - 1)) return;
  const percent = tenth(done) * tenths;
  around.say(bilingual(`已测算 ${percent} %，${rows} 行`, `${percent} % evaluated, ${rows} rows`));
}

/** Evaluates a library into a table of verdicts; told to stop, it leaves no half of a file. */
export async function evaluateToFile(
  context: CommandContext,
  call: Call,
  evaluating: Evaluating,
): Promise<Outcome> {
  const { out } = evaluating;
  const stopped = new AbortController();
  const { path } = out;
  const deafen = onStop(() => stopped.abort(new Refused({ code: "library_stopped", path })));
  const made = await answersOf(context, call, { ...evaluating, signal: stopped.signal });
  if (!made.ok) return made.refusal;
  try {
    const written = await writeAnswers(made.value, out, call);
    return told(written, path, evaluating.book);
  } catch (cause) {
    if (cause instanceof Refused) return policyRefused(cause.refusal);
    throw cause;
  } finally {
    deafen();
    await Promise.all(made.value.threads.map((thread) => thread.stop()));
  }
}

const told = ({ rows, summary }: Written, file: string, { program }: Book): Outcome => ({
  exit: 0,
  json: { file, rows, summary },
  text: (locale) =>
    [
      { zh: `已写入 ${file}：${rows} 行`, en: `${rows} rows written to ${file}` }[locale],
      summaryText(summary, program, locale),
    ].join("\n"),
});
