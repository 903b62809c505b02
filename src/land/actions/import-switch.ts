import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import type { Tx } from "../../store/transaction.ts";
import { catalogueRow } from "../model/catalogue.ts";
import type { ImportRefusal } from "../model/refusals.ts";
import { ensureLayer, followChange } from "../store/changed-layer.ts";
import {
  insertChange,
  lockLayer,
  putBroughtCoverage,
  putCounts,
  type Counts,
} from "../store/changes.ts";
import {
  countRows,
  dropRows,
  refuseForeign,
  refuseTwice,
  switchRows,
} from "../store/import-rows.ts";
import { dropFile, lockImport, moveImport, type StoredImport } from "../store/imports.ts";
import { tellChange } from "./tell-change.ts";

type Ready = Decision<null, ImportRefusal>;

/** Whether what was made ready may go in: all of it, or the good rows where that was asked for. */
async function weighRows(tx: Tx, found: StoredImport): Promise<Ready> {
  await refuseTwice(tx, found.id);
  if (found.district !== null) await refuseForeign(tx, found, found.district);
  const { good, refused } = await countRows(tx, found.id);
  await moveImport(tx, found.id, { refusedRows: refused });
  const isAllowed = refused === 0 || (found.wanted?.takesGoodRows === true && good > 0);
  return isAllowed ? accept(null) : refuse({ code: "rows_refused", refused, good });
}

export type Switched = { readonly counts: Counts; readonly change: string };

/** Holds an import's rows against what stands, and keeps which of them are refused and why. */
export async function weighImport(tx: Tx, found: StoredImport): Promise<void> {
  await lockLayer(tx, found.layer);
  await weighRows(tx, found);
}

/**
 * Puts an import onto the map in one piece: before it nothing of it is there, after it all.
 * Undefined where nobody wants it any more.
 */
export async function switchImport(
  tx: Tx,
  id: string,
  today: string,
): Promise<Decision<Switched | undefined, ImportRefusal>> {
  const found = await lockImport(tx, id);
  if (found?.state !== "importing") return accept(undefined);
  const { layer, wanted } = found;
  const row = catalogueRow(layer);
  invariant(row && wanted, "an import that runs was confirmed, for a layer of the catalogue");
  await lockLayer(tx, layer);
  const weighed = await weighRows(tx, found);
  if (!weighed.ok) return weighed;
  await ensureLayer(tx, row);
  const change = await beginChange(tx, found, today);
  const counts = await switchRows(tx, found, {
    change,
    day: wanted.validFrom ?? today,
    isInPlace: wanted.replacesSynthetic === true,
  });
  await putCounts(tx, change, counts);
  const { district } = found;
  await putBroughtCoverage(tx, change, wanted.isComplete === true ? { district } : undefined);
  await followChange(tx, { layer, change });
  await tellChange(tx, { change, layer });
  await moveImport(tx, id, { state: "done", change });
  await dropFile(tx, id);
  await dropRows(tx, id);
  return accept({ counts, change });
}

async function beginChange(tx: Tx, found: StoredImport, today: string): Promise<string> {
  const { wanted, findings, file, layer, actor } = found;
  invariant(wanted && findings, "an import that runs was read and confirmed");
  const id = randomUUID();
  const { reason, source, dated, accuracy, crs } = wanted;
  await insertChange(tx, {
    ...{ id, layer, kind: "import", actor, reason, source, dated, accuracy },
    validFrom: wanted.validFrom ?? today,
    file: { ...file, sha256: file.sha256 ?? "", form: findings.form, crs },
  });
  return id;
}
