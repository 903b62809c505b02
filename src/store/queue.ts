import { storeFault } from "./faults.ts";

type Turn = { start: () => void };

/** Lets one at a time through, in the order of asking. */
export type Queue = {
  /** Waits for a turn at most `waitMs`; the answer gives the turn back. */
  enter(waitMs: number): Promise<() => void>;
  readonly length: number;
};

export function makeQueue(): Queue {
  const turns: Turn[] = [];
  let busy = false;

  /** A turn that is given back twice would let two through at once. */
  const turnToLeave = (): (() => void) => {
    let left = false;
    return () => {
      const next = left ? undefined : turns.shift();
      if (next) next.start();
      else if (!left) busy = false;
      left = true;
    };
  };
  const wait = (waitMs: number): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const late = (): void => {
        turns.splice(turns.indexOf(turn), 1);
        reject(storeFault("database_busy"));
      };
      const timer = setTimeout(late, waitMs);
      const start = (): void => {
        clearTimeout(timer);
        resolve(turnToLeave());
      };
      const turn = { start };
      turns.push(turn);
    });

  return {
    enter: async (waitMs) => {
      if (busy) return wait(waitMs);
      busy = true;
      return turnToLeave();
    },
    get length() {
      return turns.length;
    },
  };
}
