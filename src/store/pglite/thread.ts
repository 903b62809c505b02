import type { Worker } from "node:worker_threads";
import { storeFault } from "../faults.ts";
import { toStoreError } from "../sql-error.ts";
import { startWorker } from "../worker-thread.ts";
import type { Answer, Envelope, Notice, Request } from "./protocol.ts";

type Good = Extract<Answer, { ok: true }>;
type Waiting = { resolve: (answer: Good) => void; reject: (cause: unknown) => void };

/** The thread that holds the embedded database. */
export type Thread = {
  ask(request: Request): Promise<Good>;
  /** How many requests are not answered yet. */
  waiting(): number;
  /** Ends the thread at once; what is under way fails with the given fault. */
  end(fault: Error): Promise<void>;
  readonly ended: boolean;
};

/** Starts the thread. A thread with nothing to do does not keep the process alive. */
export function startThread(heard: (notice: Notice) => void): Thread {
  const worker = startWorker(import.meta.url, {
    source: "./worker.ts",
    built: "./pglite-worker.js",
  });
  const waiting = new Map<number, Waiting>();
  let ended = false;
  let count = 0;

  const fail = (fault: unknown): void => {
    ended = true;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  hear(worker, { waiting, heard, fail });

  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(storeFault("database_unavailable"));
        count += 1;
        waiting.set(count, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: count, message } satisfies Envelope<Request>);
      }),
    waiting: () => waiting.size,
    end: async (fault) => {
      fail(fault);
      await worker.terminate();
    },
    get ended() {
      return ended;
    },
  };
}

type Ears = {
  readonly waiting: Map<number, Waiting>;
  readonly heard: (notice: Notice) => void;
  readonly fail: (fault: unknown) => void;
};

/** Gives each answer to whoever waits for it, and the end of the thread to all. */
function hear(worker: Worker, { waiting, heard, fail }: Ears): void {
  worker.on("message", (said: Envelope<Answer> | Notice) => {
    if ("channel" in said) return heard(said);
    const { id, message } = said;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (message.ok) asked?.resolve(message);
    else
      asked?.reject(toStoreError(Object.assign(new Error(message.error.message), message.error)));
  });
  worker.on("error", (cause) => fail(storeFault("database_unavailable", cause)));
  worker.on("exit", (code) =>
    fail(storeFault("database_unavailable", new Error(`the database thread ended with ${code}`))),
  );
}
