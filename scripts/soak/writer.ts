import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

/** What was acknowledged, kept outside of everything that is killed: key to id. */
export type Journal = {
  readonly acknowledged: Map<string, string>;
  /** Sent, and no answer seen: written or not, and to be asked again under the same key. */
  readonly open: Set<string>;
};

export const emptyJournal = (): Journal => ({ acknowledged: new Map(), open: new Set() });

/** Asks for one evaluation under a key; undefined where no acknowledgement came. */
export async function write(url: string, key: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/api/v1/policy/evaluations`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ facts: {} }),
    });
    const { id } = (await answer.json()) as { id?: string };
    return answer.status === 201 ? id : undefined;
  } catch (cause) {
    // A connection that broke says nothing of whether the write was done: that is what is tried.
    if (cause instanceof TypeError || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

const lanes = 6;

/** Writes in several lanes until it is stopped; each acknowledgement is in the journal at once. */
export function writeUnder(url: string, journal: Journal): { stop(): Promise<void> } {
  const state = { stopped: false };
  const lane = async (): Promise<void> => {
    while (!state.stopped) {
      const key = randomUUID();
      journal.open.add(key);
      const id = await write(url, key);
      if (id === undefined) await pause(20);
      else settle(journal, key, id);
    }
  };
  const all = Array.from({ length: lanes }, lane);
  return {
    stop: async () => {
      state.stopped = true;
      await Promise.all(all);
    },
  };
}

export function settle({ acknowledged, open }: Journal, key: string, id: string): void {
  acknowledged.set(key, id);
  open.delete(key);
}
