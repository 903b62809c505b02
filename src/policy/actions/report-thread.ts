import type { Worker } from "node:worker_threads";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { startWorker } from "../../store/worker-thread.ts";
import type { ReportRefusal } from "../model/refusals.ts";
import type { ReportDocument } from "../model/report-document.ts";
import type { ReportKind } from "./report-file/write.ts";

export type ReportOrder = { readonly kind: ReportKind; readonly report: ReportDocument };

/** A thread that writes reports one after the other; started when first asked. */
export type ReportThread = {
  write(order: ReportOrder): Promise<Decision<Uint8Array, ReportRefusal>>;
  stop(): Promise<void>;
};

type Written = Decision<Uint8Array, ReportRefusal>;
type Bounds = {
  readonly seconds?: number;
  readonly waitingMax?: number;
  readonly memoryMb?: number;
};

const failed = (cause: ReportRefusal["cause"], detail: string): Written =>
  refuse({ code: "report_not_written", cause, detail });

const start = (memoryMb: number): Worker =>
  startWorker(
    import.meta.url,
    { source: "./report-worker.ts", built: "./report-worker.js" },
    { resourceLimits: { maxOldGenerationSizeMb: memoryMb } },
  );

/**
 * Bounded on every side: how long one report may take, how much memory, and how many may wait. A
 * thread that fails is ended, and the next report starts another.
 */
export function reportThread({
  seconds = 20,
  waitingMax = 8,
  memoryMb = 1_024,
}: Bounds = {}): ReportThread {
  let worker: Worker | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const attempt = async (order: ReportOrder): Promise<Written> => {
    worker ??= start(memoryMb);
    const written = await ask(worker, order, seconds);
    if (!written.ok) await stop();
    return written;
  };
  const write = async (order: ReportOrder): Promise<Written> => {
    if (waiting >= waitingMax) return failed("busy", String(waiting));
    waiting += 1;
    const mine = last.then(() => attempt(order));
    last = mine;
    return mine.finally(() => {
      waiting -= 1;
    });
  };
  return { write, stop };
}

/** The file of one order. A thread that waits for none does not keep the process alive. */
function ask(worker: Worker, order: ReportOrder, seconds: number): Promise<Written> {
  return new Promise((resolve) => {
    const late = setTimeout(() => end(failed("slow", `${seconds} s`)), seconds * 1_000);
    const died = (cause: unknown): void => end(failed("died", String(cause)));
    const heard = (bytes: Uint8Array): void => end(accept(bytes));
    const end = (written: Written): void => {
      clearTimeout(late);
      worker.off("message", heard).off("error", died).off("exit", died).unref();
      resolve(written);
    };
    worker.on("message", heard).on("error", died).on("exit", died).ref();
    worker.postMessage(order);
  });
}
