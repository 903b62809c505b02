/** The thread in which a file is read or written: the server goes on answering meanwhile. */
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { accept, refuse } from "../../../base/decision.ts";
import { invariant } from "../../../base/invariant.ts";
import { cityOutline } from "../../model/files/city-outline.ts";
import { isGeoPackage, openFile } from "../../model/files/open.ts";
import { readyRow, type RowOrder } from "../../model/files/ready.ts";
import { surveyFile } from "../../model/files/survey.ts";
import { choiceNamed } from "../../model/files/systems.ts";
import {
  FileBroken,
  type FileRow,
  type FileTable,
  type RowFault,
} from "../../model/files/table.ts";
import { keepable } from "../../model/files/text.ts";
import type { FileAnswer, FileOrder, FileStep, FileWord } from "./file-thread.ts";
import { openGeoPackage } from "./geopackage.ts";
import { shortHash } from "./short-hash.ts";
import { writeFileOf } from "./write-file.ts";

invariant(parentPort, "a thread was started as one");
const port = parentPort;

type ConvertOrder = Extract<FileOrder, { kind: "convert" }>;

/** Rows sent at once. */
const rowsAtOnce = 500;
/** Vertices sent at once: one statement carries them. */
const verticesAtOnce = 100_000;

const say = (word: FileWord): void => port.postMessage(word);

async function tellAndWait(step: FileStep): Promise<void> {
  say({ step });
  await once(port, "message");
}

const openAny = async (bytes: Uint8Array): Promise<FileTable> =>
  isGeoPackage(bytes) ? openGeoPackage(bytes) : openFile(bytes);

function rowOrderOf(order: ConvertOrder): RowOrder {
  const choice = choiceNamed(order.crs);
  invariant(choice, "a coordinate system is looked up before it is asked for");
  return { ...order, choice, city: cityOutline(order.districts), hash: shortHash };
}

const sizeOf = ({ shape }: FileRow): number =>
  shape ? JSON.stringify(shape.coordinates).length / 20 : 0;

/** A fault quotes the file: what no database keeps of it is shown as such. */
const toldFault = ({ detail, ...fault }: RowFault): RowFault =>
  detail === undefined ? fault : { ...fault, detail: keepable(detail) };

async function convert(table: FileTable, order: RowOrder): Promise<void> {
  let step = { rows: [] as FileStep["rows"][number][], faults: [] as FileStep["faults"][number][] };
  let [done, vertices] = [0, 0];
  for (const row of table.rows()) {
    done += 1;
    vertices += sizeOf(row);
    const ready = readyRow(row, order);
    if (ready.ok) step.rows.push(ready.value);
    else step.faults.push({ number: row.number, fault: toldFault(ready.refusal) });
    if (done % rowsAtOnce > 0 && vertices < verticesAtOnce) continue;
    await tellAndWait({ done, ...step });
    step = { rows: [], faults: [] };
    vertices = 0;
  }
  await tellAndWait({ done, ...step });
}

async function work(order: FileOrder): Promise<FileAnswer> {
  if (order.kind === "write") return accept(await writeFileOf(order.form, order.tables));
  const table = await openAny(order.bytes);
  if (order.kind === "convert") {
    await convert(table, rowOrderOf(order));
    return accept(null);
  }
  const tell = (done: number): void => say({ step: { done, rows: [], faults: [] } });
  return accept(surveyFile(table, cityOutline(order.districts), tell));
}

/**
 * What a file stumbles over is an answer. A reader that stumbles itself says over what: whoever
 * sent the file is told, and nothing waits for ever.
 */
async function answerOf(order: FileOrder): Promise<FileAnswer> {
  try {
    return await work(order);
  } catch (cause) {
    const { fault, detail } =
      cause instanceof FileBroken ? cause : { fault: "broken" as const, detail: String(cause) };
    return refuse({ code: "map_file_refused", fault, detail: keepable(detail) });
  }
}

say({ answer: await answerOf(workerData as FileOrder) });
