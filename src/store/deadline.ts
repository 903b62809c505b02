/** Rejects with what `onTimeout` gives when the work is not done in time. */
export async function withDeadline<T>(
  timeoutMs: number,
  work: Promise<T>,
  onTimeout: () => Promise<Error>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => void onTimeout().then(reject, reject), timeoutMs);
  });
  // The work may still fail after its time is over: that failure has been told already.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
