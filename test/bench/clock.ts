/** Something that is timed: it does its work once and says on how many things. */
export type Timed = {
  readonly name: string;
  readonly run: () => number | Promise<number>;
};

/** What one thing took in each round, in microseconds of the process's own time. */
export type Timings = ReadonlyMap<string, readonly number[]>;

export type Timing = { readonly rounds: number; readonly leastMicros: number };

/**
 * Time that processors gave to this process, all its threads together: what else the machine does
 * weighs on it far less than on the time that passes.
 */
export function spentMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

async function once({ run }: Timed, leastMicros: number): Promise<number> {
  const start = spentMicros();
  let [things, spent] = [0, 0];
  while (spent < leastMicros) {
    things += await run();
    spent = spentMicros() - start;
  }
  return spent / things;
}

/** What a runtime compiles it compiles best after a while: so many rounds come first, uncounted. */
const warm = 40;

/** Times all of them in turns, round by round, so that a slow moment of the machine hits all. */
export async function timeAll(
  all: readonly Timed[],
  { rounds, leastMicros }: Timing,
): Promise<Timings> {
  const timings = new Map(all.map(({ name }) => [name, [] as number[]]));
  for (const one of all) await once(one, leastMicros * warm);
  for (let round = 0; round < rounds; round++) {
    for (const one of all) timings.get(one.name)!.push(await once(one, leastMicros));
  }
  return timings;
}

export function medianOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** How many times as long the first takes: the median over rounds, each a ratio of its own. */
export function ratioOf(timings: Timings, name: string, other: string): number {
  const [a, b] = [timings.get(name) ?? [], timings.get(other) ?? []];
  return medianOf(a.map((figure, round) => figure / b[round]!));
}
