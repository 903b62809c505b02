import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import { invariant } from "../../src/base/invariant.ts";
import { cutFile } from "../../src/policy/actions/cut-file.ts";
import { beginRun, runProgress, runResult } from "../../src/policy/actions/library-runs.ts";
import { libraryThread } from "../../src/policy/actions/library-thread.ts";
import type { RunProgress } from "../../src/policy/model/library-run.ts";
import { policyQueues } from "../../src/policy/index.ts";
import { system } from "../../src/store/actor.ts";
import type { Db } from "../../src/store/db.ts";
import { declareQueues, startWorkers } from "../../src/store/jobs/workers.ts";
import { onBothEngines } from "../harness/engines.ts";
import { bookOfTown, townLibrary, townLine, townWithAward } from "../harness/town-library.ts";

const me = system("test");
const asOf = "2026-03-16";
const cases = 120_000;
const partitions = 12;
const patienceMs = 110_000;

const town = townWithAward();
afterAll(() => town[Symbol.dispose]());

function nodeOn(url: string, node: string): ChildProcess {
  const file = fileURLToPath(new URL("../harness/library-worker.ts", import.meta.url));
  const args = ["--import", "tsx", file, url, town.packs, node];
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
}

async function end(node: ChildProcess): Promise<void> {
  node.kill("SIGKILL");
  if (node.exitCode === null && node.signalCode === null) await once(node, "close");
}

type Looks = {
  readonly progress: () => Promise<RunProgress>;
  readonly isDone: () => Promise<void>;
};

/** Two nodes, of which the first is killed with a partition in its hands. */
async function workOnTwo(url: string, { progress, isDone }: Looks): Promise<void> {
  const nodes = [nodeOn(url, "first"), nodeOn(url, "second")];
  const isUnderWay = async () => {
    const { done, nodes: told } = await progress();
    const first = told.find(({ node }) => node === "first");
    expect(done > 0 && first?.underWay === 1).toBe(true);
  };
  try {
    await vi.waitFor(isUnderWay, { timeout: patienceMs, interval: 10 });
    await end(nodes[0]!);
    expect((await progress()).run.state).toBe("running");
    await vi.waitFor(isDone, { timeout: patienceMs, interval: 100 });
  } finally {
    for (const node of nodes) await end(node);
  }
}

/** Embedded there is one node, in this process: `kills.test.ts` kills that with its database. */
async function workHere(db: Db, isDone: () => Promise<void>): Promise<void> {
  const queues = policyQueues(db, { packs: town.packs });
  const workers = await startWorkers(db, { queues, failed: () => undefined });
  await vi.waitFor(isDone, { timeout: patienceMs, interval: 100 });
  await workers.stop();
}

onBothEngines("a library in partitions", (engine) => {
  test("comes to the same as in one piece, though one of two nodes is killed", async () => {
    const { db, url } = engine;
    const { program } = await bookOfTown(town);
    const path = townLibrary(
      town,
      Array.from({ length: cases }, (_, at) => townLine(at)),
    );
    const cut = await cutFile(path, { bytes: 0, parts: partitions });
    invariant(cut.ok, "the library was just written");
    const { bytes, parts } = cut.value;
    const source = { kind: "file", path, bytes } as const;
    const by = "place.quarter";
    const law = { pack: "town", encoding: program.encoding, asOf, by, keepsGoodRows: false };
    const at = new Date().toISOString();
    await declareQueues(db, policyQueues(db, { packs: town.packs }));
    const run = await db.transaction(me, (tx) =>
      beginRun(tx, { ...law, source, parts, createdBy: "test", at }),
    );
    const progress = async () => {
      const told = await db.transaction(me, (tx) => runProgress(tx, run.id));
      invariant(told.ok, "the run is there");
      return told.value;
    };

    const isDone = async () => expect((await progress()).run.state).toBe("done");
    if (url === undefined) await workHere(db, isDone);
    else await workOnTwo(url, { progress, isDone });

    const result = await db.transaction(me, (tx) => runResult(tx, run.id));
    const thread = libraryThread();
    const whole = await thread.evaluate({
      ...{ ...law, packs: town.packs, source, node: "one", wantsRows: false },
      part: (await inOnePiece(path)).parts[0]!,
    });
    await thread.stop();
    invariant(result.ok && whole.ok, "both are evaluated");
    expect(result.value.summary).toEqual(whole.value.summary);
    expect(result.value.progress).toMatchObject({ done: parts.length, cases });
    if (url !== undefined) expect(result.value.progress.takenUpAgain).toBeGreaterThan(0);
  }, 240_000);
});

async function inOnePiece(path: string) {
  const cut = await cutFile(path, { bytes: 0, parts: 1 });
  invariant(cut.ok, "the library stands as it was");
  return cut.value;
}
