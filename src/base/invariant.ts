/** A promise of ours that turned out broken: a bug, never a user's mistake. */
export class BrokenPromise extends Error {
  override readonly name = "BrokenPromise";
}

/** Throws when a promise that this code makes does not hold. */
export function invariant(holds: unknown, promise: string): asserts holds {
  if (!holds) throw new BrokenPromise(promise);
}
