/** Lets so many through at once, the others in the order of asking. */
export type Turns = {
  /** How many wait. */
  readonly waiting: number;
  take<T>(work: () => Promise<T>): Promise<T>;
};

export function makeTurns(atOnce: number): Turns {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    get waiting() {
      return waiting.length;
    },
    take: async (work) => {
      await enter();
      return work().finally(leave);
    },
  };
}
