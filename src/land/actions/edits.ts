import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { actorWord } from "../../http/actor-word.ts";
import { geometryFromGeoJson } from "../../store/geometry.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type {
  Change,
  FeatureDraft,
  FeatureEdit,
  FeatureReceipt,
  FeatureVersion,
  LayerId,
} from "../contract.ts";
import { scopeOfDistrict } from "../model/administration.ts";
import { catalogueRow } from "../model/catalogue.ts";
import { futureDay } from "../model/day.ts";
import { cityOutline } from "../model/files/city-outline.ts";
import { readyRow, type ReadyRow } from "../model/files/ready.ts";
import { readShape } from "../model/files/shape.ts";
import { choices } from "../model/files/systems.ts";
import { layerNamed } from "../model/layer-named.ts";
import type { ChangeRefusal, MapRefusal } from "../model/refusals.ts";
import { ensureLayer, followChange } from "../store/changed-layer.ts";
import {
  endFeatures,
  findChange,
  insertChange,
  lockLayer,
  putBroughtCoverage,
  putCounts,
  type Counts,
} from "../store/changes.ts";
import { findHome, findStray } from "../store/districts.ts";
import {
  findShapeFault,
  insertFeature,
  listVersions,
  lockFeature,
  type Standing,
} from "../store/edits.ts";
import { listOutlines } from "../store/outlines.ts";
import { shortHash } from "./files/short-hash.ts";
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
  readonly layer: LayerId;
  readonly geometry: unknown;
  readonly name: string;
  readonly nameEn: string;
  readonly id: string;
  readonly today: string;
};

const wrong = (fault: { code: string; at?: readonly number[] }) =>
  refuse({
    code: "feature_wrong",
    fault: fault.code as Extract<ChangeRefusal, { code: "feature_wrong" }>["fault"],
    at: fault.at ?? null,
  });

/** What was drawn as a row of a file would be, and held to the same. */
async function draw(tx: Tx, drawn: Drawn): Made<ReadyRow> {
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
      geometry: catalogueRow(drawn.layer)!.geometry,
      today: drawn.today,
      city: cityOutline(await listOutlines(tx)),
      hash: shortHash,
    },
  );
  if (!ready.ok) return wrong(ready.refusal);
  const at = await findShapeFault(tx, ready.value.planar);
  return at ? wrong({ code: "shape_invalid", at }) : ready;
}

const planarOf = ({ planar }: ReadyRow) => geometryFromGeoJson(planar, 4548);

/** What was drawn, where it does not reach beyond the district that it may not leave. */
async function drawWithin(tx: Tx, drawn: Drawn, district: string | null): Made<ReadyRow> {
  const ready = await draw(tx, drawn);
  if (!ready.ok || district === null) return ready;
  const at = await findStray(tx, planarOf(ready.value), district);
  return at ? wrong({ code: "outside_district", at }) : ready;
}

type Held = { readonly layer: LayerId; readonly standing: Standing };

async function hold(tx: Tx, edited: Edited): Made<Held> {
  const layer = layerNamed(edited.layer);
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
  await followChange(tx, { layer: done.layer, change });
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
  const { id, today } = edited;
  const ahead = futureDay(edit.validFrom, today);
  if (ahead) return refuse(ahead);
  const held = await hold(tx, edited);
  if (!held.ok) return held;
  const { layer, standing } = held.value;
  const { geometry = standing.geometry, name = standing.name } = edit;
  const nameEn = edit.name_en ?? standing.name_en;
  // What stands where it stood has not left its district.
  const district = edit.geometry === undefined ? null : edited.district;
  const drawn = await drawWithin(tx, { layer, geometry, name, nameEn, id, today }, district);
  if (!drawn.ok) return drawn;
  const day = edit.validFrom ?? today;
  const change = await begin(tx, { layer, reason: edit.reason, day });
  await leave(tx, change, { layer, id, day });
  const { synthetic } = standing;
  const properties = edit.properties ?? standing.properties;
  const made = { ...drawn.value, properties, synthetic };
  const version = await insertFeature(tx, { layer, change, day }, made);
  await end(tx, change, { layer, counts: { added: 0, replaced: 1, retired: 0 } });
  return accept({ id, version, change });
}

type Site = Pick<Edited, "layer" | "today" | "district">;

const drawnBy = (layer: LayerId, today: string, draft: FeatureDraft): Drawn => {
  const { geometry, name, name_en: nameEn = name, id = "" } = draft;
  return { layer, geometry, name, nameEn, id, today };
};

/** The one district in which a drawing lies, as rights are asked; none where it is the city's. */
export async function locateDrawing(
  tx: Tx,
  { layer: word, today }: Pick<Edited, "layer" | "today">,
  draft: FeatureDraft,
): Made<{ scope?: string; district?: string }> {
  const layer = layerNamed(word);
  if (!layer.ok) return layer;
  // By the districts themselves rights are decided: they are the whole city's.
  if (layer.value === "districts") return accept({});
  const drawn = await draw(tx, drawnBy(layer.value, today, draft));
  if (!drawn.ok) return drawn;
  const district = await findHome(tx, planarOf(drawn.value));
  return accept(district === undefined ? {} : { scope: scopeOfDistrict(district), district });
}

/** Draws a new feature. */
export async function createFeature(tx: Tx, at: Site, draft: FeatureDraft): Made<FeatureReceipt> {
  const { today, district } = at;
  const named = layerNamed(at.layer);
  if (!named.ok) return named;
  const layer = named.value;
  const ahead = futureDay(draft.validFrom, today);
  if (ahead) return refuse(ahead);
  await lockLayer(tx, layer);
  const drawn = await drawWithin(tx, drawnBy(layer, today, draft), district);
  if (!drawn.ok) return drawn;
  const { id } = drawn.value;
  if (await lockFeature(tx, layer, id)) return refuse({ code: "feature_exists", layer, id });
  await ensureLayer(tx, catalogueRow(layer)!);
  const day = draft.validFrom ?? today;
  const change = await begin(tx, { layer, reason: draft.reason, day });
  const { properties = {}, synthetic = false } = draft;
  const made = { ...drawn.value, properties, synthetic };
  const version = await insertFeature(tx, { layer, change, day }, made);
  await end(tx, change, { layer, counts: { added: 1, replaced: 0, retired: 0 } });
  return accept({ id, version, change });
}

/** Takes a feature off the map from a day on; its past stays. */
export async function retireFeature(
  tx: Tx,
  edited: Edited,
  { reason, validFrom }: { reason: string; validFrom: string | undefined },
): Made<FeatureReceipt> {
  const ahead = futureDay(validFrom, edited.today);
  if (ahead) return refuse(ahead);
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
  const layer = layerNamed(word);
  if (!layer.ok) return layer;
  const versions: FeatureVersion[] = [];
  for (const { area_dm2, change, ...row } of await listVersions(tx, layer.value, id)) {
    const made: Change | undefined = change === null ? undefined : await findChange(tx, change);
    versions.push({ ...row, areaM2: area_dm2 / 100, change: made ?? null });
  }
  if (versions.length === 0) return refuse({ code: "feature_missing", layer: layer.value, id });
  return accept({ versions });
}
