import { setImmediate } from "node:timers/promises";
import type { Case, Program } from "../../rules/index.ts";
import { accept } from "../../base/decision.ts";
import type { ThreadAnswer, ThreadOrder } from "./library-orders.ts";
import { foldCases } from "./library-part.ts";
import type { LibraryThread } from "./library-thread.ts";

/** So many stretches a thread may be ahead of whoever takes the answers. */
const ahead = 2;

/** The answers to orders, in their order; each thread is asked for one after the other. */
export async function* answersInOrder(
  orders: readonly ThreadOrder[],
  threads: readonly LibraryThread[],
  signal: AbortSignal,
): AsyncGenerator<ThreadAnswer> {
  const busy = threads.map(() => Promise.resolve());
  const asked: Promise<ThreadAnswer>[] = [];
  const ask = (at: number): void => {
    const thread = at % threads.length;
    const answer = busy[thread]!.then(() => threads[thread]!.evaluate(orders[at]!, { signal }));
    // Whoever takes the answer hears of its failure: here it only ends the waiting of the next.
    busy[thread] = answer.then(
      () => undefined,
      () => undefined,
    );
    asked.push(answer);
  };
  for (let at = 0; at < orders.length; at++) {
    while (asked.length < Math.min(orders.length, at + ahead * threads.length)) ask(asked.length);
    yield await asked[at]!;
  }
}

const casesAtOnce = 500;

/** The same of cases that are at hand, in this thread: between stretches a signal is heard. */
export async function* answersOfCases(
  program: Program,
  cases: readonly Case[],
  { asOf, signal }: { readonly asOf: string; readonly signal: AbortSignal },
): AsyncGenerator<ThreadAnswer> {
  for (let at = 0; at < cases.length; at += casesAtOnce) {
    const fold = foldCases({ program, asOf, by: undefined, wantsRows: true }, () => undefined);
    cases.slice(at, at + casesAtOnce).forEach((one) => fold.take(one));
    yield accept({ ...fold.end(), refused: { count: 0, rows: [] } });
    await setImmediate();
    signal.throwIfAborted();
  }
}
