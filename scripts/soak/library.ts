import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { invariant } from "../../src/base/invariant.ts";
import { startCluster } from "../../test/harness/cluster.ts";
import { peakMbOf } from "./peak.ts";

/** One run over a library: how long it took, what it held in memory, and what it came to. */
export type RunFigures = {
  readonly seconds: number;
  readonly casesPerSecond: number;
  /** The most that any worker held, in MB. */
  readonly peakMb: number;
  readonly takenUpAgain: number;
  /** Of the merged summary: equal where the summaries are. */
  readonly digest: string;
};

export type LibraryFigures = {
  readonly cases: number;
  readonly partitions: number;
  /** One worker, the library in one piece. */
  readonly single: RunFigures;
  /** Two workers and partitions; one worker killed in the middle, and one started anew. */
  readonly killed: RunFigures;
};

export type LibraryOrder = {
  /** The folder of PostgreSQL's programs. */
  readonly bin: string;
  /** The command line of the program. */
  readonly cli: string;
  readonly cases: number;
  readonly seed: string;
};

const casesOfPartition = 25_000;
const lookEveryMs = 5_000;
const day = "2026-03-16";

/** The same cases twice: in one piece by one worker, and by two of which one is killed. */
export async function measureLibrary(order: LibraryOrder): Promise<LibraryFigures> {
  const cluster = startCluster(order.bin, ["fsync=on", "synchronous_commit=on"]);
  const city = cityOf(order, cluster.url("postgres"));
  const partitions = Math.max(4, Math.ceil(order.cases / casesOfPartition));
  try {
    const killed = await runKilled(city, order, partitions);
    const single = await runSingle(city, order);
    return { cases: order.cases, partitions, single, killed };
  } finally {
    cluster.stop();
  }
}

type City = {
  readonly say: (...words: string[]) => Promise<unknown>;
  readonly worker: () => ChildProcess;
};

function cityOf({ cli }: LibraryOrder, url: string): City {
  const env = { ...process.env, DATABASE_URL: url, ZHIBU_LANG: "en" };
  return {
    say: async (...words) => {
      const child = spawn(process.execPath, [cli, ...words, "--format", "json"], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const texts: Buffer[] = [];
      child.stdout.on("data", (text: Buffer) => texts.push(text));
      await once(child, "close");
      return JSON.parse(Buffer.concat(texts).toString()) as unknown;
    },
    worker: () =>
      spawn(process.execPath, [cli, "library", "work"], {
        env,
        stdio: ["ignore", "ignore", "inherit"],
      }),
  };
}

async function begin(city: City, order: LibraryOrder, partitions: number): Promise<string> {
  const { cases, seed } = order;
  const size = ["--synthetic", `${cases}`, "--seed", seed, "--partitions", `${partitions}`];
  const begun = await city.say("library", "run", ...size, "--by", "place.district", "--as-of", day);
  return (begun as { id: string }).id;
}

type Progress = {
  readonly done: number;
  readonly cases: number;
  readonly takenUpAgain: number;
  readonly beganAt: string;
  readonly lastAt: string;
  readonly run: { readonly state: string };
};

async function figuresOf(city: City, id: string, peakMb: number): Promise<RunFigures> {
  const said = await city.say("library", "show", id);
  const shown = said as { progress?: Progress; digest: string };
  invariant(shown.progress, `the run can be shown, not ${JSON.stringify(said).slice(0, 500)}`);
  const { run, cases, beganAt, lastAt, takenUpAgain } = shown.progress;
  invariant(run.state === "done", `the run is done, not ${run.state}`);
  const seconds = (Date.parse(lastAt) - Date.parse(beganAt)) / 1_000;
  const { digest } = shown;
  return { seconds, casesPerSecond: Math.round(cases / seconds), peakMb, takenUpAgain, digest };
}

/** The most that the processes held while the work went on, and the work's own answer. */
async function watched<Value>(
  workers: () => readonly ChildProcess[],
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly peakMb: number }> {
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, ...workers().map(({ pid }) => peakMbOf(pid)));
  }, lookEveryMs);
  try {
    return { value: await work(), peakMb };
  } finally {
    clearInterval(timer);
  }
}

async function runSingle(city: City, order: LibraryOrder): Promise<RunFigures> {
  const id = await begin(city, order, 1);
  const worker = city.worker();
  const { peakMb } = await watched(
    () => [worker],
    () => once(worker, "close"),
  );
  return figuresOf(city, id, peakMb);
}

async function runKilled(city: City, order: LibraryOrder, partitions: number): Promise<RunFigures> {
  const id = await begin(city, order, partitions);
  const workers = [city.worker(), city.worker()];
  const { peakMb } = await watched(
    () => workers,
    async () => {
      await untilDone(city, id, Math.floor(partitions / 2));
      workers[0]?.kill("SIGKILL");
      workers[0] = city.worker();
      await Promise.all(workers.map(closed));
    },
  );
  return figuresOf(city, id, peakMb);
}

const closed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
};

async function untilDone(city: City, id: string, partitions: number): Promise<void> {
  for (;;) {
    const { done, run } = (await city.say("library", "status", id)) as Progress;
    invariant(run.state === "running", `the run goes on, and is not ${run.state}`);
    if (done >= partitions) return;
    await setTimeout(lookEveryMs);
  }
}
