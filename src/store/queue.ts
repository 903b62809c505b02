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

  const leave = (): void => {
    const next = turns.shift();
    if (next) next.start();
    else busy = false;
  };
  /** A turn that is given back twice would let two through at once. */
  const once = (): (() => void) => {
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };

  return {
    enter: (waitMs) =>
      new Promise((resolve, reject) => {
        if (!busy) {
          busy = true;
          return resolve(once());
        }
        const turn: Turn = {
          start: () => {
            clearTimeout(timer);
            resolve(once());
          },
        };
        const timer = setTimeout(() => {
          turns.splice(turns.indexOf(turn), 1);
          reject(storeFault("database_busy"));
        }, waitMs);
        turns.push(turn);
      }),
    get length() {
      return turns.length;
    },
  };
}
