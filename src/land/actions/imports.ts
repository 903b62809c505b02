import { randomUUID } from "node:crypto";
import type { Static } from "typebox";
import { actorWord } from "../../http/actor-word.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { visibleTo } from "../../people/index.ts";
import { enqueueJob } from "../../store/jobs/enqueue.ts";
import type { Tx } from "../../store/transaction.ts";
import {
  importPartBytes,
  type ImportList,
  type ImportOpening,
  type ImportOrder,
  type ImportQuery,
  type LandImport,
} from "../contract.ts";
import { scopeOfDistrict } from "../model/administration.ts";
import { dayInCity, futureDay } from "../model/day.ts";
import { strangeColumn } from "../model/files/columns.ts";
import { choiceNamed } from "../model/files/systems.ts";
import { layerNamed } from "../model/layer-named.ts";
import type { ImportRefusal, MapRefusal } from "../model/refusals.ts";
import { clearRows } from "../store/import-rows.ts";
import {
  dropFile,
  findImport,
  countBytes,
  insertImport,
  listImports,
  listRefusals,
  lockImport,
  moveImport,
  putPart,
  scopeColumn,
  toldImport,
  type Part,
  type Refused,
} from "../store/imports.ts";

type Made<Value> = Promise<Decision<Value, ImportRefusal | MapRefusal>>;

/** Where the work of imports lies. */
export const importQueue = "land.import";

/** Takes a file in, which then comes in parts. */
export async function openImport(tx: Tx, opening: ImportOpening): Made<LandImport> {
  const layer = layerNamed(opening.layer);
  if (!layer.ok) return layer;
  const { name, bytes, district = null } = opening;
  const id = randomUUID();
  const actor = actorWord(tx.actor);
  await insertImport(tx, { id, layer: layer.value, district, actor, name, bytes });
  return readImport(tx, id);
}

const incomplete = (detail: string) =>
  refuse({ code: "map_file_refused", fault: "broken", detail });

/** Keeps one part of a file: all are of one size but the last. */
export async function takePart(tx: Tx, id: string, { part, bytes }: Part): Made<LandImport> {
  const found = await lockImport(tx, id);
  if (!found) return refuse({ code: "import_missing", id });
  if (found.state !== "receiving") return refuse({ code: "import_past", id, state: found.state });
  const left = found.file.bytes - part * importPartBytes;
  const due = Math.max(0, Math.min(left, importPartBytes));
  if (bytes.length !== due) return incomplete(`${part}: ${bytes.length} ≠ ${due}`);
  await putPart(tx, id, { part, bytes });
  return readImport(tx, id);
}

/** Says that all of a file has come: now it may be read. */
export async function closeFile(tx: Tx, id: string): Made<LandImport> {
  const found = await lockImport(tx, id);
  if (!found) return refuse({ code: "import_missing", id });
  if (found.state !== "receiving") return refuse({ code: "import_past", id, state: found.state });
  const bytes = await countBytes(tx, id);
  if (bytes !== found.file.bytes) return incomplete(`${bytes} ≠ ${found.file.bytes}`);
  await moveImport(tx, id, { state: "reading" });
  return readImport(tx, id);
}

/** Where an import lies: the district to which it is limited, as a path of organisations. */
export async function locateImport(tx: Tx, id: string): Made<{ scope?: string }> {
  const found = await findImport(tx, id);
  if (!found) return refuse({ code: "import_missing", id });
  return accept(found.district === null ? {} : { scope: scopeOfDistrict(found.district) });
}

/** A page of the imports that the one who asks may see: those of his district, or of the city. */
export async function pageImports(
  tx: Tx,
  { limit = 50, after }: Static<typeof ImportQuery>,
): Promise<Static<typeof ImportList>> {
  const seen = visibleTo(tx.actor, "map_import", { scope: scopeColumn });
  const found = await listImports(tx, { seen, limit: limit + 1, after });
  const imports = found.slice(0, limit).map(toldImport);
  return { imports, next: found.length > limit ? (imports.at(-1)?.id ?? null) : null };
}

export async function readImport(tx: Tx, id: string): Made<LandImport> {
  const found = await findImport(tx, id);
  return found ? accept(toldImport(found)) : refuse({ code: "import_missing", id });
}

/** Says how an import is to be done; what was refused for its rows may be confirmed anew. */
export async function confirmImport(tx: Tx, id: string, order: ImportOrder): Made<LandImport> {
  const found = await lockImport(tx, id);
  if (!found) return refuse({ code: "import_missing", id });
  const { state, findings } = found;
  if (!findings || (state !== "waiting" && state !== "refused")) {
    return refuse({ code: "import_past", id, state });
  }
  if (!choiceNamed(order.crs)) return refuse({ code: "file_crs_unknown", crs: order.crs });
  const column = strangeColumn(order.columns ?? {}, findings.columns);
  if (column !== undefined) return refuse({ code: "column_missing", column });
  const ahead = futureDay(order.validFrom, dayInCity(new Date()));
  if (ahead) return refuse(ahead);
  await moveImport(tx, id, {
    state: "importing",
    wanted: order,
    done: 0,
    total: findings.rows,
    problem: null,
    actor: actorWord(tx.actor),
  });
  return readImport(tx, id);
}

/** Gives an import up, whatever it is doing; one that is in can only be undone. */
export async function cancelImport(tx: Tx, id: string): Made<LandImport> {
  const found = await lockImport(tx, id);
  if (!found) return refuse({ code: "import_missing", id });
  if (found.state === "done") return refuse({ code: "import_past", id, state: found.state });
  await moveImport(tx, id, { state: "cancelled" });
  await dropFile(tx, id);
  await clearRows(tx, id);
  return readImport(tx, id);
}

/** Wants the next step of an import done by whichever node takes it up. */
export async function wantImport(tx: Tx, id: string, requestId: string): Promise<void> {
  await enqueueJob(tx, { queue: importQueue, about: { import: id }, requestId });
}

/** Why rows were refused, in their order. */
export async function readRefusals(tx: Tx, id: string): Made<Refused[]> {
  const found = await findImport(tx, id);
  return found ? accept(await listRefusals(tx, id)) : refuse({ code: "import_missing", id });
}
