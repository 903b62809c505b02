import { randomUUID } from "node:crypto";
import { system } from "../../base/actor.ts";
import { accept, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import { perform } from "../../people/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import type { Queue } from "../../store/jobs/job.ts";
import { askFileThread, type FileAnswer, type FileStep } from "../actions/files/file-thread.ts";
import { importQueue } from "../actions/imports.ts";
import { switchImport, weighImport } from "../actions/import-switch.ts";
import type { Findings, ImportState } from "../contract.ts";
import { catalogueRow } from "../model/catalogue.ts";
import { dayInCity } from "../model/day.ts";
import { proposedMap } from "../model/files/columns.ts";
import type { DistrictOutline } from "../model/files/city-outline.ts";
import type { ImportRefusal } from "../model/refusals.ts";
import { landRefusalText } from "../problems.ts";
import { appendRefusals, appendRows, clearRows } from "../store/import-rows.ts";
import { findImport, lockImport, moveImport, type StoredImport } from "../store/imports.ts";
import { loadFile, type LoadedFile } from "./load-file.ts";
import { listOutlines } from "../store/outlines.ts";

const me = system(importQueue);
/** To put all the rows of a large file onto the map. */
const options = { timeoutMs: 300_000 };

/** Nobody wants the work any more: it was cancelled, or is done elsewhere. */
class Unwanted extends Error {}

/** Does the next step of an import: reads its file, or puts it onto the map. */
export async function advanceImport(db: Db, id: string, signal?: AbortSignal): Promise<void> {
  const found = await db.transaction(me, (tx) => findImport(tx, id));
  try {
    if (found?.state === "reading") await survey(db, found, signal);
    if (found?.state === "importing") await bringIn(db, found, signal);
  } catch (cause) {
    if (!(cause instanceof Unwanted)) throw cause;
  }
}

/** Reads and writes the files of imports, each in a thread of its own. */
export const importJobs = (db: Db): Queue => ({
  name: importQueue,
  heartbeatSeconds: 15,
  expireSeconds: 3_600,
  retries: 3,
  work: async ({ about, signal }) => {
    const { import: id } = about;
    invariant(typeof id === "string", "a job names its import");
    await advanceImport(db, id, signal);
  },
});

type AtHand = LoadedFile & { readonly districts: readonly DistrictOutline[] };

async function load(db: Db, found: StoredImport): Promise<AtHand> {
  const file = await loadFile(db, found, me);
  if (!file) throw new Unwanted();
  return { ...file, districts: await db.transaction(me, listOutlines) };
}

type Step = (tx: Tx) => Promise<void>;

/** One step while the import is still in its state; else the work ends. */
async function whileWanted(db: Db, { id, state }: StoredImport, step: Step): Promise<void> {
  const isWanted = await db.transaction(
    me,
    async (tx) => {
      if ((await lockImport(tx, id))?.state !== state) return false;
      await step(tx);
      return true;
    },
    options,
  );
  if (!isWanted) throw new Unwanted();
}

const refusedBy = (refusal: ImportRefusal) => ({
  state: "refused" as ImportState,
  problem: { code: refusal.code, message: landRefusalText(refusal) },
});

async function survey(db: Db, found: StoredImport, signal?: AbortSignal): Promise<void> {
  const { id } = found;
  const { sha256, ...file } = await load(db, found);
  const order = { kind: "survey", ...file } as const;
  const hear = ({ done }: FileStep) => whileWanted(db, found, (tx) => moveImport(tx, id, { done }));
  const answer = await askFileThread(order, { hear, ...(signal ? { signal } : {}) });
  await whileWanted(db, found, async (tx) => {
    await moveImport(tx, id, { sha256 });
    await keepFindings(tx, id, answer);
  });
}

async function keepFindings(tx: Tx, id: string, answer: FileAnswer): Promise<void> {
  if (!answer.ok) return moveImport(tx, id, refusedBy(answer.refusal));
  const findings = answer.value as Findings;
  await moveImport(tx, id, {
    state: "waiting",
    findings,
    done: findings.rows,
    total: findings.rows,
  });
}

async function bringIn(db: Db, found: StoredImport, signal?: AbortSignal): Promise<void> {
  const { id, wanted, findings, layer } = found;
  const row = catalogueRow(layer);
  invariant(wanted && findings && row, "an import that runs was read and confirmed");
  await whileWanted(db, found, (tx) => clearRows(tx, id));
  const { sha256, ...file } = await load(db, found);
  invariant(sha256 === found.file.sha256, "the file that goes in is the one that was read");
  const order = {
    kind: "convert",
    ...file,
    today: dayInCity(new Date()),
    crs: wanted.crs,
    columns: wanted.columns ?? proposedMap(findings.columns),
    keepsOtherColumns: wanted.keepsOtherColumns !== false,
    isSynthetic: wanted.isSynthetic === true,
    geometry: row.geometry,
    classes: row.classes,
  } as const;
  const hear = ({ done, rows, faults }: FileStep) =>
    whileWanted(db, found, async (tx) => {
      await appendRows(tx, id, rows);
      await appendRefusals(tx, id, faults);
      await moveImport(tx, id, { done });
    });
  const answer = await askFileThread(order, { hear, ...(signal ? { signal } : {}) });
  if (!answer.ok)
    return whileWanted(db, found, (tx) => moveImport(tx, id, refusedBy(answer.refusal)));
  await finish(db, found);
}

/**
 * The last step, with the row that tells of it. What is refused is rolled back, and told as refused
 * in that row, too; then its rows are weighed once more, so that they can be read.
 */
async function finish(db: Db, found: StoredImport): Promise<void> {
  const { id, layer } = found;
  const caller = { actor: me, requestId: randomUUID() };
  const resource = { kind: "map_import", id } as const;
  const task = { caller, act: "change", resource, detail: { layer }, options } as const;
  const switched = await perform(db, task, async (tx, trace): Promise<Finished> => {
    const end = await switchImport(tx, id, dayInCity(new Date()));
    if (!end.ok) return end;
    if (end.value === undefined) throw new Unwanted();
    trace.note({ detail: { ...end.value.counts, change: end.value.change } });
    return accept(null);
  });
  if (switched.ok) return;
  const { refusal } = switched;
  invariant(refusal.code !== "not_allowed", "the program may put an import onto the map");
  await whileWanted(db, found, async (tx) => {
    await weighImport(tx, found);
    await moveImport(tx, id, refusedBy(refusal));
  });
}

type Finished = Decision<null, ImportRefusal>;
