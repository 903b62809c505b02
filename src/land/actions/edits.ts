import { createHash, randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { actorWord } from "../../http/actor-word.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import {
  layerIds,
  type Change,
  type FeatureDraft,
  type FeatureEdit,
  type FeatureReceipt,
  type FeatureVersion,
  type LayerId,
} from "../contract.ts";
import { catalogueRow } from "../model/catalogue.ts";
import { cityOutline } from "../model/files/city-outline.ts";
import { readyRow, type ReadyRow } from "../model/files/ready.ts";
import { readShape } from "../model/files/shape.ts";
import { choices } from "../model/files/systems.ts";
import type { ChangeRefusal, MapRefusal } from "../model/refusals.ts";
import { ensureLayer, refreshLayer } from "../store/changed-layer.ts";
import {
  endFeatures,
  findChange,
  insertChange,
  lockLayer,
  putBroughtCoverage,
  putCounts,
  type Counts,
} from "../store/changes.ts";
import {
  findShapeFault,
  insertFeature,
  listVersions,
  lockFeature,
  type Standing,
} from "../store/edits.ts";
import { listOutlines } from "../store/outlines.ts";
import { tellChange } from "./tell-change.ts";

type Made<Value> = Promise<Decision<Value, ChangeRefusal | MapRefusal>>;

/** Which feature is meant, on which version, and of which day the edit is. */
export type Edited = {
  readonly layer: string;
  readonly id: string;
  readonly version: number;
  readonly today: string;
  /** The district beyond which it may not reach; null for the whole city. */
  readonly district: string | null;
};

type Drawn = {
  readonly geometry: unknown;
  readonly name: string;
  readonly nameEn: string;
  readonly id: string;
};

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

const wrong = (fault: { code: string; at?: readonly number[] }) =>
  refuse({
    code: "feature_wrong",
    fault: fault.code as Extract<ChangeRefusal, { code: "feature_wrong" }>["fault"],
    at: fault.at ?? null,
  });

/** What was drawn, held to what an import would be held to. */
async function draw(
  tx: Tx,
  layer: LayerId,
  drawn: Drawn & { readonly district: string | null },
): Made<ReadyRow> {
  const shape = readShape(drawn.geometry);
  if (!shape || shape === "mixed") return wrong({ code: "shape_unreadable" });
  const cells = new Map([
    ["id", drawn.id],
    ["name", drawn.name],
    ["name_en", drawn.nameEn],
  ]);
  const ready = readyRow(
    { number: 1, cells, shape, fault: null },
    {
      choice: choices[0]!,
      columns: { id: "id", name: "name", name_en: "name_en" },
      keepsOtherColumns: false,
      isSynthetic: false,
      geometry: catalogueRow(layer)!.geometry,
      district: drawn.district,
      city: cityOutline(await listOutlines(tx)),
      hash,
    },
  );
  if (!ready.ok) return wrong(ready.refusal);
  const at = await findShapeFault(tx, ready.value.planar);
  return at ? wrong({ code: "shape_invalid", at }) : ready;
}

const layerOf = (word: string): Decision<LayerId, MapRefusal> => {
  const layer = layerIds.find((id) => id === word);
  return layer ? accept(layer) : refuse({ code: "layer_unknown", layer: word });
};

type Held = { readonly layer: LayerId; readonly standing: Standing };

async function hold(tx: Tx, edited: Edited): Made<Held> {
  const layer = layerOf(edited.layer);
  if (!layer.ok) return layer;
  await lockLayer(tx, layer.value);
  const { id } = edited;
  const standing = await lockFeature(tx, layer.value, id);
  if (!standing) return refuse({ code: "feature_missing", layer: layer.value, id });
  if (standing.version !== edited.version) {
    return refuse({ code: "feature_stale", id, version: standing.version });
  }
  return accept({ layer: layer.value, standing });
}

type Begun = { readonly layer: LayerId; readonly reason: string; readonly day: string };

async function begin(tx: Tx, { layer, reason, day }: Begun): Promise<string> {
  const change = randomUUID();
  const actor = actorWord(tx.actor);
  await insertChange(tx, { id: change, layer, kind: "edit", actor, reason, validFrom: day });
  return change;
}

async function end(tx: Tx, change: string, done: { layer: LayerId; counts: Counts }) {
  await putCounts(tx, change, done.counts);
  await putBroughtCoverage(tx, change, undefined);
  await refreshLayer(tx, done.layer);
  await tellChange(tx, { change, layer: done.layer });
}

const leave = (tx: Tx, change: string, at: { layer: LayerId; id: string; day: string }) =>
  endFeatures(tx, {
    change,
    day: sql`${at.day}::date`,
    which: sql`layer = ${at.layer} and id = ${at.id}`,
  });

/** Changes one feature on the version that it was thought out on; what is not given stays. */
export async function editFeature(tx: Tx, edited: Edited, edit: FeatureEdit): Made<FeatureReceipt> {
  const held = await hold(tx, edited);
  if (!held.ok) return held;
  const { layer, standing } = held.value;
  const { id, district } = edited;
  const { geometry = standing.geometry, name = standing.name } = edit;
  const nameEn = edit.name_en ?? standing.name_en;
  const drawn = await draw(tx, layer, { geometry, name, nameEn, id, district });
  if (!drawn.ok) return drawn;
  const day = edit.validFrom ?? edited.today;
  const change = await begin(tx, { layer, reason: edit.reason, day });
  await leave(tx, change, { layer, id, day });
  const { synthetic } = standing;
  const properties = edit.properties ?? standing.properties;
  const made = { ...drawn.value, properties, synthetic };
  const version = await insertFeature(tx, { layer, change, day }, made);
  await end(tx, change, { layer, counts: { added: 0, replaced: 1, retired: 0 } });
  return accept({ id, version, change });
}

/** Draws a new feature. */
export async function createFeature(
  tx: Tx,
  at: Pick<Edited, "layer" | "today" | "district">,
  draft: FeatureDraft,
): Made<FeatureReceipt> {
  const layer = layerOf(at.layer);
  if (!layer.ok) return layer;
  await lockLayer(tx, layer.value);
  const id = draft.id ?? "";
  if (id !== "" && (await lockFeature(tx, layer.value, id))) {
    return refuse({ code: "feature_exists", layer: layer.value, id });
  }
  const { geometry, name, name_en: nameEn = name, synthetic = false } = draft;
  const { district } = at;
  const drawn = await draw(tx, layer.value, { geometry, name, nameEn, id, district });
  if (!drawn.ok) return drawn;
  await ensureLayer(tx, catalogueRow(layer.value)!);
  const day = draft.validFrom ?? at.today;
  const change = await begin(tx, { layer: layer.value, reason: draft.reason, day });
  const made = { ...drawn.value, properties: draft.properties ?? {}, synthetic };
  const version = await insertFeature(tx, { layer: layer.value, change, day }, made);
  await end(tx, change, { layer: layer.value, counts: { added: 1, replaced: 0, retired: 0 } });
  return accept({ id: drawn.value.id, version, change });
}

/** Takes a feature off the map from a day on; its past stays. */
export async function retireFeature(
  tx: Tx,
  edited: Edited,
  { reason, validFrom }: { reason: string; validFrom: string | undefined },
): Made<FeatureReceipt> {
  const held = await hold(tx, edited);
  if (!held.ok) return held;
  const { layer, standing } = held.value;
  const { id } = edited;
  const day = validFrom ?? edited.today;
  const change = await begin(tx, { layer, reason, day });
  await leave(tx, change, { layer, id, day });
  await end(tx, change, { layer, counts: { added: 0, replaced: 0, retired: 1 } });
  return accept({ id, version: standing.version, change });
}

/** Who made each version of a feature, when and why. */
export async function featureHistory(
  tx: Tx,
  word: string,
  id: string,
): Made<{ versions: FeatureVersion[] }> {
  const layer = layerOf(word);
  if (!layer.ok) return layer;
  const versions: FeatureVersion[] = [];
  for (const { area_dm2, change, ...row } of await listVersions(tx, layer.value, id)) {
    const made: Change | undefined = change === null ? undefined : await findChange(tx, change);
    versions.push({ ...row, areaM2: area_dm2 / 100, change: made ?? null });
  }
  if (versions.length === 0) return refuse({ code: "feature_missing", layer: layer.value, id });
  return accept({ versions });
}
