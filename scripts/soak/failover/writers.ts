import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

/** One request: when its answer came, what it was, and the id that was acknowledged. */
export type Shot = {
  readonly node: number;
  readonly at: number;
  readonly status: number;
  readonly code: string;
  readonly id?: string;
};

export type Writers = { stop(): Promise<Shot[]> };

const writersPerNode = 4;
const againAfterMs = 100;

/** Writes without end through every node; what is refused is asked again under the same key. */
export function startWriters(urls: readonly string[]): Writers {
  const state = { stopped: false };
  const shots: Shot[] = [];
  const lanes = urls.flatMap((url, node) =>
    Array.from({ length: writersPerNode }, () => writeOn({ url, node, state, shots })),
  );
  return {
    stop: async () => {
      state.stopped = true;
      await Promise.all(lanes);
      return shots;
    },
  };
}

type Lane = {
  readonly url: string;
  readonly node: number;
  readonly state: { readonly stopped: boolean };
  readonly shots: Shot[];
};

async function writeOn({ url, node, state, shots }: Lane): Promise<void> {
  let key = randomUUID();
  while (!state.stopped) {
    const answer = await post(url, key);
    shots.push({ node, at: performance.now(), ...answer });
    if (answer.id === undefined) await pause(againAfterMs);
    else key = randomUUID();
  }
}

const anyAddress = (): string =>
  [10, ...Array.from({ length: 3 }, () => randomInt(1, 255))].join(".");

async function post(url: string, key: string): Promise<Omit<Shot, "node" | "at">> {
  try {
    const answer = await fetch(`${url}/api/v1/policy/evaluations`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": key,
        "x-forwarded-for": anyAddress(),
      },
      body: JSON.stringify({ facts: {} }),
    });
    const { id, code = "" } = (await answer.json()) as { id?: string; code?: string };
    const { status } = answer;
    return status === 201 && id !== undefined ? { status, code, id } : { status, code };
  } catch (cause) {
    return { status: 0, code: String((cause as { cause?: { code?: string } }).cause?.code) };
  }
}
