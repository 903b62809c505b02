import type { Decision } from "../../../base/decision.ts";
import { refuse } from "../../../base/decision.ts";
import { startWorker } from "../../../store/worker-thread.ts";
import type { ColumnMap, Findings, FileForm } from "../../contract.ts";
import type { DistrictOutline } from "../../model/files/city-outline.ts";
import type { ReadyRow } from "../../model/files/ready.ts";
import type { FileRefusal, RowFault } from "../../model/files/table.ts";
import type { ExportTable } from "../../model/files/write-table.ts";
import { makeTurns } from "./turns.ts";

/**
 * What a thread is asked to do with a file; it does one thing and ends. The memory of the bytes
 * goes over to it: whoever asks has them no more.
 */
export type FileOrder =
  | {
      readonly kind: "survey";
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly districts: readonly DistrictOutline[];
    }
  | {
      readonly kind: "convert";
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly districts: readonly DistrictOutline[];
      readonly crs: string;
      readonly columns: ColumnMap;
      readonly keepsOtherColumns: boolean;
      readonly isSynthetic: boolean;
      readonly geometry: "point" | "line" | "polygon";
      readonly classes: readonly string[] | undefined;
      readonly today: string;
    }
  | { readonly kind: "write"; readonly form: FileForm; readonly tables: readonly ExportTable[] };

/** What a thread says on its way: each step is answered before the next one comes. */
export type FileStep = {
  readonly done: number;
  readonly rows: readonly ReadyRow[];
  readonly faults: readonly { readonly number: number; readonly fault: RowFault }[];
};

export type FileAnswer = Decision<Findings | Uint8Array | null, FileRefusal>;
export type FileWord = { readonly step: FileStep } | { readonly answer: FileAnswer };

type Asking = {
  readonly hear?: (step: FileStep) => Promise<void>;
  readonly signal?: AbortSignal;
  readonly limitSeconds?: number;
};

const memoryMb = 2_048;

/** How many threads work at once in this process: each may take as much memory. */
const turns = makeTurns(2);
/** So many files to be written may wait; what is read is wanted by a job, and waits its time. */
const mostWaiting = 8;

const failed = (detail: string): FileAnswer =>
  refuse({ code: "map_file_refused", fault: "too_slow", detail });

/**
 * Has a file read or written in a thread of its own, so that the server goes on answering: bounded
 * in memory and time, and ended where nobody wants it any more.
 */
export async function askFileThread(order: FileOrder, asking: Asking = {}): Promise<FileAnswer> {
  const { waiting } = turns;
  if (order.kind === "write" && waiting >= mostWaiting)
    return refuse({ code: "files_busy", waiting });
  return turns.take(() => runFileThread(order, asking));
}

async function runFileThread(
  order: FileOrder,
  { hear = async () => undefined, signal, limitSeconds = 1_200 }: Asking,
): Promise<FileAnswer> {
  signal?.throwIfAborted();
  const worker = startWorker(
    import.meta.url,
    { source: "./file-worker.ts", built: "./file-worker.js" },
    {
      workerData: order,
      // The file goes over to the thread: copied, a large one would be held twice.
      transferList: "bytes" in order ? [order.bytes.buffer] : [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    },
  );
  const ended = new Promise<FileAnswer>((resolve, reject) => {
    const late = setTimeout(() => resolve(failed(`${limitSeconds} s`)), limitSeconds * 1_000);
    const stop = (): void => reject(signal?.reason as Error);
    signal?.addEventListener("abort", stop, { once: true });
    const dies = (cause: Error): void =>
      isOutOfMemory(cause) ? resolve(failed(`${memoryMb} MB`)) : reject(cause);
    worker.on("error", dies);
    worker.on("exit", (code) => {
      clearTimeout(late);
      signal?.removeEventListener("abort", stop);
      reject(new Error(`the thread of a file ended with ${code}`));
    });
    worker.on("message", (word: FileWord) => {
      if ("answer" in word) return resolve(word.answer);
      hear(word.step).then(() => worker.postMessage("next"), reject);
    });
  });
  return ended.finally(() => worker.terminate());
}

const isOutOfMemory = (cause: Error): boolean =>
  (cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
