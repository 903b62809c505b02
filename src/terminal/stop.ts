const signals = ["SIGINT", "SIGTERM"] as const;

/** Resolves when the process is told to end. */
export const untilStopped = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(signal));
  });
