import type { Answer, Ask } from "./messages.ts";

/** After so long a check is given up: no text may keep its author waiting for ever. */
const mostMs = 10_000;

type Told = {
  readonly answer: (answer: Answer) => void;
  /** The check was given up; the desk stands ready again. */
  readonly gaveUp: () => void;
};

type Open = Extract<Ask, { kind: "open" }>;

/** A line to the desk: one ask is under way, and of those that wait the last of a kind counts. */
export type Link = {
  readonly ask: (ask: Exclude<Ask, Open>) => void;
  readonly close: () => void;
};

type Sitting = { readonly send: (ask: Ask) => void; readonly end: () => void };

/** One worker: it answers each ask in time, or it is over. */
function sit(answered: (answer: Answer) => void, over: () => void): Sitting {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    worker.terminate();
  };
  const fail = (): void => {
    end();
    over();
  };
  worker.addEventListener("message", ({ data: answer }: MessageEvent<Answer>) => {
    clearTimeout(timer);
    answered(answer);
  });
  worker.addEventListener("error", fail);
  const send = (ask: Ask): void => {
    timer = setTimeout(fail, mostMs);
    worker.postMessage(ask);
  };
  return { send, end };
}

/** Opens a desk. Where an ask takes too long, the worker is ended and another takes its place. */
export function openLink(open: Open, told: Told): Link {
  const waiting = new Map<Ask["kind"], Ask>();
  let underWay: Ask | undefined = open;
  let sitting = begin();

  function begin(): Sitting {
    const begun = sit(answered, over);
    underWay = open;
    begun.send(open);
    return begun;
  }
  function answered(answer: Answer): void {
    told.answer(answer);
    underWay = undefined;
    next();
  }
  function over(): void {
    told.gaveUp();
    // A desk that does not even open would begin and end without end.
    if (underWay?.kind !== "open") sitting = begin();
  }
  function next(): void {
    const [first] = waiting.values();
    if (underWay || !first) return;
    waiting.delete(first.kind);
    underWay = first;
    sitting.send(first);
  }
  return {
    ask: (ask) => {
      waiting.set(ask.kind, ask);
      next();
    },
    close: () => sitting.end(),
  };
}
