import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { onBothEngines, type Engine } from "../../test/harness/engines.ts";
import type { PackFolder } from "../../test/harness/small-pack.ts";
import {
  bookOfTown,
  townLibrary,
  townLine,
  townWithAward,
} from "../../test/harness/town-library.ts";
import { system } from "../base/actor.ts";
import { invariant } from "../base/invariant.ts";
import { evaluateAll, libraryOf, readCaseText, summarize } from "../rules/index.ts";
import { declareQueues, startWorkers, type Workers } from "../store/jobs/workers.ts";
import { cutFile } from "./actions/cut-file.ts";
import {
  beginRun,
  cancelRun,
  resumeRun,
  runResult,
  type RunOrder,
  type RunResult,
} from "./actions/library-runs.ts";
import { libraryThread } from "./actions/library-thread.ts";
import { libraryJobs } from "./jobs/library.ts";
import type { Book } from "./model/book.ts";

const me = system("test");
const asOf = "2026-03-16";

onBothEngines("a run over a library", (engine) => {
  let town: PackFolder;
  let book: Book;
  const thread = libraryThread();
  let workers: Workers | undefined;

  beforeAll(async () => {
    town = townWithAward();
    book = await bookOfTown(town);
    await declareQueues(engine.db, [libraryJobs(engine.db, { packs: town.packs, thread })]);
  });
  afterEach(async () => {
    await workers?.stop();
    workers = undefined;
  });
  afterAll(async () => {
    await thread.stop();
    town[Symbol.dispose]();
  });

  const work = async (node = "one"): Promise<void> => {
    workers = await startWorkers(engine.db, {
      queues: [libraryJobs(engine.db, { packs: town.packs, thread, node })],
      failed: () => undefined,
    });
  };
  const begin = (more: Begin = {}) => beginOn(engine, { town, book }, more);
  const ended = (id: string) => resultOf(engine, id, (state) => state !== "running");

  test("comes to what its cases come to as one library, by groups, with who did it", async () => {
    const id = await begin();
    await work("node-7");
    const { progress, summary } = await ended(id);
    const cases = readCaseText(book.program, linesOf(500).join("\n"), "jsonl");
    invariant(cases.ok, "the lines of the town read");
    const by = book.program.factById.get("place.quarter");
    const library = libraryOf(book.program, cases.value);
    expect(summary).toEqual(summarize(evaluateAll(book.program, library, { asOf }), by));
    expect(Object.keys(summary?.groups ?? {})).toEqual(["?", "east", "west"]);
    expect(progress).toMatchObject({ run: { state: "done" }, done: 4, cases: 500, partitions: 4 });
    expect(progress.nodes).toEqual([{ node: "node-7", done: 4, underWay: 0, cases: 500 }]);
  });

  test("that is cancelled stands still, and goes on where it was when it is resumed", async () => {
    const id = await begin();
    const cancelled = await engine.db.transaction(me, (tx) => cancelRun(tx, id));
    expect(cancelled).toMatchObject({ ok: true, value: { state: "cancelled" } });
    const again = await engine.db.transaction(me, (tx) => cancelRun(tx, id));
    expect(again).toMatchObject({ ok: false, refusal: { code: "library_run_over" } });
    await work();
    const other = await begin();
    await ended(other);
    const still = await ended(id);
    expect(still.progress).toMatchObject({ run: { state: "cancelled" }, done: 0 });
    await engine.db.transaction(me, (tx) => resumeRun(tx, id));
    const { progress } = await ended(id);
    expect(progress).toMatchObject({ run: { state: "done" }, done: 4, cases: 500 });
  });

  test("is refused with every bad row of a partition, and takes the good ones if asked", async () => {
    const lines = linesOf(40);
    lines[6] = JSON.stringify({ id: "wrong", facts: { project: { new_floor_area: "12 yuan" } } });
    lines[9] = "{,}";
    const strict = await begin({ lines });
    await work();
    const { progress } = await ended(strict);
    expect(progress.run).toMatchObject({
      state: "refused",
      refusal: {
        code: "library_rows_refused",
        count: 2,
        rows: [
          { row: 7, code: "wrong_unit", pointer: "/facts/project/new_floor_area" },
          { row: 10, code: "broken_text" },
        ],
      },
    });
    const lenient = await begin({ lines, keepsGoodRows: true });
    const taken = await ended(lenient);
    expect(taken.progress).toMatchObject({ run: { state: "done" }, cases: 38, passedOver: 2 });
    expect(taken.passedOver.rows.map(({ row }) => row)).toEqual([7, 10]);
  });

  test("takes nothing of a file that is no longer what it was", async () => {
    const path = townLibrary(town, linesOf(500));
    const grown = await begin();
    appendFileSync(path, `${townLine(500)}\n`);
    await work();
    const { progress } = await ended(grown);
    expect(progress.run.refusal).toMatchObject({ code: "library_source_changed", path });
    const rewritten = await begin();
    writeFileSync(path, linesOf(500).join("\n").replaceAll("12.5", "12.6") + "\n");
    const changed = await ended(rewritten);
    expect(changed.progress.run.refusal).toMatchObject({ code: "library_source_changed" });
    expect(changed.summary).toBeUndefined();
  });

  test("says which node lacks the file or the encoding, and waits for one that has it", async () => {
    const id = await begin({ file: "gone.jsonl" });
    rmSync(join(town.packs, "gone.jsonl"));
    const foreign = await begin({ encoding: "of-another-version" });
    await work("node-8");
    const waiting = (code: string) => (_: string, result: RunResult) =>
      result.progress.waiting.some((refusal) => refusal.code === code);
    const gone = await resultOf(engine, id, waiting("library_source_missing"));
    expect(gone.progress.run.state).toBe("running");
    const lacking = await resultOf(engine, foreign, waiting("library_encoding_unknown"));
    expect(lacking.progress.waiting).toContainEqual({
      code: "library_encoding_unknown",
      wanted: "of-another-version",
      found: book.program.encoding,
      node: "node-8",
    });
    for (const run of [id, foreign]) await engine.db.transaction(me, (tx) => cancelRun(tx, run));
  });
});

const linesOf = (count: number): string[] => Array.from({ length: count }, (_, at) => townLine(at));

type Begin = Partial<RunOrder> & { readonly lines?: readonly string[]; readonly file?: string };

/** Begins a run over the town's library, in four partitions or a few more. */
async function beginOn(
  engine: Engine,
  { town, book }: { readonly town: PackFolder; readonly book: Book },
  { lines = linesOf(500), file = "library.jsonl", ...more }: Begin,
): Promise<string> {
  const path = townLibrary(town, lines, file);
  const cut = await cutFile(path, { bytes: 0, parts: lines.length < 100 ? 1 : 4 });
  invariant(cut.ok, "the library was just written");
  const order: RunOrder = {
    pack: "town",
    encoding: book.program.encoding,
    asOf,
    by: "place.quarter",
    source: { kind: "file", path, bytes: cut.value.bytes },
    parts: cut.value.parts,
    keepsGoodRows: false,
    createdBy: "test",
    at: new Date().toISOString(),
    ...more,
  };
  return (await engine.db.transaction(me, (tx) => beginRun(tx, order))).id;
}

/** What a run comes to once it stands as asked. */
async function resultOf(
  engine: Engine,
  id: string,
  isAsked: (state: string, result: RunResult) => boolean,
): Promise<RunResult> {
  const look = async (): Promise<RunResult> => {
    const result = await engine.db.transaction(me, (tx) => runResult(tx, id));
    invariant(result.ok, "the run is there");
    expect(isAsked(result.value.progress.run.state, result.value)).toBe(true);
    return result.value;
  };
  return vi.waitFor(look, { timeout: 60_000, interval: 50 });
}
