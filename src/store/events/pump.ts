/** Work that is done when it is woken: never twice at once, and never on nobody's call. */
export type Pump = {
  wake(): void;
  /** Lets what is under way end, and does nothing any more. */
  stop(): Promise<void>;
};

/** Woken while it works, it works once more afterwards. What fails goes to `failed`. */
export function makePump(work: () => Promise<void>, failed: (cause: unknown) => void): Pump {
  let isWoken = false;
  let isStopped = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (isWoken && !isStopped) {
      isWoken = false;
      await work().catch(failed);
    }
    running = undefined;
  };
  return {
    wake: () => {
      if (isStopped) return;
      isWoken = true;
      running ??= run();
    },
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}
