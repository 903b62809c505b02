import type { Worker } from "node:worker_threads";
import { refuse } from "../../base/decision.ts";
import { startWorker } from "../../store/worker-thread.ts";
import type { ThreadAnswer, ThreadOrder, ThreadWord } from "./library-orders.ts";

type Asking = {
  /** How many cases of the order are evaluated so far. */
  readonly told?: (cases: number) => void;
  /** Ends the thread at once, and with it the order. */
  readonly signal?: AbortSignal;
};

/** A thread that evaluates stretches of libraries, one at a time; started when first asked. */
export type LibraryThread = {
  /** @throws the reason of the signal. */
  evaluate(order: ThreadOrder, asking?: Asking): Promise<ThreadAnswer>;
  stop(): Promise<void>;
};

/** Enough for the pack and a stretch; a thread that wants more dies alone, not with its server. */
const usualMemoryMb = 2_048;

/** Cases are made and thrown away by the thousand: a small nursery would copy them about. */
const youngMb = 64;

/** A stretch whose thread dies is tried once more, in a new one. */
const tries = 2;

class ThreadDied extends Error {}

export function libraryThread({ memoryMb = usualMemoryMb } = {}): LibraryThread {
  let worker: Worker | undefined;
  const start = (): Worker => {
    const code = { source: "./library-worker.ts", built: "./library-worker.js" };
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb };
    return startWorker(import.meta.url, code, { resourceLimits });
  };
  const stop = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const attempt = async (order: ThreadOrder, asking: Asking): Promise<ThreadAnswer> => {
    worker ??= start();
    try {
      return await ask(worker, order, asking);
    } catch (cause) {
      await stop();
      throw cause;
    }
  };
  const evaluate = async (
    order: ThreadOrder,
    asking: Asking = {},
    left = tries - 1,
  ): Promise<ThreadAnswer> => {
    asking.signal?.throwIfAborted();
    try {
      return await attempt(order, asking);
    } catch (cause) {
      if (!(cause instanceof ThreadDied)) throw cause;
      if (left > 0) return evaluate(order, asking, left - 1);
      return refuse({ code: "library_worker_died", detail: cause.message });
    }
  };
  return { evaluate: (order, asking) => evaluate(order, asking), stop };
}

/** The answer to one order. A thread that waits for none does not keep the process alive. */
function ask(worker: Worker, order: ThreadOrder, asking: Asking): Promise<ThreadAnswer> {
  const { told, signal } = asking;
  return new Promise<ThreadAnswer>((resolve, reject) => {
    signal?.throwIfAborted();
    const aborted = (): void => end(() => reject(signal?.reason as Error));
    const died = (cause: unknown): void => end(() => reject(new ThreadDied(String(cause))));
    const heard = (word: ThreadWord): void => {
      if ("cases" in word) told?.(word.cases);
      else end(() => resolve(word.answer));
    };
    const end = (settle: () => void): void => {
      signal?.removeEventListener("abort", aborted);
      worker.off("message", heard).off("error", died).off("exit", died).unref();
      settle();
    };
    signal?.addEventListener("abort", aborted);
    worker.on("message", heard).on("error", died).on("exit", died).ref();
    worker.postMessage(order);
  });
}
