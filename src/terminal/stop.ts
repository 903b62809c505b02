const signals = ["SIGINT", "SIGTERM"] as const;

/** Hears once when the process is told to end; the answer stops hearing. */
export function onStop(heard: () => void): () => void {
  for (const signal of signals) process.once(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}

/** Resolves when the process is told to end. */
export const untilStopped = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(signal));
  });
