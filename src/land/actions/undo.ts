import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { actorWord } from "../../http/actor-word.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Change, LayerId } from "../contract.ts";
import { scopeOfDistrict } from "../model/administration.ts";
import { catalogueRow } from "../model/catalogue.ts";
import type { ChangeRefusal } from "../model/refusals.ts";
import { ensureLayer, refreshLayer } from "../store/changed-layer.ts";
import { endFeatures, findChange, insertChange, lockLayer, putCounts } from "../store/changes.ts";
import {
  countReplacing,
  findChangeHome,
  findOvertaken,
  isBeforeLoad,
  restoreFeatures,
} from "../store/undo.ts";
import { tellChange } from "./tell-change.ts";

export type UndoOrder = { readonly id: string; readonly reason: string; readonly today: string };

/** Where a change lies: in the one district that holds all it touched, else in the whole city. */
export async function locateChange(
  tx: Tx,
  id: string,
): Promise<Decision<{ scope?: string }, ChangeRefusal>> {
  const found = await findChange(tx, id);
  if (!found) return refuse({ code: "change_missing", id });
  const district = await findChangeHome(tx, found);
  return accept(district === undefined ? {} : { scope: scopeOfDistrict(district) });
}

/**
 * Takes a change back: what it brought is gone as if it had never been, what it ended stands as it
 * was. Refused where a later change rests on it.
 */
export async function undoChange(
  tx: Tx,
  { id, reason, today }: UndoOrder,
): Promise<Decision<Change, ChangeRefusal>> {
  const seen = await findChange(tx, id);
  if (!seen) return refuse({ code: "change_missing", id });
  await lockLayer(tx, seen.layer as LayerId);
  const found = await findChange(tx, id);
  if (!found) return refuse({ code: "change_missing", id });
  if (found.undoneBy !== null || found.kind === "undo")
    return refuse({ code: "change_undone", id });
  if (await isBeforeLoad(tx, id)) return refuse({ code: "change_before_load", id });
  const overtaken = await findOvertaken(tx, id);
  if (overtaken) {
    return refuse({ code: "change_overtaken", feature: overtaken.id, by: overtaken.by });
  }
  return accept(await takeBack(tx, found, { id, reason, today }));
}

async function takeBack(tx: Tx, found: Change, { id, reason, today }: UndoOrder): Promise<Change> {
  const layer = found.layer as LayerId;
  const undo = randomUUID();
  await insertChange(tx, {
    ...{ id: undo, layer, kind: "undo", actor: actorWord(tx.actor), reason },
    validFrom: today,
    undoes: id,
  });
  const replaced = await countReplacing(tx, id);
  const ended = await endFeatures(tx, {
    change: undo,
    day: sql`ended.valid_from`,
    which: sql`change = ${id}`,
  });
  // The last feature of a layer may have taken the layer's own row with it.
  await ensureLayer(tx, catalogueRow(layer)!);
  const restored = await restoreFeatures(tx, id);
  const counts = { added: restored - replaced, replaced, retired: ended - replaced };
  await putCounts(tx, undo, counts);
  await refreshLayer(tx, layer);
  await tellChange(tx, { change: undo, layer });
  return { ...(await findChange(tx, undo))! };
}
